// Looks at what would be shipped: dist/app and dist/content.db, the content of app.asar.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const MEBIBYTE = 1024 * 1024;
export const sizeLimit = 15 * MEBIBYTE;

/**
 * @typedef {object} Finding
 * @property {string} what was looked at
 * @property {string | undefined} problem undefined when it is as it should be
 */

/** @param {string} root @returns {readonly Finding[]} */
export function checkBundle(root) {
  const app = join(root, 'dist', 'app');
  const library = ['content.db', 'content.db.sha256'].flatMap((name) => filesIn(join(root, 'dist', name)));
  const shipped = [...filesIn(app), ...library, join(root, 'package.json')];
  const scripts = filesIn(app).filter((file) => /\.[cm]?js$/.test(file));
  return [
    finding('every part is built', missingParts(root)),
    finding(`all that is shipped is at most ${sizeLimit / MEBIBYTE} MiB`, tooLarge(root, shipped)),
    finding('the preload script is one file', preloadProblem(join(app, 'preload'))),
    finding(
      'the renderer runs without eval',
      offenders(root, scripts.filter(inRenderer(app)), evaluatesText),
    ),
    finding(
      'no file names a folder of this machine',
      offenders(root, scripts, (text) => text.includes(root)),
    ),
    finding(
      'no source map and no source is shipped',
      listOf(
        root,
        shipped.filter((file) => /\.(map|ts|tsx)$/.test(file)),
      ),
    ),
  ];
}

/** @param {string} what @param {string | undefined} problem @returns {Finding} */
function finding(what, problem) {
  return { what, problem };
}

/** @param {string} root */
function missingParts(root) {
  /** @type {{ main?: string }} */
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = [
    manifest.main ?? 'main in package.json',
    'dist/app/renderer/index.html',
    'dist/content.db',
    'dist/content.db.sha256',
  ];
  const missing = parts.filter((part) => !existsSync(join(root, part)));
  return missing.length === 0 ? undefined : `missing: ${missing.join(', ')}`;
}

/** @param {string} root @param {readonly string[]} files */
function tooLarge(root, files) {
  const sizes = files.filter((file) => existsSync(file)).map((file) => ({ file, size: statSync(file).size }));
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  if (total <= sizeLimit) return undefined;
  const largest = sizes.sort((a, b) => b.size - a.size).slice(0, 5);
  const list = largest.map(({ file, size }) => `${relative(root, file)} ${(size / MEBIBYTE).toFixed(1)}`);
  return `${(total / MEBIBYTE).toFixed(1)} MiB; the largest: ${list.join(', ')}`;
}

/** A sandboxed preload script can require nothing of its own. @param {string} folder */
function preloadProblem(folder) {
  const files = filesIn(folder);
  const [file] = files;
  if (file === undefined || files.length !== 1) return `${files.length} files in dist/app/preload`;
  const required = [...readFileSync(file, 'utf8').matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)/g)];
  const others = required.map(([, name]) => name).filter((name) => name !== 'electron');
  return others.length === 0 ? undefined : `it requires ${others.join(', ')}`;
}

/** @param {string} text */
function evaluatesText(text) {
  return /(?<![.\w$])eval\(|\bnew Function\(/.test(text);
}

/** @param {string} app */
function inRenderer(app) {
  return (/** @type {string} */ file) => file.startsWith(join(app, 'renderer'));
}

/** @param {string} root @param {readonly string[]} files @param {(text: string) => boolean} offends */
function offenders(root, files, offends) {
  return listOf(
    root,
    files.filter((file) => offends(readFileSync(file, 'utf8'))),
  );
}

/** @param {string} root @param {readonly string[]} files */
function listOf(root, files) {
  return files.length === 0 ? undefined : files.map((file) => relative(root, file)).join(', ');
}

/** Every file at or below a path, absolute. @param {string} path @returns {string[]} */
function filesIn(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return [];
  if (!status.isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}
