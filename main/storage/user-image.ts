import type { Database, SqlJsStatic } from 'sql.js';
import { defaultSettings, ReaderError, type Settings, settingsSchema } from '../../preload/contract/index.ts';
import { numberOf, openDatabase, rowsOf } from './database.ts';
import type { Image, ImageKind } from './journal/image.ts';
import type { RowChange } from './journal/record-format.ts';
import { currentCompat, currentSchema, migrations } from './migrations/index.ts';
import {
  annotationRows,
  bookmarkRows,
  folderRows,
  type Mapping,
  positionRows,
  putRow,
  readAll,
  removeRow,
  shelfRows,
} from './user-rows.ts';

/** 'ceyn' in ASCII: user data of ours. */
const userApplicationId = 0x6365796e;

/** The user's data in memory, as an SQLite database. */
export type UserImage = Image & { readonly database: () => Database };

const mappings: readonly Pick<Mapping<unknown>, 'table' | 'key'>[] = [
  annotationRows,
  bookmarkRows,
  positionRows,
  folderRows,
  shelfRows,
  { table: 'settings', key: 'key' },
];

/** Images of the user's data; an empty one begins with `base`, the file of an earlier form, where there is one. */
export function userImages(sqlite: SqlJsStatic, base: Uint8Array | null): ImageKind<UserImage> {
  return {
    schema: currentSchema,
    compat: currentCompat,
    empty: () => imageOf(base === null ? emptyDatabase(sqlite) : openWhole(sqlite, base)),
    load: (bytes) => imageOf(openWhole(sqlite, bytes)),
  };
}

function imageOf(database: Database): UserImage {
  return {
    database: () => database,
    schema: () => numberOf(database, 'pragma user_version'),
    migrate: () => {
      migrate(database);
      readEverything(database);
    },
    apply: (changes) => applied(database, changes),
    // export() would silently roll back an open transaction; there is none between two changes.
    export: () => database.export(),
    close: () => database.close(),
  };
}

function applied(database: Database, changes: readonly RowChange[]): boolean {
  if (changes.some(({ table }) => !mappings.some((mapping) => mapping.table === table))) return false;
  database.run('begin');
  try {
    for (const { table, id, row } of changes) {
      const mapping = mappings.find((each) => each.table === table);
      if (mapping === undefined) continue;
      if (row === null) removeRow(database, mapping, id);
      else putRow(database, mapping, row);
    }
    database.run('commit');
    return true;
  } catch (error) {
    database.run('rollback');
    // A column that only a newer program knows.
    if (error instanceof Error && /no column|no such table/.test(error.message)) return false;
    throw error;
  }
}

export function emptyDatabase(sqlite: SqlJsStatic): Database {
  const database = new sqlite.Database();
  database.run(`pragma application_id = ${userApplicationId}`);
  migrate(database);
  return database;
}

/** @throws ReaderError USER_DATA_CORRUPT or USER_DATA_NEWER */
function openWhole(sqlite: SqlJsStatic, bytes: Uint8Array): Database {
  const database = openDatabase(sqlite, bytes, userApplicationId, 'USER_DATA_CORRUPT');
  try {
    const compat = Number(rowsOf(database, "select value from meta where key = 'compat'")[0]?.value);
    if (!Number.isInteger(compat)) throw new ReaderError('USER_DATA_CORRUPT', 'no compat');
    if (compat > currentCompat) {
      throw new ReaderError('USER_DATA_NEWER', `compat ${compat}, this program knows ${currentCompat}`);
    }
    // What an earlier schema wrote is looked through when it has been carried over.
    if (numberOf(database, 'pragma user_version') >= currentSchema) readEverything(database);
    return database;
  } catch (error) {
    database.close();
    throw corrupt(error);
  }
}

/** Reads everything once: a row that breaks its schema must be noticed now, not when it is first shown. */
function readEverything(database: Database): void {
  try {
    for (const mapping of [annotationRows, bookmarkRows, positionRows, folderRows, shelfRows])
      readAll(database, mapping as Mapping<unknown>);
    readSettings(database);
  } catch (error) {
    throw corrupt(error);
  }
}

function corrupt(error: unknown): ReaderError {
  if (error instanceof ReaderError) return error;
  return new ReaderError('USER_DATA_CORRUPT', error instanceof Error ? error.message : String(error));
}

function migrate(database: Database): void {
  try {
    for (const { version, apply } of migrations) {
      if (version <= numberOf(database, 'pragma user_version')) continue;
      apply(database);
      database.run(`pragma user_version = ${version}`);
      database.run("insert or replace into meta(key, value) values ('schema', ?), ('compat', ?)", [
        String(currentSchema),
        String(currentCompat),
      ]);
    }
  } catch (error) {
    throw corrupt(error);
  }
}

/** A single setting that cannot be read falls back to its default; it is not worth losing the others. */
export function readSettings(database: Database): Settings {
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
