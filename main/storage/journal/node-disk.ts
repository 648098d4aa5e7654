import { lstat, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf, syncFolder } from '../../files/atomic-write.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { patiently } from '../../files/patiently.ts';
import type { Disk } from './disk.ts';

/** A folder of the computer. */
export function nodeDisk(folder: string): Disk {
  const at = (name: string): string => path.join(folder, name);
  return {
    prepare: () => makeFolder(folder),
    names: async () => {
      try {
        return await readdir(folder);
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') return [];
        throw error;
      }
    },
    // A copy, not the Buffer: sql.js takes its bytes with slice(), which for a Buffer shares the memory.
    read: async (name) => new Uint8Array(await readFile(at(name))),
    create: async (name) => {
      const handle = await open(at(name), 'wx');
      return {
        write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
        sync: () => handle.datasync(),
        truncate: (length) => handle.truncate(length),
        isLinked: async () => (await handle.stat()).nlink > 0,
        close: () => handle.close(),
      };
    },
    remove: (name) => patiently(() => unlink(at(name))),
    moveInto: async (inner, name) => {
      await mkdir(at(inner), { recursive: true });
      for (let number = 0; ; number += 1) {
        const candidate = number === 0 ? name : `${name}.${number}`;
        if (await isTaken(path.join(at(inner), candidate))) continue;
        await patiently(() => rename(at(name), path.join(at(inner), candidate)));
        return candidate;
      }
    },
    syncFolder: () => syncFolder(folder),
  };
}

async function isTaken(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
