import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, absolute. */
export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the Electron executable lies inside an unpacked distribution. @param {NodeJS.Platform} platform */
export function executableName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The folder the official binary belongs to: that of Electron's own npm package. @param {string} root */
export function officialFolder(root) {
  return join(root, 'node_modules', 'electron', 'dist');
}

/** The folder under which fallback runtimes are unpacked. @param {string} root */
export function fallbackCache(root) {
  return join(root, 'node_modules', '.cache', 'policy-reader-runtime');
}

/** A file's trimmed text, or undefined when it cannot be read. @param {string} file */
export function textOf(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * The exact Electron version package.json pins: what releases are built with.
 * @param {string} root
 */
export function pinnedElectron(root) {
  const text = textOf(join(root, 'package.json')) ?? '{}';
  /** @type {{ devDependencies?: Record<string, string> }} */
  const manifest = JSON.parse(text);
  return manifest.devDependencies?.electron ?? 'unknown';
}
