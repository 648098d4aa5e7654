import { create } from 'zustand';
import type { BlockId, Bookmark, BookmarkId, DocumentContent } from '../../preload/contract/index.ts';
import { ask } from '../platform/reader.ts';
import { savedCollection, withChange } from '../platform/saved-collection.ts';
import { reportProblem, text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';

type BookmarksStore = {
  readonly bookmarks: ReadonlyMap<BookmarkId, Bookmark>;
  readonly open: (bookmarks: readonly Bookmark[]) => void;
  /** Sets a bookmark on the block, or takes away the one that is there. */
  readonly toggle: (content: DocumentContent, blockId: BlockId) => Promise<void>;
  readonly remove: (id: BookmarkId) => Promise<void>;
};

const labelLength = 60;

export const useBookmarks = create<BookmarksStore>((set, get) => {
  const move = savedCollection<Bookmark>(
    (change) => ask('bookmarks.apply', change),
    (change) => set(({ bookmarks }) => ({ bookmarks: withChange(bookmarks, change) })),
  );
  const change = async (before: Bookmark | null, after: Bookmark | null): Promise<void> => {
    try {
      await move([{ before, after }]);
      const t = text();
      useNotices
        .getState()
        .show({ tone: 'plain', text: after === null ? t('bookmarks.removed') : t('bookmarks.added') });
    } catch (error) {
      reportProblem('problem.bookmarkNotSaved', error);
    }
  };
  return {
    bookmarks: new Map(),
    open: (bookmarks) => set({ bookmarks: new Map(bookmarks.map((bookmark) => [bookmark.id, bookmark])) }),
    toggle: async ({ document, blocks }, blockId) => {
      const present = [...get().bookmarks.values()].find((bookmark) => bookmark.blockId === blockId);
      if (present !== undefined) return change(present, null);
      const block = blocks.find(({ id }) => id === blockId);
      if (block === undefined) return;
      await change(null, {
        id: crypto.randomUUID() as BookmarkId,
        documentId: document.id,
        editionHash: document.editionHash,
        blockId,
        label: [...`${block.kind === 'heading' ? (block.number ?? '') : ''}${block.text}`]
          .slice(0, labelLength)
          .join(''),
        name: '',
        folder: '',
        createdAt: new Date().toISOString(),
      });
    },
    remove: async (id) => {
      const present = get().bookmarks.get(id);
      if (present !== undefined) await change(present, null);
    },
  };
});
