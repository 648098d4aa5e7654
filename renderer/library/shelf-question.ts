import { create } from 'zustand';
import type { DocumentId, FolderId } from '../../preload/contract/index.ts';

/** What is being asked about folders and tags; `folder` with null makes a new one. */
export type ShelfQuestion =
  | { readonly kind: 'folder'; readonly folderId: FolderId | null }
  | { readonly kind: 'folders' | 'tags'; readonly documentId: DocumentId };

/** The open question; one at a time. */
export const useShelfQuestion = create<{ readonly question: ShelfQuestion | null }>(() => ({
  question: null,
}));

/** Opens a question, or closes it with null. */
export function askShelf(question: ShelfQuestion | null): void {
  useShelfQuestion.setState({ question });
}
