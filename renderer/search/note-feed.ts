import type { Annotation, AnnotationId } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import type { SearchNote } from '../domain/search/index.ts';
import type { ToWorker } from './messages.ts';

type Rows = ReadonlyMap<AnnotationId, Annotation>;

/** Tells the search of the notes in use: all of them at once, and from then on of every change. */
export function feedNotes(tell: (message: Extract<ToWorker, { readonly kind: 'notes' }>) => void): void {
  const { annotations } = useAnnotations.getState();
  tell({ kind: 'notes', put: [...annotations.values()].map(noteOf), remove: [] });
  useAnnotations.subscribe(({ annotations: now }, { annotations: before }) => {
    if (now !== before) tell({ kind: 'notes', ...changeOf(before, now) });
  });
}

function changeOf(before: Rows, now: Rows) {
  const put = [...now.values()].filter((row) => before.get(row.id) !== row).map(noteOf);
  const remove = [...before.keys()].filter((id) => !now.has(id));
  return { put, remove };
}

function noteOf({ id, anchor, note, tags, modifiedAt }: Annotation): SearchNote {
  const { documentId, start } = anchor;
  return { annotationId: id, documentId, blockId: start.blockId, text: note, tags, modifiedAt };
}
