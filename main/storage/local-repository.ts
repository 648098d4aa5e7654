import { type Failure, ReaderError } from '../../preload/contract/index.ts';
import { readBodies, readDetails, readFacts, readOriginal } from './content-details.ts';
import { type ContentStore, openContentStore } from './content-store.ts';
import { loadSqlite } from './database.ts';
import type { Repository } from './repository.ts';
import { openUserStore } from './user-store.ts';

export type StorageFiles = {
  readonly contentFile: string;
  readonly userFile: string;
  readonly wasmFile: string;
};

/** Opens both databases in this thread. Used by the worker, by the tests and by headless commands. */
export async function openLocalRepository(files: StorageFiles): Promise<Repository> {
  const sqlite = await loadSqlite(files.wasmFile);
  const user = await openUserStore(sqlite, files.userFile);
  let content: ContentStore | null = null;
  let libraryProblem: Failure | null = null;
  try {
    content = await openContentStore(sqlite, files.contentFile);
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    libraryProblem = { code: error.code, message: error.message };
  }
  const library = (): ContentStore => {
    if (content === null)
      throw new ReaderError(libraryProblem?.code ?? 'CONTENT_MISSING', 'the library is not open');
    return content;
  };
  return {
    opening: async () => ({
      settings: user.settings(),
      documents: content?.documents ?? [],
      contentHash: content?.contentHash ?? '',
      libraryProblem,
      userData: { problem: user.problem(), file: user.file },
      annotations: user.annotations(),
      bookmarks: user.bookmarks(),
      positions: user.positions(),
      folders: user.folders(),
      shelves: user.shelves(),
    }),
    readDocument: async (id) => library().readDocument(id),
    readDetails: async (id) => library().query((database) => readDetails(database, id)),
    readOriginal: async (id, blockId) => library().query((database) => readOriginal(database, id, blockId)),
    readFacts: async () => library().query(readFacts),
    readBodies: async () => library().query(readBodies),
    searchFeed: async () => JSON.stringify(library().searchUnits()),
    annotations: async () => user.annotations(),
    bookmarks: async () => user.bookmarks(),
    applyAnnotations: user.applyAnnotations,
    applyBookmarks: user.applyBookmarks,
    applyFolders: user.applyFolders,
    applyShelves: user.applyShelves,
    savePosition: user.savePosition,
    saveSettings: user.saveSettings,
    startAfresh: user.startAfresh,
  };
}
