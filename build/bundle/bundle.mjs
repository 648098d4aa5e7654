/**
 * Bundles main, the storage worker, the preload bridge and the renderer into dist/app.
 * Everything is bundled: the app ships no node_modules.
 */
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const finished = path.join(root, 'dist', 'app');
// Built beside and put in place at the end: a failed build leaves the former bundles as they were.
const out = path.join(root, 'dist', `.app-${process.pid}`);

/** @type {import('vite').InlineConfig} */
const shared = { root, configFile: false, logLevel: 'warn', clearScreen: false };

/**
 * A bundle that runs in Node or in the sandboxed preload: one CommonJS file, with nothing but
 * Electron and Node's own modules left outside.
 * @param {string} entry path from the root
 * @param {string} file path below dist/app
 * @returns {import('vite').InlineConfig}
 */
function nodeBundle(entry, file) {
  return {
    ...shared,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: path.join(root, entry),
      target: 'node20',
      outDir: path.join(out, path.dirname(file)),
      emptyOutDir: false,
      minify: true,
      license: { fileName: `${path.basename(file)}.licences.md` },
      rolldownOptions: {
        external: ['electron', /^node:/],
        output: { format: 'cjs', entryFileNames: path.basename(file), codeSplitting: false },
      },
    },
  };
}

/**
 * A page with an index.html of its own. The print page is a bundle apart: code shared between the two would be
 * cut into more files, and each of them would cost the window's start a request.
 * @param {string} room below renderer
 * @param {string} folder below dist/app/renderer, '' for the window itself
 * @returns {import('vite').InlineConfig}
 */
function pageBundle(room, folder) {
  return {
    ...shared,
    root: path.join(root, 'renderer', room),
    base: folder === '' ? '/' : `/${folder}/`,
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome130',
      outDir: path.join(out, 'renderer', folder),
      emptyOutDir: false,
      // The polyfill is not needed in Electron and would insert a script.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      license: { fileName: `${room}.licences.md` },
    },
  };
}

try {
  await mkdir(path.join(out, 'main'), { recursive: true });
  await build(nodeBundle('main/app.ts', 'main/app.cjs'));
  await build(nodeBundle('main/storage/worker.ts', 'main/storage-worker.cjs'));
  await build(nodeBundle('main/export/pdf-worker.ts', 'main/pdf-worker.cjs'));
  await build(nodeBundle('main/export/export-worker.ts', 'main/export-worker.cjs'));
  await build(nodeBundle('preload/bridge.ts', 'preload/bridge.cjs'));
  await build(pageBundle('app', ''));
  await build(pageBundle('print', 'print'));
  await copyFile(
    path.join(root, 'node_modules', 'sql.js', 'dist', 'sql-wasm.wasm'),
    path.join(out, 'main', 'sql-wasm.wasm'),
  );
  await writeLicences([
    'main/app.cjs.licences.md',
    'main/storage-worker.cjs.licences.md',
    'main/pdf-worker.cjs.licences.md',
    'main/export-worker.cjs.licences.md',
    'preload/bridge.cjs.licences.md',
    'renderer/app.licences.md',
    'renderer/print/print.licences.md',
  ]);
} catch (error) {
  await rm(out, { recursive: true, force: true });
  throw error;
}
await rm(finished, { recursive: true, force: true });
await rename(out, finished);

/**
 * Joins the licences of all bundles into the one text that the About box shows.
 * @param {readonly string[]} files
 */
async function writeLicences(files) {
  /** @type {Map<string, string>} */
  const byPackage = new Map();
  for (const file of files) {
    const text = await readFile(path.join(out, file), 'utf8');
    for (const section of text.split(/^(?=## )/m).slice(1)) {
      byPackage.set(section.slice(3, section.indexOf('\n')), section.trim());
    }
    await rm(path.join(out, file));
  }
  const sections = [...byPackage].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([, section]) => section);
  if (sections.length === 0)
    throw new Error('no licences were collected; has the bundler changed their form?');
  await writeFile(path.join(out, 'licences.md'), `${sections.join('\n\n')}\n`);
}
