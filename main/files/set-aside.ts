import { lstat, rename } from 'node:fs/promises';
import path from 'node:path';
import { asStorageError, errnoOf } from './atomic-write.ts';

/**
 * Gives `file` a new name beside it that nothing bears yet, and returns that name.
 * @throws ReaderError DISK_FULL, READ_ONLY or IO
 */
export async function setAside(file: string): Promise<string> {
  const { dir, name, ext } = path.parse(file);
  try {
    for (let number = 1; ; number += 1) {
      const candidate = path.join(dir, `${name}.damaged-${number}${ext}`);
      if (await isTaken(candidate)) continue;
      await rename(file, candidate);
      return candidate;
    }
  } catch (error) {
    throw asStorageError(error, file);
  }
}

/** A link that leads nowhere bears its name too. */
export async function isTaken(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}
