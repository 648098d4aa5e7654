import { createHash, type Hash } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { errnoOf, writeFileAtomically } from '../files/atomic-write.ts';

/** The packed index of the search, kept from one start to the next. It may be lost at any time: it is built again. */
export type SearchIndexCache = {
  /** The bytes that were kept for this very library and program, or null. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer> | null>;
  /** @throws ReaderError DISK_FULL, READ_ONLY or IO */
  readonly write: (bytes: Uint8Array) => Promise<void>;
};

/** No library of a company has an index as large; what is larger is not written. */
export const largestIndex = 1 << 30;

const hashLength = 32;
/** Read and hashed at a time, so that the main process answers in between. */
const piece = 4 << 20;

/**
 * Keeps the index in `file`: the SHA-256 of all that follows, the SHA-256 of `key`, the bytes. `key` tells what the index
 * was made from; where it differs, or the file is not whole to the last bit, there is none.
 */
export function searchIndexCache(file: string, key: () => Promise<string>): SearchIndexCache {
  const keyHash = async (): Promise<Buffer> =>
    createHash('sha256')
      .update(await key())
      .digest();
  return {
    read: async () => {
      const known = await readWhole(file);
      if (known === null) return null;
      const { bytes, hash } = known;
      const isWhole = hash.equals(bytes.subarray(0, hashLength));
      const isOurs = (await keyHash()).equals(bytes.subarray(hashLength, 2 * hashLength));
      if (isWhole && isOurs) return bytes.subarray(2 * hashLength);
      // It would be read in vain at every start.
      await unlink(file).catch(() => undefined);
      return null;
    },
    write: async (bytes) => {
      const whole = new Uint8Array(2 * hashLength + bytes.length);
      whole.set(await keyHash(), hashLength);
      whole.set(bytes, 2 * hashLength);
      const hash = createHash('sha256');
      await inPieces(whole.length, async (from, to) => update(hash, whole, from, to));
      whole.set(hash.digest(), 0);
      await writeFileAtomically(file, whole);
    },
  };
}

async function readWhole(
  file: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly hash: Buffer } | null> {
  const handle = await open(file).catch((error: unknown) => {
    if (errnoOf(error) !== undefined) return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    if (size < 2 * hashLength || size > largestIndex + 2 * hashLength) return null;
    const bytes = new Uint8Array(size);
    const hash = createHash('sha256');
    await inPieces(size, async (from, to) => {
      await handle.read(bytes, from, to - from, from);
      update(hash, bytes, from, to);
    });
    return { bytes, hash: hash.digest() };
  } catch (error) {
    if (errnoOf(error) !== undefined) return null;
    throw error;
  } finally {
    await handle.close();
  }
}

/** Takes a stretch of the file into the hash, without the place where the hash itself stands. */
function update(hash: Hash, bytes: Uint8Array, from: number, to: number): void {
  hash.update(bytes.subarray(Math.max(from, hashLength), to));
}

async function inPieces(size: number, act: (from: number, to: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < size; from += piece) {
    await act(from, Math.min(size, from + piece));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
