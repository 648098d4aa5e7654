import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks a zip file, keeping file modes and symbolic links (macOS frameworks are made of them).
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} target the path inside folder an entry goes to; undefined skips it
 */
export async function unzip(archive, folder, target) {
  const yauzl = await import('yauzl');
  const zip = await yauzl.openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.endsWith('/') ? undefined : target(entry.fileName);
    if (name === undefined) continue;
    const file = inside(folder, name);
    const mode = entry.externalFileAttributes >>> 16;
    await mkdir(dirname(file), { recursive: true });
    const content = await zip.openReadStreamPromise(entry);
    if ((mode & FILE_TYPE) === SYMBOLIC_LINK) {
      const destination = await text(content);
      inside(folder, resolve(dirname(file), destination));
      await symlink(destination, file);
    } else {
      await pipeline(content, createWriteStream(file, { mode: mode & 0o777 || 0o644 }));
    }
  }
}

/**
 * The absolute path of an entry; an archive must not write, or link to, anything outside its folder.
 * @param {string} folder @param {string} name
 */
function inside(folder, name) {
  const file = resolve(folder, name);
  const way = relative(folder, file);
  if (way.startsWith('..') || isAbsolute(way))
    throw new Error(`The archive reaches outside its folder: ${name}`);
  return file;
}
