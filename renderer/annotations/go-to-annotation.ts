import type { Annotation } from '../../preload/contract/index.ts';
import { placeInEdition, useLibrary } from '../library/index.ts';
import { openDocument, useNavigation } from '../platform/navigation.ts';

/**
 * Brings the place of an annotation into view, where it is not: into the document that holds it, or to its
 * paragraph. The list of all notes shows it itself.
 */
export function goToAnnotation({ anchor }: Annotation): void {
  const { documentId, start } = anchor;
  const { route } = useNavigation.getState();
  if (route.view === 'notes' || route.view === 'review') return;
  const { byId, contents } = useLibrary.getState();
  if (!byId.has(documentId)) return;
  const parent = byId.get(documentId)?.parentId ?? null;
  const open = route.view === 'reader' ? route.documentId : null;
  const page = open !== null && open === parent ? parent : documentId;
  const place = placeInEdition(anchor, start);
  if (open === page && contents.has(documentId) && (place === undefined || isInView(start.blockId))) return;
  openDocument(documentId, place, page);
}

function isInView(blockId: string): boolean {
  const block = document.querySelector(`main [data-block="${CSS.escape(blockId)}"]`);
  const page = block?.closest('main');
  if (block === null || !page) return false;
  const { top, bottom } = block.getBoundingClientRect();
  const view = page.getBoundingClientRect();
  return bottom > view.top && top < view.bottom;
}
