import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadSqlite } from '../../main/storage/database.ts';
import { repository } from '../tour/launch-app.ts';

// The apps that the reader is measured against and with.

export const book = '001';
export const wasmFile = path.join(repository, 'dist', 'app', 'main', 'sql-wasm.wasm');

/** An app of one window: a button that puts the same text into it as paragraphs. */
export async function makePlainApp(folder: string, texts: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'plain', main: 'main.cjs' }));
  await writeFile(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1320, height: 860 }).loadFile('index.html'));
`,
  );
  await writeFile(
    path.join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><style>p { font: 18px/1.95 "Noto Serif CJK SC", SimSun, serif; max-width: 38em; text-align: justify; text-indent: 2em }</style>
<button id="open">open</button><main></main>
<script>const texts = ${JSON.stringify(texts).replace(/</g, '\\u003c')};
document.getElementById('open').onclick = () => {
  document.querySelector('main').innerHTML = '<article>' + texts.map((text) => '<p>' + text + '</p>').join('') + '</article>';
};</script>`,
  );
}

/** A copy of the app whose compilation holds every one of its documents ten times. */
export async function makeTenfoldApp(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  await cp(path.join(repository, 'package.json'), path.join(folder, 'package.json'));
  await cp(path.join(repository, 'dist', 'app'), path.join(folder, 'dist', 'app'), { recursive: true });
  const sqlite = await loadSqlite(wasmFile);
  const database = new sqlite.Database(
    new Uint8Array(await readFile(path.join(repository, 'dist', 'content.db'))),
  );
  const columnsOf = (table: string): readonly string[] =>
    (database.exec(`pragma table_info(${table})`)[0]?.values ?? []).map(([, name]) => String(name));
  const copy = (table: string, where: string, altered: Readonly<Record<string, string>>): void => {
    const columns = columnsOf(table);
    database.run(
      `insert into ${table}(${columns.join(', ')}) select ${columns.map((name) => altered[name] ?? name).join(', ')} from ${table} where ${where}`,
    );
  };
  for (let time = 1; time < 10; time += 1) {
    const suffixed = (name: string): string =>
      `case when ${name} is null then null else ${name} || '-x${time}' end`;
    copy('documents', `parent_id = '${book}' and id not like '%-x%'`, {
      id: suffixed('id'),
      ord: `ord + ${time} * 1000`,
    });
    copy('blocks', `document_id like '${book}-p%' and id not like '%-x%'`, {
      id: suffixed('id'),
      document_id: suffixed('document_id'),
      parent_id: suffixed('parent_id'),
      run_in_of: suffixed('run_in_of'),
    });
  }
  const bytes = database.export();
  database.close();
  await writeFile(path.join(folder, 'dist', 'content.db'), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await writeFile(path.join(folder, 'dist', 'content.db.sha256'), `${hash}\n`);
}
