import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database, SqlJsStatic } from 'sql.js';
import {
  type Annotation,
  type AnnotationId,
  type Bookmark,
  type BookmarkId,
  type DocumentId,
  type Failure,
  type Folder,
  type FolderId,
  ReaderError,
  type ReadingPosition,
  type Settings,
  type SettingsPatch,
  type Shelf,
} from '../../preload/contract/index.ts';
import { asStorageError, errnoOf, removeLeftovers, tryWriting } from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { setAside } from '../files/set-aside.ts';
import type { Disk } from './journal/disk.ts';
import { type Incident, type JournalStore, openJournalStore } from './journal/journal-store.ts';
import { nodeDisk } from './journal/node-disk.ts';
import type { RowChange } from './journal/record-format.ts';
import { emptyDatabase, readSettings, type UserImage, userImages } from './user-image.ts';
import {
  annotationRows,
  bookmarkRows,
  changesOf,
  folderRows,
  type Mapping,
  positionRows,
  readAll,
  shelfRows,
} from './user-rows.ts';

export type Change<Row, Id> = { readonly put: readonly Row[]; readonly remove: readonly Id[] };

/**
 * The user's own data. Every changing method resolves only when the change is on disk, and rejects
 * with the data unchanged, in memory as on disk, when it could not be written.
 */
export type UserStore = {
  readonly file: string;
  /** Why the data cannot be read or not be written; null when all is well. */
  readonly problem: () => Failure | null;
  /** Whether the file is refused as it is, so that no change will be taken whatever the disk allows. */
  readonly isRefused: () => boolean;
  readonly annotations: () => readonly Annotation[];
  readonly bookmarks: () => readonly Bookmark[];
  readonly positions: () => readonly ReadingPosition[];
  readonly folders: () => readonly Folder[];
  readonly shelves: () => readonly Shelf[];
  readonly settings: () => Settings;
  readonly applyAnnotations: (change: Change<Annotation, AnnotationId>) => Promise<void>;
  readonly applyBookmarks: (change: Change<Bookmark, BookmarkId>) => Promise<void>;
  readonly applyFolders: (change: Change<Folder, FolderId>) => Promise<void>;
  readonly applyShelves: (change: Change<Shelf, DocumentId>) => Promise<void>;
  /** What a new edition did to notes and bookmarks, as one write: all of it or nothing. */
  readonly applyCarried: (
    annotations: readonly Annotation[],
    bookmarks: readonly Bookmark[],
  ) => Promise<void>;
  readonly savePosition: (position: ReadingPosition) => Promise<void>;
  readonly saveSettings: (patch: SettingsPatch) => Promise<Settings>;
  /** What was found wrong with the files and put right, as they were opened. */
  readonly incident: () => Incident | null;
  /** Folds what was written since into one file, where that is due; a failure loses nothing. */
  readonly tidy: () => Promise<void>;
  /** Sets damaged files aside, never deleting them, and begins with what can still be read of the others. */
  readonly startAfresh: () => Promise<{ readonly keptFile: string }>;
};

/**
 * Opens the user's data beside `file`, which is where an earlier form of it lies, if anything does: that is read as
 * the beginning and never written again. It never throws for what is wrong with the files: the store then reports a
 * `problem`, answers with empty data and refuses changes, and the files are left as they are.
 */
export async function openUserStore(
  sqlite: SqlJsStatic,
  file: string,
  disk: Disk = nodeDisk(path.dirname(file)),
): Promise<UserStore> {
  const folder = path.dirname(file);
  let problem: Failure | null = null;
  let blocked: ReaderError | null = null;
  let store: JournalStore<UserImage> | null = null;
  let nothing: Database | null = null;
  const database = (): Database => {
    if (store !== null) return store.image().database();
    nothing ??= emptyDatabase(sqlite);
    return nothing;
  };

  const open = async (salvage: boolean): Promise<void> => {
    try {
      const base = await readExisting(file);
      store = await openJournalStore(disk, userImages(sqlite, base), { salvage });
      blocked = null;
      problem = await writeProblem(folder, file);
    } catch (error) {
      blocked = asStorageError(error, file);
      problem = { code: blocked.code, message: blocked.message };
    }
  };
  await open(false);

  /** One change after another: a later one must neither overtake an earlier one nor carry it to disk when refused. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return done;
  };

  const save = async (changes: readonly RowChange[]): Promise<void> => {
    if (blocked !== null) throw blocked;
    if (store === null) throw new ReaderError('INTERNAL', 'the data is not open');
    // Nothing to write, and so nothing to refuse.
    if (changes.length > 0) await store.save(changes);
    problem = null;
  };

  const changing =
    <Row, Id extends string>(mapping: Mapping<Row>) =>
    ({ put, remove }: Change<Row, Id>): Promise<void> =>
      inTurn(() => save(changesOf(mapping, put, remove)));

  return {
    file,
    problem: () => problem,
    isRefused: () => blocked !== null,
    incident: () => store?.incident ?? null,
    annotations: () => readAll(database(), annotationRows),
    bookmarks: () => readAll(database(), bookmarkRows),
    positions: () => readAll(database(), positionRows),
    folders: () => readAll(database(), folderRows),
    shelves: () => readAll(database(), shelfRows),
    settings: () => readSettings(database()),
    applyAnnotations: changing(annotationRows),
    applyBookmarks: changing(bookmarkRows),
    applyFolders: changing(folderRows),
    applyShelves: changing(shelfRows),
    applyCarried: (annotations, bookmarks) =>
      inTurn(() => save([...changesOf(annotationRows, annotations), ...changesOf(bookmarkRows, bookmarks)])),
    savePosition: (position) => inTurn(() => save(changesOf(positionRows, [position]))),
    saveSettings: (patch) =>
      inTurn(async () => {
        await save(settingRows(patch));
        return readSettings(database());
      }),
    tidy: () =>
      inTurn(async () => {
        if (blocked === null && store?.isLong() === true) await store.snapshot();
      }),
    startAfresh: () =>
      inTurn(async () => {
        if (blocked?.code !== 'USER_DATA_CORRUPT')
          throw new ReaderError('BAD_REQUEST', 'the user data is not damaged');
        const kept = (await isThere(file)) ? path.basename(await setAside(file)) : null;
        await open(true);
        if (blocked !== null) throw blocked;
        await store?.snapshot();
        return { keptFile: kept ?? 'quarantine' };
      }),
  };
}

function settingRows(patch: SettingsPatch): readonly RowChange[] {
  return Object.entries(patch).map(([key, value]) => ({
    table: 'settings',
    id: key,
    row: { key, value: JSON.stringify(value) },
  }));
}

async function isThere(file: string): Promise<boolean> {
  return (await readExisting(file).catch(() => undefined)) !== null;
}

async function readExisting(file: string): Promise<Uint8Array | null> {
  try {
    // A copy, not the Buffer: sql.js takes its bytes with slice(), which for a Buffer shares the memory.
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    // Not READ_ONLY, whatever refused it: that would say that what is there can be read.
    throw new ReaderError('IO', asStorageError(error, file).message);
  }
}

/** Whether changes could be written now; also clears what an interrupted write of the earlier form left behind. */
async function writeProblem(folder: string, file: string): Promise<Failure | null> {
  try {
    await makeFolder(folder);
    await tryWriting(file);
    await removeLeftovers(file);
    return null;
  } catch (error) {
    const { code, message } = asStorageError(error, file);
    return { code, message };
  }
}
