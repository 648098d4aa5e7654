import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf } from './atomic-write.ts';

/**
 * Makes `folder` with all folders above it; one that is there already is no error. Node's own recursive
 * mkdir reports ENOENT on a read-only disk, and a user would be told of a broken disk.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === 'EEXIST') return;
    if (errno !== 'ENOENT' || path.dirname(folder) === folder) throw error;
    await makeFolder(path.dirname(folder));
    await mkdir(folder);
  }
}
