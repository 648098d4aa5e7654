/**
 * `query '<query>'`: the search of the app without its window, on the same engine. Prints the hits for people, or
 * with `--json` an object of `total`, `occurrences`, `documents`, `hits` and `problems`; with `--stdin` one such object
 * a line for one query a line. Exits 2 with a sentence on stderr when the call or the library cannot be used.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { openContentStore } from '../../main/storage/content-store.ts';
import { loadSqlite } from '../../main/storage/database.ts';
import { sourcePlaces } from '../../main/storage/source-places.ts';
import { ReaderError } from '../../preload/contract/index.ts';
import { createSearchEngine } from '../../renderer/domain/search/index.ts';
import { repositoryRoot } from '../runtime/locations.mjs';
import { ensureProduct, products } from '../runtime/products.mjs';
import { SetupError } from '../runtime/progress.mjs';
import { type Answer, answer, type Searched } from './answer.ts';
import { parseArguments, UsageError } from './arguments.ts';

/** Units of a library that is indexed first; a larger one is scanned sooner than indexed. */
const indexedUnits = 20_000;

async function main(given: readonly string[]): Promise<void> {
  const { query, json, exact, limit, db } = parseArguments(given);
  const searched = await openLibrary(db);
  const ask = (words: string): Answer => answer(searched, words, { limit, exact });
  if (query !== null) {
    const answered = ask(query);
    process.stdout.write(json ? `${JSON.stringify(answered)}\n` : inWords(answered));
    return;
  }
  const lines = (await text(process.stdin)).split('\n').map((line) => line.replace(/\r$/u, ''));
  // What stands behind the last line feed is no line.
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) process.stdout.write(`${JSON.stringify(ask(line))}\n`);
}

async function openLibrary(db: string | null): Promise<Searched> {
  const library = products.find(({ name }) => name === 'library');
  if (db === null && library !== undefined) await ensureProduct(library, repositoryRoot);
  // npm changes to the project's folder; a file is named from where the command was called.
  const called = process.env.INIT_CWD ?? process.cwd();
  const file = db === null ? path.join(repositoryRoot, 'dist', 'content.db') : path.resolve(called, db);
  const sqlite = await loadSqlite(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
  try {
    const store = await openContentStore(sqlite, file);
    const { documents, units } = store.searchFeed();
    const engine = createSearchEngine();
    engine.add(units, documents);
    if (units.length <= indexedUnits) engine.buildIndex(units.length);
    const titles = new Map(documents.map(({ id, title }) => [id, title]));
    return { engine, titles, places: store.query(sourcePlaces) };
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    throw new UsageError(`${file} cannot be searched: ${error.code}, ${error.message}.`);
  }
}

function inWords({ total, occurrences, documents, hits, problems }: Answer): string {
  const lines = problems.map(({ message }) => message);
  lines.push(`${total} 段，${occurrences} 处，${documents} 份文件`);
  for (const { documentId, title, blockId, start, end, snippet } of hits) {
    lines.push(`${documentId} ${title}`, `  ${blockId} ${start}-${end}  ${snippet.replace(/\s+/gu, ' ')}`);
  }
  return `${lines.join('\n')}\n`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof UsageError || error instanceof SetupError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return;
  }
  // Not foreseen: a mistake of ours, which must show where it is.
  process.stderr.write(`query failed: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
