import type { DocumentId } from '../../preload/contract/index.ts';
import { openDocument, type Target, useNavigation } from '../platform/navigation.ts';

/** To a place of the document that is being read, without leaving the compilation that it is being read in. */
export function jumpWithin(documentId: DocumentId, place: Omit<Target, 'documentId'>): void {
  const { route } = useNavigation.getState();
  openDocument(documentId, place, route.view === 'reader' ? route.documentId : documentId);
}
