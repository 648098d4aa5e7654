import { create } from 'zustand';
import type { BlockId, Bookmark, BookmarkId, DocumentContent } from '../../preload/contract/index.ts';
import { openingWords } from '../domain/anchors/index.ts';
import { ask } from '../platform/reader.ts';
import { type RowChange, savedCollection, withChange } from '../platform/saved-collection.ts';
import { useHistory } from '../platform/undo.ts';
import { reportProblem, text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { changeKind } from './change-kind.ts';

type BookmarksStore = {
  readonly bookmarks: ReadonlyMap<BookmarkId, Bookmark>;
  readonly open: (bookmarks: readonly Bookmark[]) => void;
  /** Sets a bookmark on the block, or takes away the one that is there. */
  readonly toggle: (content: DocumentContent, blockId: BlockId) => Promise<void>;
  /** Names a bookmark and puts it into a folder; '' takes name or folder away. False when main could not write. */
  readonly edit: (id: BookmarkId, to: Pick<Bookmark, 'name' | 'folder'>) => Promise<boolean>;
  /** Gives a folder another name, as one change of all that are in it; one that exists takes them in. */
  readonly renameFolder: (folder: string, to: string) => Promise<boolean>;
  readonly remove: (id: BookmarkId) => Promise<void>;
};

export const useBookmarks = create<BookmarksStore>((set, get) => {
  const move = savedCollection<Bookmark>(
    (change) => ask('bookmarks.apply', change),
    (change) => set(({ bookmarks }) => ({ bookmarks: withChange(bookmarks, change) })),
    (changes) => ({ what: changeKind(changes) }),
  );
  const change = async (changes: readonly RowChange<Bookmark>[]): Promise<boolean> => {
    try {
      await move(changes);
      return true;
    } catch (error) {
      reportProblem('problem.bookmarkNotSaved', error);
      return false;
    }
  };
  const remove = async (present: Bookmark): Promise<void> => {
    if (!(await change([{ before: present, after: null }]))) return;
    const t = text();
    const step = useHistory.getState().done.at(-1);
    useNotices.getState().show({
      tone: 'plain',
      text: t('bookmarks.removed'),
      action: {
        label: t('undo.undo'),
        // Whatever was done since, the bookmark comes back; what was done last is taken back as by the key.
        run: () => {
          const { done, undo } = useHistory.getState();
          if (done.at(-1) === step) void undo();
          else void change([{ before: null, after: present }]);
        },
      },
    });
  };
  return {
    bookmarks: new Map(),
    open: (bookmarks) => set({ bookmarks: new Map(bookmarks.map((bookmark) => [bookmark.id, bookmark])) }),
    toggle: async ({ document, blocks }, blockId) => {
      const present = [...get().bookmarks.values()].find(
        (bookmark) => bookmark.blockId === blockId && bookmark.editionHash === document.editionHash,
      );
      if (present !== undefined) return remove(present);
      const block = blocks.find(({ id }) => id === blockId);
      if (block === undefined) return;
      const after: Bookmark = {
        id: crypto.randomUUID() as BookmarkId,
        documentId: document.id,
        editionHash: document.editionHash,
        blockId,
        label: openingWords(block),
        name: '',
        folder: '',
        createdAt: new Date().toISOString(),
      };
      if (await change([{ before: null, after }]))
        useNotices.getState().show({ tone: 'plain', text: text()('bookmarks.added') });
    },
    edit: async (id, { name, folder }) => {
      const before = get().bookmarks.get(id);
      if (before === undefined || (before.name === name && before.folder === folder)) return true;
      return change([{ before, after: { ...before, name, folder } }]);
    },
    renameFolder: (folder, to) =>
      change(
        [...get().bookmarks.values()]
          .filter((bookmark) => bookmark.folder === folder && folder !== to)
          .map((before) => ({ before, after: { ...before, folder: to } })),
      ),
    remove: async (id) => {
      const present = get().bookmarks.get(id);
      if (present !== undefined) await remove(present);
    },
  };
});
