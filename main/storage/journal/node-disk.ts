import { type FileHandle, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf, syncFolder } from '../../files/atomic-write.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { patiently } from '../../files/patiently.ts';
import { isTaken } from '../../files/set-aside.ts';
import type { Disk, DiskFile } from './disk.ts';

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
    create: async (name) => fileOf(at(name), await open(at(name), 'wx')),
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

/**
 * A file that is open from its first write to the sync that follows, and not between: nothing is left open by a
 * program that is killed or by a store that nobody uses any more, and no name is held on Windows.
 */
function fileOf(file: string, created: FileHandle): DiskFile {
  let handle: FileHandle | null = created;
  const opened = async (): Promise<FileHandle> => {
    handle ??= await open(file, 'r+');
    return handle;
  };
  const close = async (): Promise<void> => {
    const left = handle;
    handle = null;
    await left?.close();
  };
  /** The last act on a handle. */
  const lastly = async (act: (of: FileHandle) => Promise<void>): Promise<void> => {
    try {
      await act(await opened());
    } finally {
      await close();
    }
  };
  return {
    write: async (bytes, position) =>
      (await (await opened()).write(bytes, 0, bytes.length, position)).bytesWritten,
    sync: () => lastly((of) => of.datasync()),
    truncate: (length) => lastly((of) => of.truncate(length)),
    isLinked: () => isTaken(file),
    close,
  };
}
