import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Database, SqlJsStatic } from 'sql.js';
import { APPLICATION_ID, SCHEMA_VERSION, TABLES } from '../../build/library/schema.ts';
import { loadSqlite } from '../../main/storage/database.ts';

export const wasmFile = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');

let loaded: Promise<SqlJsStatic> | undefined;
/** SQLite as the app loads it, once for a test file. */
export function sqlite(): Promise<SqlJsStatic> {
  loaded ??= loadSqlite(wasmFile);
  return loaded;
}

/** The bytes of `database`, with `alter` applied first. */
export async function changedBytes(file: string, alter: (database: Database) => void): Promise<Uint8Array> {
  const database = new (await sqlite()).Database(await readFile(file));
  alter(database);
  const bytes = database.export();
  database.close();
  return bytes;
}

/** The bytes of an SQLite database that is not ours, with a table and an application id of one's choice. */
export async function foreignDatabase(applicationId = 0): Promise<Uint8Array> {
  const database = new (await sqlite()).Database();
  database.run(`pragma application_id = ${applicationId}`);
  database.run('create table cookies(host text, value text)');
  database.run("insert into cookies values ('example.org', 'x')");
  const bytes = database.export();
  database.close();
  return bytes;
}

/** An astral character (𠮷) and a table row with two cells are in it, beside plain paragraphs. */
export const sampleTexts = {
  title: '关于提高养老金的通知',
  heading: '主要目标',
  paragraph: '稳步提高养老金水平，由𠮷林等地先行。',
  row: '1稳步提高市人社局',
} as const;

const sampleFragment = '片段一句。';

/**
 * A content.db by the real schema: `002`, which prints all its facts, with a heading, a paragraph and a
 * table row, and `003`, of which little is known.
 */
export async function sampleLibrary(alter?: (database: Database) => void): Promise<Uint8Array> {
  const database = new (await sqlite()).Database();
  database.run(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${SCHEMA_VERSION};`);
  for (const statement of TABLES) database.run(statement);
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
    const names = Object.keys(row);
    database.run(
      `insert into ${table}(${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
      Object.values(row),
    );
  };
  insert('meta', { key: 'schema_version', value: String(SCHEMA_VERSION) });
  insert('meta', { key: 'content_hash', value: 'c'.repeat(64) });
  const source = { source_start: 0, source_end: 1 };
  const document = { source_file: 'a.txt', ...source, edition_hash: 'a'.repeat(64), script: 'hans' };
  insert('documents', {
    ...document,
    id: '003',
    ord: 2,
    title: '某通知（片段）',
    title_basis: 'inferred',
    completeness: 'fragment',
    character_count: sampleFragment.length,
    inferred_fields: '["title"]',
  });
  insert('documents', {
    ...document,
    id: '002',
    ord: 1,
    title: sampleTexts.title,
    title_basis: 'stated',
    document_number: '沪府发〔2012〕7号',
    issuer: '上海市人民政府',
    kind: '通知',
    level: 'municipal',
    issued_on: '2012-02-01',
    completeness: 'complete',
    character_count: Object.values(sampleTexts).join('').length,
  });
  const block = (ord: number, kind: string, text: string, rest = {}): void =>
    insert('blocks', { id: `002-b000${ord}`, document_id: '002', ord, kind, text, ...rest });
  block(1, 'title', sampleTexts.title);
  block(2, 'heading', sampleTexts.heading, {
    level: 1,
    level_basis: 'stated',
    number: '一、',
    closing: '。',
  });
  block(3, 'paragraph', sampleTexts.paragraph, { parent_id: '002-b0002' });
  block(4, 'table', sampleTexts.row, { parent_id: '002-b0002' });
  insert('blocks', { id: '003-b0001', document_id: '003', ord: 1, kind: 'paragraph', text: sampleFragment });
  const cell = (ord: number, column: string, start: number, end: number): void =>
    insert('table_cells', {
      block_id: '002-b0004',
      ord,
      column_name: column,
      text_start: start,
      text_end: end,
      ...source,
    });
  cell(0, 'seq', 0, 1);
  cell(1, 'measure', 1, 5);
  cell(2, 'bodies', 5, 9);
  alter?.(database);
  const bytes = database.export();
  database.close();
  return bytes;
}
