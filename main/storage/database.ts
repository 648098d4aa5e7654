import { readFile } from 'node:fs/promises';
import type { Database, SqlJsStatic } from 'sql.js';
import initSqlJs from 'sql.js';
import { type ErrorCode, ReaderError } from '../../preload/contract/index.ts';

/** SQLite as WebAssembly, compiled from the file at `wasmFile`. */
export async function loadSqlite(wasmFile: string): Promise<SqlJsStatic> {
  const bytes = await readFile(wasmFile);
  return initSqlJs({ wasmBinary: new Uint8Array(bytes).buffer });
}

export type SqlValue = string | number | Uint8Array | null;

/** All rows of `sql`, each an object from column name to value. */
export function rowsOf(
  database: Database,
  sql: string,
  parameters: readonly SqlValue[] = [],
): Record<string, SqlValue>[] {
  const statement = database.prepare(sql);
  try {
    statement.bind([...parameters]);
    const rows: Record<string, SqlValue>[] = [];
    while (statement.step()) rows.push(statement.getAsObject() as Record<string, SqlValue>);
    return rows;
  } finally {
    statement.free();
  }
}

/** The one number that `sql` answers, such as a pragma; 0 where it answers nothing. */
export function numberOf(database: Database, sql: string): number {
  const value = database.exec(sql)[0]?.values[0]?.[0];
  return typeof value === 'number' ? value : 0;
}

/**
 * Opens `bytes` as a database of ours.
 * @throws ReaderError with `corrupt` when the bytes are no whole SQLite database or carry another
 *   application id. A file of no bytes is corrupt: SQLite itself would take it for an empty database.
 *   Bytes that are `proven` (by a hash) are not looked through again.
 */
export function openDatabase(
  sqlite: SqlJsStatic,
  bytes: Uint8Array,
  applicationId: number,
  corrupt: ErrorCode,
  proven = false,
): Database {
  if (new TextDecoder().decode(bytes.subarray(0, 15)) !== 'SQLite format 3') {
    throw new ReaderError(corrupt, `not an SQLite file (${bytes.length} bytes)`);
  }
  const whole = lengthByHeader(bytes);
  if (bytes.length < whole) throw new ReaderError(corrupt, `cut off: ${bytes.length} of ${whole} bytes`);
  let database: Database | undefined;
  try {
    database = new sqlite.Database(bytes);
    const verdict = proven ? 'ok' : database.exec('pragma quick_check(1)')[0]?.values[0]?.[0];
    if (verdict !== 'ok') throw new ReaderError(corrupt, `quick_check: ${String(verdict)}`);
    const id = numberOf(database, 'pragma application_id');
    if (id !== applicationId)
      throw new ReaderError(corrupt, `application id ${id}, expected ${applicationId}`);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof ReaderError) throw error;
    throw new ReaderError(corrupt, error instanceof Error ? error.message : String(error));
  }
}

/**
 * The length an SQLite file says it has (file format, 1.3.2 and 1.3.7). SQLite itself reads what is missing of a
 * last page as zeros and finds nothing wrong with it.
 */
function lengthByHeader(bytes: Uint8Array): number {
  if (bytes.length < 100) return 100;
  const header = new DataView(bytes.buffer, bytes.byteOffset, 100);
  const pageSize = header.getUint16(16);
  return (pageSize === 1 ? 65_536 : pageSize) * header.getUint32(28);
}
