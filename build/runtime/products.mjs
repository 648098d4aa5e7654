// What is built from the repository before the app can start, and when it must be built again.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';
import { textOf } from './locations.mjs';
import { messageOf, SetupError, step } from './progress.mjs';

/**
 * @typedef {object} Product
 * @property {string} name
 * @property {string} what the action, for its line
 * @property {readonly string[]} inputs files and folders, relative to the root; those that are absent count as such
 * @property {readonly string[]} outputs files that are there after the build
 * @property {readonly string[]} command arguments for node, relative to the root
 */

/** @type {readonly Product[]} */
export const products = [
  {
    name: 'library',
    what: 'building dist/content.db from seeds',
    inputs: [
      'seeds',
      'build/library',
      'main/ingest',
      'main/storage',
      'preload/contract',
      'renderer/domain',
      'package-lock.json',
    ],
    outputs: ['dist/content.db', 'dist/content.db.sha256'],
    command: ['node_modules/tsx/dist/cli.mjs', 'build/library/build-library.ts'],
  },
  {
    name: 'bundles',
    what: 'bundling main, preload and renderer into dist/app',
    inputs: ['main', 'preload', 'renderer', 'build/bundle', 'package.json', 'package-lock.json'],
    outputs: ['dist/app/main/app.cjs', 'dist/app/preload/bridge.cjs', 'dist/app/renderer/index.html'],
    command: ['build/bundle/bundle.mjs'],
  },
];

/**
 * Builds a product when an output is missing or an input is not as it was at the last build.
 * @param {Product} product @param {string} root
 * @returns {Promise<boolean>} whether it was built
 */
export async function ensureProduct(product, root) {
  const stampFile = join(root, 'dist', '.stamps', product.name);
  // Taken before the build: an input that is edited meanwhile must count as changed the next time.
  const stamp = inputStamp(product.inputs, root);
  const complete = product.outputs.every((output) => existsSync(join(root, output)));
  if (complete && textOf(stampFile) === stamp) return false;
  try {
    await step(product.what, () => run(process.execPath, product.command, { cwd: root }));
  } catch (error) {
    throw new SetupError(`This failed: node ${product.command.join(' ')}\n${messageOf(error)}`);
  }
  for (const output of product.outputs) {
    if (!existsSync(join(root, output))) {
      throw new SetupError(`node ${product.command.join(' ')} succeeded but left no ${output}.`);
    }
  }
  await mkdir(dirname(stampFile), { recursive: true });
  await writeFile(stampFile, stamp);
  return true;
}

/**
 * A digest over path, size and modification time of every input file. Documentation is no input.
 * @param {readonly string[]} inputs @param {string} root
 */
function inputStamp(inputs, root) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesUnder(root, input))) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string} path @returns {string[]} files, relative to root, in a fixed order */
function filesUnder(root, path) {
  const status = statSync(join(root, path), { throwIfNoEntry: false });
  if (status === undefined) return [];
  if (!status.isDirectory()) return path.endsWith('.md') ? [] : [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesUnder(root, `${path}/${name}`));
}
