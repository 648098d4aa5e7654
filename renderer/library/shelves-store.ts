import { create } from 'zustand';
import type { DocumentId, Folder, FolderId, Shelf } from '../../preload/contract/index.ts';
import { ask } from '../platform/reader.ts';
import { savedCollection, withChange } from '../platform/saved-collection.ts';
import { folderChange, shelfChange } from './change-kind.ts';

type ShelvesStore = {
  readonly folders: ReadonlyMap<FolderId, Folder>;
  readonly shelves: ReadonlyMap<DocumentId, Shelf>;
  readonly open: (folders: readonly Folder[], shelves: readonly Shelf[]) => void;
};

/** The user's folders, and which documents are in them. */
export const useShelves = create<ShelvesStore>((set) => ({
  folders: new Map(),
  shelves: new Map(),
  open: (folders, shelves) =>
    set({
      folders: new Map(folders.map((folder) => [folder.id, folder])),
      shelves: new Map(shelves.map((shelf) => [shelf.id, shelf])),
    }),
}));

/** Changes folders, as one step of the history. Rejects with a ReaderError when main could not write. */
export const changeFolders = savedCollection<Folder>(
  (change) => ask('folders.apply', change),
  (change) => useShelves.setState(({ folders }) => ({ folders: withChange(folders, change) })),
  (changes) => ({ what: folderChange(changes) }),
);

/** Changes where documents are put, as one step of the history. Rejects with a ReaderError when main could not write. */
export const changeShelves = savedCollection<Shelf>(
  (change) => ask('shelves.apply', change),
  (change) => useShelves.setState(({ shelves }) => ({ shelves: withChange(shelves, change) })),
  (changes) => ({ what: shelfChange(changes) }),
);
