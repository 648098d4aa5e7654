import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { type ErrorCode, ReaderError } from '../../preload/contract/index.ts';

/** The file operations the writer needs; tests put a failing disk in their place. */
export type WriterFiles = {
  readonly open: (
    file: string,
    flags: string,
  ) => Promise<Pick<FileHandle, 'write' | 'sync' | 'stat' | 'close'>>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly unlink: (file: string) => Promise<void>;
};

const nodeFiles: WriterFiles = { open, rename, unlink };

const codeOfErrno = new Map<string, ErrorCode>([
  ['ENOSPC', 'DISK_FULL'],
  ['EDQUOT', 'DISK_FULL'],
  ['EROFS', 'READ_ONLY'],
  ['EACCES', 'READ_ONLY'],
  ['EPERM', 'READ_ONLY'],
]);

/** The system's errno name of `error` (`ENOSPC`), or undefined. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Turns a file system error into the error a user is told about: DISK_FULL, READ_ONLY or IO. */
export function asStorageError(error: unknown, file: string): ReaderError {
  if (error instanceof ReaderError) return error;
  const errno = errnoOf(error);
  const code = (errno !== undefined && codeOfErrno.get(errno)) || 'IO';
  return new ReaderError(
    code,
    `${path.basename(file)}: ${error instanceof Error ? error.message : String(error)}`,
  );
}

/**
 * Writes `bytes` to `file` so that the file is either the old one or the new one, whole, and the new
 * one is on disk when the promise resolves. Written by hand because the known packages publish a
 * truncated file and report success when the disk fills up (durability.md, section 2).
 * @throws ReaderError DISK_FULL, READ_ONLY or IO; the former file is then untouched and no
 *   temporary file is left.
 */
export async function writeFileAtomically(
  file: string,
  bytes: Uint8Array,
  files: WriterFiles = nodeFiles,
): Promise<void> {
  const temporary = `${file}.tmp-${randomBytes(6).toString('hex')}`;
  try {
    const handle = await files.open(temporary, 'wx');
    try {
      // One write may write less than it was given and still succeed.
      for (let written = 0; written < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, written);
        if (bytesWritten === 0)
          throw new ReaderError('DISK_FULL', `${path.basename(file)}: nothing more can be written`);
        written += bytesWritten;
      }
      await handle.sync();
      const { size } = await handle.stat();
      if (size !== bytes.length)
        throw new ReaderError('IO', `${path.basename(file)}: ${size} of ${bytes.length} bytes`);
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, file, files);
  } catch (error) {
    // The temporary file may never have come into being; what went wrong first is what is told.
    await files.unlink(temporary).catch(() => undefined);
    throw asStorageError(error, file);
  }
  await syncFolder(path.dirname(file), files);
}

/** On Windows a virus scanner may hold the file for a moment; waits 10 ms to 250 ms, 10 s in all. */
async function renamePatiently(from: string, to: string, files: WriterFiles): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (let pause = 10; ; pause = Math.min(pause * 2, 250)) {
    try {
      await files.rename(from, to);
      return;
    } catch (error) {
      const held =
        process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error) ?? '');
      if (!held || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** A rename is durable only once its folder is synced; Windows cannot sync a folder. */
async function syncFolder(folder: string, files: WriterFiles): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await files.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asStorageError(error, folder);
  }
}

/** Removes what an interrupted write of `file` left behind. Only files this writer names are touched. */
export async function removeLeftovers(file: string): Promise<void> {
  const folder = path.dirname(file);
  const pattern = new RegExp(`^${path.basename(file).replaceAll('.', '\\.')}\\.tmp-[0-9a-f]{12}$`);
  for (const name of await readdir(folder)) {
    if (pattern.test(name)) await unlink(path.join(folder, name));
  }
}
