import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database, SqlJsStatic } from 'sql.js';
import {
  type Annotation,
  type AnnotationId,
  type Bookmark,
  type BookmarkId,
  type DocumentId,
  defaultSettings,
  type Failure,
  type Folder,
  type FolderId,
  ReaderError,
  type ReadingPosition,
  type Settings,
  type SettingsPatch,
  type Shelf,
  settingsSchema,
} from '../../preload/contract/index.ts';
import {
  asStorageError,
  errnoOf,
  removeLeftovers,
  tryWriting,
  type WriterFiles,
  writeFileAtomically,
} from '../files/atomic-write.ts';
import { makeFolder } from '../files/make-folder.ts';
import { setAside } from '../files/set-aside.ts';
import { numberOf, openDatabase, rowsOf } from './database.ts';
import { currentCompat, currentSchema, migrations } from './migrations/index.ts';
import {
  annotationRows,
  bookmarkRows,
  folderRows,
  type Mapping,
  positionRows,
  putAll,
  readAll,
  removeAll,
  shelfRows,
} from './user-rows.ts';

/** 'ceyn' in ASCII: a user.db of ours. */
const userApplicationId = 0x6365796e;

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
  /** Sets a damaged file aside under a new name, never deleting it, and begins an empty one. */
  readonly startAfresh: () => Promise<{ readonly keptFile: string }>;
};

/**
 * Opens user.db, which need not exist yet. It never throws for what is wrong with the file: the
 * store then reports a `problem`, answers with empty data and refuses changes, and the file is left as it is.
 */
export async function openUserStore(
  sqlite: SqlJsStatic,
  file: string,
  files?: WriterFiles,
): Promise<UserStore> {
  const folder = path.dirname(file);
  let problem: Failure | null = null;
  let blocked: ReaderError | null = null;
  let database: Database;
  /** What is on disk; memory goes back to it when a write fails. */
  let acknowledged: Uint8Array | null = null;

  try {
    acknowledged = await readExisting(file);
    database = acknowledged === null ? emptyDatabase(sqlite) : openExisting(sqlite, acknowledged);
  } catch (error) {
    blocked = asStorageError(error, file);
    problem = { code: blocked.code, message: blocked.message };
    database = emptyDatabase(sqlite);
  }
  problem ??= await writeProblem(folder, file);

  /** One change after another: a later one must neither overtake an earlier one nor carry it to disk when refused. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const done = last.then(act);
    last = done.catch(() => undefined);
    return done;
  };

  const change = async (apply: (database: Database) => void): Promise<void> => {
    if (blocked !== null) throw blocked;
    try {
      database.run('begin');
      apply(database);
      database.run('commit');
      // export() would silently roll back an open transaction, so it comes after the commit.
      const bytes = database.export();
      await makeFolder(folder);
      await writeFileAtomically(file, bytes, files);
      acknowledged = bytes;
      problem = null;
    } catch (error) {
      database.close();
      database = acknowledged === null ? emptyDatabase(sqlite) : new sqlite.Database(acknowledged);
      throw asStorageError(error, file);
    }
  };

  const changing =
    <Row, Id extends string>(mapping: Mapping<Row>) =>
    ({ put, remove }: Change<Row, Id>): Promise<void> =>
      inTurn(() =>
        change((target) => {
          putAll(target, mapping, put);
          removeAll(target, mapping, remove);
        }),
      );

  return {
    file,
    problem: () => problem,
    isRefused: () => blocked !== null,
    annotations: () => readAll(database, annotationRows),
    bookmarks: () => readAll(database, bookmarkRows),
    positions: () => readAll(database, positionRows),
    folders: () => readAll(database, folderRows),
    shelves: () => readAll(database, shelfRows),
    settings: () => readSettings(database),
    applyAnnotations: changing(annotationRows),
    applyBookmarks: changing(bookmarkRows),
    applyFolders: changing(folderRows),
    applyShelves: changing(shelfRows),
    applyCarried: (annotations, bookmarks) =>
      inTurn(() =>
        change((target) => {
          putAll(target, annotationRows, annotations);
          putAll(target, bookmarkRows, bookmarks);
        }),
      ),
    savePosition: (position) => inTurn(() => change((target) => putAll(target, positionRows, [position]))),
    saveSettings: (patch) =>
      inTurn(async () => {
        await change((target) => putSettings(target, patch));
        return readSettings(database);
      }),
    startAfresh: () =>
      inTurn(async () => {
        if (blocked?.code !== 'USER_DATA_CORRUPT')
          throw new ReaderError('BAD_REQUEST', 'the user data is not damaged');
        const kept = await setAside(file);
        database.close();
        database = emptyDatabase(sqlite);
        acknowledged = null;
        blocked = null;
        problem = await writeProblem(folder, file);
        return { keptFile: path.basename(kept) };
      }),
  };
}

async function readExisting(file: string): Promise<Uint8Array | null> {
  try {
    // A copy, not the Buffer: sql.js takes its bytes with slice(), which for a Buffer shares the memory, and a
    // refused change would then be in what memory goes back to.
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    // Not READ_ONLY, whatever refused it: that would say that what is there can be read.
    throw new ReaderError('IO', asStorageError(error, file).message);
  }
}

function emptyDatabase(sqlite: SqlJsStatic): Database {
  const database = new sqlite.Database();
  database.run(`pragma application_id = ${userApplicationId}`);
  migrate(database);
  return database;
}

function openExisting(sqlite: SqlJsStatic, bytes: Uint8Array): Database {
  const database = openDatabase(sqlite, bytes, userApplicationId, 'USER_DATA_CORRUPT');
  try {
    const compat = Number(rowsOf(database, "select value from meta where key = 'compat'")[0]?.value);
    if (!Number.isInteger(compat)) throw new ReaderError('USER_DATA_CORRUPT', 'no compat');
    if (compat > currentCompat) {
      throw new ReaderError('USER_DATA_NEWER', `compat ${compat}, this program knows ${currentCompat}`);
    }
    migrate(database);
    // Read everything once: a row that breaks its schema must be noticed now, not when it is first shown.
    readAll(database, annotationRows);
    readAll(database, bookmarkRows);
    readAll(database, positionRows);
    readAll(database, folderRows);
    readAll(database, shelfRows);
    readSettings(database);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof ReaderError) throw error;
    throw new ReaderError('USER_DATA_CORRUPT', error instanceof Error ? error.message : String(error));
  }
}

function migrate(database: Database): void {
  for (const { version, apply } of migrations) {
    if (version <= numberOf(database, 'pragma user_version')) continue;
    apply(database);
    database.run(`pragma user_version = ${version}`);
    database.run("insert or replace into meta(key, value) values ('schema', ?), ('compat', ?)", [
      String(currentSchema),
      String(currentCompat),
    ]);
  }
}

function putSettings(database: Database, patch: SettingsPatch): void {
  for (const [key, value] of Object.entries(patch)) {
    database.run('insert or replace into settings(key, value) values (?, ?)', [key, JSON.stringify(value)]);
  }
}

/** A single setting that cannot be read falls back to its default; it is not worth losing the others. */
function readSettings(database: Database): Settings {
  const settings: Record<string, unknown> = { ...defaultSettings };
  for (const { key, value } of rowsOf(database, 'select key, value from settings')) {
    const patched = { ...settings, [String(key)]: parseJson(String(value)) };
    if (settingsSchema.safeParse(patched).success) Object.assign(settings, patched);
  }
  return settingsSchema.parse(settings);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether changes could be written now; also clears what an interrupted write left behind. */
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
