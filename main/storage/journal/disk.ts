/**
 * What the store needs of a folder. Everything it promises rests on these operations alone, so that tests can put
 * a disk in their place that fails, fills up or loses its power after any of them.
 */
export type Disk = {
  /** Makes the folder where it is missing. */
  readonly prepare: () => Promise<void>;
  /** The names in the folder; none where there is no folder. */
  readonly names: () => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<Uint8Array>;
  /** A new file; rejects when there is one of that name. */
  readonly create: (name: string) => Promise<DiskFile>;
  readonly remove: (name: string) => Promise<void>;
  /** Moves a file into a folder beside it, under a name that nothing bears there; answers that name. */
  readonly moveInto: (folder: string, name: string) => Promise<string>;
  /** Makes names that were added or removed durable. */
  readonly syncFolder: () => Promise<void>;
};

export type DiskFile = {
  /** Writes at `position` and answers how many bytes were written, which may be fewer than given. */
  readonly write: (bytes: Uint8Array, position: number) => Promise<number>;
  /** Makes what was written durable. After a failure nothing is known of it, and a repeat proves nothing. */
  readonly sync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  /** Whether the file still has a name; another process may have removed it. */
  readonly isLinked: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

/** Writes all of `bytes` at `position`: one write may write less than it was given and still succeed. */
export async function writeAll(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const count = await file.write(bytes.subarray(written), position + written);
    if (count === 0) throw Object.assign(new Error('nothing more can be written'), { code: 'ENOSPC' });
    written += count;
  }
}
