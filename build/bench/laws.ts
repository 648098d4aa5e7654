import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadSqlite } from '../../main/storage/database.ts';
import { APPLICATION_ID, SCHEMA_VERSION, TABLES } from '../library/schema.ts';
import { repository } from '../tour/launch-app.ts';
import { wasmFile } from './reader-apps.ts';

type Law = { readonly id: string; readonly title: string; readonly paragraphs: readonly string[] };

const corpus = path.join(repository, '..', 'shared', 'corpus', 'laws-995.jsonl.gz');

/** The corpus of laws, as many times over as told, each time with other ids; null where it is not at hand. */
export async function readLaws(times = 1): Promise<readonly Law[] | null> {
  if (!existsSync(corpus)) return null;
  const lines = gunzipSync(await readFile(corpus))
    .toString('utf8')
    .trim()
    .split('\n');
  const laws = lines.map((line): Law => JSON.parse(line));
  return Array.from({ length: times }, (_, time) =>
    time === 0 ? laws : laws.map((law) => ({ ...law, id: `${law.id}-x${time}` })),
  ).flat();
}

/** A copy of the app with laws as its library. */
export async function makeLawsApp(folder: string, laws: readonly Law[]): Promise<void> {
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  await cp(path.join(repository, 'package.json'), path.join(folder, 'package.json'));
  await cp(path.join(repository, 'dist', 'app'), path.join(folder, 'dist', 'app'), { recursive: true });
  const sqlite = await loadSqlite(wasmFile);
  const database = new sqlite.Database();
  database.run(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${SCHEMA_VERSION};`);
  for (const statement of TABLES) database.run(statement);
  database.run('begin');
  database.run("insert into meta values ('schema_version', ?), ('content_hash', ?)", [
    String(SCHEMA_VERSION),
    createHash('sha256').update(String(laws.length)).digest('hex'),
  ]);
  const document = database.prepare(
    `insert into documents(id, ord, source_file, source_start, source_end, edition_hash, title, title_basis, script,
     completeness, kind, character_count) values (?, ?, 'laws.txt', 0, 1, ?, ?, 'stated', 'hans', 'complete', ?, ?)`,
  );
  const block = database.prepare(
    'insert into blocks(id, document_id, ord, kind, level, level_basis, text) values (?, ?, ?, ?, ?, ?, ?)',
  );
  for (const [ord, { id, title, paragraphs }] of laws.entries()) {
    const length = paragraphs.join('').length;
    const kind = /(?:条例|办法|规定|决定|法)$/u.exec(title)?.[0] ?? null;
    document.run([id, ord, createHash('sha256').update(id).digest('hex'), title, kind, length]);
    for (const [at, text] of paragraphs.entries()) {
      const isHeading = /^第[一二三四五六七八九十百]+[章节]/u.test(text);
      const [rank, level] = at === 0 ? ['title', null] : isHeading ? ['heading', 1] : ['paragraph', null];
      block.run([`${id}-b${at}`, id, at, rank, level, level === null ? null : 'stated', text]);
    }
  }
  document.free();
  block.free();
  database.run('commit');
  const bytes = database.export();
  database.close();
  await writeFile(path.join(folder, 'dist', 'content.db'), bytes);
  await writeFile(
    path.join(folder, 'dist', 'content.db.sha256'),
    `${createHash('sha256').update(bytes).digest('hex')}\n`,
  );
}
