import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import initSqlJs from 'sql.js';
import { libraryRows, type TableRows } from './rows.ts';
import { APPLICATION_ID, SCHEMA_VERSION, TABLES } from './schema.ts';
import { readSeeds, sha256 } from './seeds.ts';

/** The repository's own seeds. */
export const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));

/**
 * Build content.db from a seeds folder (`manifest.json`, `documents/`): the bytes of an SQLite database.
 * The same seeds give the same bytes: rows go in in source order and nothing depends on time or place.
 * @throws IngestError naming the file that cannot be read
 */
export async function buildLibrary(seedsFolder: string): Promise<Uint8Array> {
  const library = await readSeeds(seedsFolder);
  const tables = libraryRows(library);
  const sql = await initSqlJs();
  const db = new sql.Database();
  try {
    db.run(
      `pragma page_size = 4096; pragma application_id = ${APPLICATION_ID}; pragma user_version = ${SCHEMA_VERSION};`,
    );
    for (const statement of TABLES) db.run(statement);
    db.run('begin');
    for (const rows of tables) insert(db, rows);
    insert(db, {
      table: 'meta',
      columns: 2,
      rows: [
        ['schema_version', String(SCHEMA_VERSION)],
        ['content_hash', sha256(JSON.stringify(tables))],
        ['built_from', library.builtFrom],
      ],
    });
    db.run('commit');
    return db.export();
  } finally {
    db.close();
  }
}

function insert(db: initSqlJs.Database, { table, columns, rows }: TableRows): void {
  const statement = db.prepare(`insert into ${table} values (${Array(columns).fill('?').join(', ')})`);
  try {
    for (const row of rows) statement.run([...row]);
  } finally {
    statement.free();
  }
}

/**
 * Write the library and beside it its hash (`content.db.sha256`, 64 hexadecimal digits), which the app
 * proves the file with. A failed build leaves the former files as they were.
 */
export async function writeLibrary(bytes: Uint8Array, out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  await writeWhole(bytes, out);
  await writeWhole(new TextEncoder().encode(`${sha256(bytes)}\n`), `${out}.sha256`);
}

/** Write beside the target and rename. */
async function writeWhole(bytes: Uint8Array, out: string): Promise<void> {
  const temporary = `${out}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, out);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function option(name: string, fallback: string): string {
  const at = process.argv.indexOf(name);
  return resolve(at < 0 ? fallback : (process.argv[at + 1] ?? fallback));
}

async function main(): Promise<void> {
  const started = performance.now();
  const out = option('--out', join('dist', 'content.db'));
  const bytes = await buildLibrary(option('--seeds', SEEDS));
  await writeLibrary(bytes, out);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(`library: ${bytes.length} bytes in ${seconds} s\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    process.stderr.write(`library: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
