import { randomBytes } from 'node:crypto';
import { link, open, readdir, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { type ErrorCode, ReaderError } from '../../preload/contract/index.ts';
import { patiently } from './patiently.ts';

/** The file operations the writer needs; tests put a failing disk in their place. */
export type WriterFiles = {
  readonly open: (file: string, flags: string) => Promise<WriterHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly link: (existing: string, name: string) => Promise<void>;
  readonly unlink: (file: string) => Promise<void>;
};

type WriterHandle = {
  readonly write: (
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => Promise<{ readonly bytesWritten: number }>;
  readonly sync: () => Promise<void>;
  readonly stat: () => Promise<{ readonly size: number }>;
  readonly close: () => Promise<void>;
};

const nodeFiles: WriterFiles = { open, rename, link, unlink };

/** Windows cannot sync a folder. */
const syncsFolders = process.platform !== 'win32';

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
 * @throws ReaderError DISK_FULL, READ_ONLY or IO; the former file is then in its place, untouched, and
 *   no temporary file is left.
 */
export async function writeFileAtomically(
  file: string,
  bytes: Uint8Array,
  files: WriterFiles = nodeFiles,
): Promise<void> {
  const temporary = temporaryName(file);
  const former = temporaryName(file);
  let kept: Kept = 'nothing';
  try {
    await writeWhole(temporary, bytes, files);
    if (syncsFolders) kept = await keepFormer(file, former, files);
    await patiently(() => files.rename(temporary, file));
    if (syncsFolders) await publish(file, former, kept, files);
  } catch (error) {
    // The temporary file may never have come into being; what went wrong first is what is told.
    await files.unlink(temporary).catch(() => undefined);
    throw asStorageError(error, file);
  } finally {
    if (kept === 'former') await files.unlink(former).catch(() => undefined);
  }
}

async function writeWhole(file: string, bytes: Uint8Array, files: WriterFiles): Promise<void> {
  const handle = await files.open(file, 'wx');
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
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
  await handle.close();
}

/** What a second name was made for: the former file, no file at all, or nothing because links are refused. */
type Kept = 'former' | 'no file' | 'nothing';

/** Gives the file that is about to be replaced a second name, so that it can be put back. */
async function keepFormer(file: string, former: string, files: WriterFiles): Promise<Kept> {
  try {
    await files.link(file, former);
    return 'former';
  } catch (error) {
    // Some file systems (FAT, some network shares) know no hard links; the write need not fail for that.
    return errnoOf(error) === 'ENOENT' ? 'no file' : 'nothing';
  }
}

/**
 * Makes the rename durable. Where that fails the write is refused, so the former file goes back:
 * otherwise a change that the user was told had failed would be there at the next start.
 */
async function publish(file: string, former: string, kept: Kept, files: WriterFiles): Promise<void> {
  try {
    await syncFolder(path.dirname(file), files);
  } catch (error) {
    if (kept === 'former') await files.rename(former, file).catch(() => undefined);
    if (kept === 'no file') await files.unlink(file).catch(() => undefined);
    throw error;
  }
}

/** A rename is durable only once its folder is synced. */
export async function syncFolder(folder: string, files: WriterFiles = nodeFiles): Promise<void> {
  if (!syncsFolders) return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network and user-space file systems have no such operation; that is no failed write.
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(errnoOf(error) ?? '')) throw error;
  } finally {
    await handle.close().catch(() => undefined);
  }
}

/** Cut, since a name longer than 255 bytes is refused and the file's own may come close to that. */
function temporaryPrefix(file: string): string {
  const characters = [...path.basename(file)];
  while (Buffer.byteLength(characters.join('')) > 200) characters.pop();
  return `${characters.join('')}.tmp-`;
}

function temporaryName(file: string): string {
  return path.join(path.dirname(file), temporaryPrefix(file) + randomBytes(6).toString('hex'));
}

/**
 * Makes and removes an empty file beside `file`: what a folder's mode says is not what happens (the rights of
 * Windows, a full or a read-only disk).
 * @throws ReaderError DISK_FULL, READ_ONLY or IO
 */
export async function tryWriting(file: string): Promise<void> {
  const probe = temporaryName(file);
  try {
    await (await open(probe, 'wx')).close();
    await unlink(probe);
  } catch (error) {
    throw asStorageError(error, file);
  }
}

/**
 * Removes what an interrupted write of `file` left behind. Only files this writer names are touched;
 * one that cannot be removed now harms nobody and waits for the next time.
 */
export async function removeLeftovers(file: string): Promise<void> {
  const folder = path.dirname(file);
  const prefix = temporaryPrefix(file);
  for (const name of await readdir(folder)) {
    const ours = name.startsWith(prefix) && /^[0-9a-f]{12}$/.test(name.slice(prefix.length));
    if (ours) await unlink(path.join(folder, name)).catch(() => undefined);
  }
}
