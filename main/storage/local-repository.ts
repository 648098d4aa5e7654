import path from 'node:path';
import {
  type Carrying,
  type DocumentId,
  type Failure,
  ReaderError,
  type UserDataState,
} from '../../preload/contract/index.ts';
import type { WriterFiles } from '../files/atomic-write.ts';
import { carryOver, keepAnnotated, readable } from './carry-over.ts';
import { readBodies, readDetails, readFacts, readOriginal } from './content-details.ts';
import { type ContentStore, openContentStore } from './content-store.ts';
import { loadSqlite } from './database.ts';
import type { Disk } from './journal/disk.ts';
import { keptEditions } from './kept-editions.ts';
import type { Repository } from './repository.ts';
import { sourcePlaces } from './source-places.ts';
import { openUserStore, type UserStore } from './user-store.ts';

export type StorageFiles = {
  readonly contentFile: string;
  readonly userFile: string;
  readonly wasmFile: string;
};

/** When, in milliseconds after the start, what earlier programs did not keep is kept: nobody waits for it. */
const keepingDelay = 5000;
/** How often, in milliseconds, it is looked whether the journals should be folded into a snapshot. */
const tidyingPause = 5 * 60 * 1000;

function incidentOf(user: UserStore): UserDataState['incident'] {
  const incident = user.incident();
  return incident && { setAside: incident.setAside.length, damaged: incident.damaged };
}

/**
 * Opens both databases in this thread. Used by the worker, by the tests and by headless commands. Notes whose documents
 * have another edition are carried over before the first answer, so that no answer holds a note of both.
 */
export async function openLocalRepository(
  files: StorageFiles,
  writer?: WriterFiles,
  disk?: Disk,
): Promise<Repository> {
  const sqlite = await loadSqlite(files.wasmFile);
  const user = await openUserStore(sqlite, files.userFile, disk);
  const editions = keptEditions(path.join(path.dirname(files.userFile), 'editions'), writer);
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
  /** A failure loses nothing and is met again by the next save, which tells it. */
  const tidy = (): void => void user.tidy().catch(() => undefined);
  setTimeout(tidy, keepingDelay).unref();
  setInterval(tidy, tidyingPause).unref();
  let carrying: Carrying = { carried: 0, problem: null };
  if (content !== null) {
    const store = content;
    carrying = await carryOver(user, store, editions);
    setTimeout(() => void keepAnnotated(user, store, editions).catch(() => undefined), keepingDelay).unref();
  }
  /** Keeps the editions that records about to be written hang on. */
  const keep = async (
    of: readonly { readonly documentId: DocumentId; readonly editionHash: string }[],
  ): Promise<void> => {
    if (user.isRefused()) return;
    for (const { documentId, editionHash } of of) {
      const document = content?.documents.find(({ id }) => id === documentId);
      if (document?.editionHash !== editionHash || editions.isKept(editionHash)) continue;
      const present = content === null ? null : readable(content, document);
      if (present !== null) await editions.keep({ editionHash, blocks: present.blocks });
    }
  };
  return {
    opening: async () => ({
      carrying,
      settings: user.settings(),
      documents: content?.documents ?? [],
      contentHash: content?.contentHash ?? '',
      libraryProblem,
      userData: { problem: user.problem(), file: user.file, incident: incidentOf(user) },
      annotations: user.annotations(),
      bookmarks: user.bookmarks(),
      positions: user.positions(),
      folders: user.folders(),
      shelves: user.shelves(),
    }),
    readDocument: async (id) => library().readDocument(id),
    readDetails: async (id) => library().query((database) => readDetails(database, id)),
    readOriginal: async (id, blockId) => library().query((database) => readOriginal(database, id, blockId)),
    readSourceRanges: async (ranges) =>
      library().query((database) => {
        const places = sourcePlaces(database);
        return ranges.map(({ blockId, start, end }) => places.ofText(blockId, start, end));
      }),
    readFacts: async () => library().query(readFacts),
    readBodies: async () => library().query(readBodies),
    searchFeed: async () => JSON.stringify(library().searchFeed()),
    annotations: async () => user.annotations(),
    bookmarks: async () => user.bookmarks(),
    readEdition: async (editionHash) => {
      const edition = await editions.read(editionHash);
      if (edition === null) throw new ReaderError('NOT_FOUND', `edition ${editionHash}`);
      return edition;
    },
    applyAnnotations: async (change) => {
      await keep(change.put.map(({ anchor }) => anchor));
      await user.applyAnnotations(change);
      // Queued behind this change and before the next: nobody has waited for it yet.
      tidy();
    },
    applyBookmarks: async (change) => {
      await keep(change.put);
      await user.applyBookmarks(change);
    },
    applyFolders: user.applyFolders,
    applyShelves: user.applyShelves,
    savePosition: user.savePosition,
    saveSettings: user.saveSettings,
    startAfresh: user.startAfresh,
  };
}
