import type { DocumentId } from '../../preload/contract/index.ts';
import { activeDocumentId, openDocument, type Target } from '../platform/navigation.ts';

/** To a place of the document that is being read, without leaving the compilation that it is being read in. */
export function jumpWithin(documentId: DocumentId, place: Omit<Target, 'documentId'>): void {
  openDocument(documentId, place, activeDocumentId() ?? documentId);
}
