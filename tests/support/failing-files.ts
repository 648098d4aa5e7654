import { link, open, rename, unlink } from 'node:fs/promises';
import type { WriterFiles } from '../../main/files/atomic-write.ts';
import type { Disk } from '../../main/storage/journal/disk.ts';
import { nodeDisk } from '../../main/storage/journal/node-disk.ts';

/** An error as the system would give it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code });
}

type Fault = {
  /** Called before every operation with its number from 1; an answer fails the operation with that code. */
  readonly fail?: (operation: { readonly number: number; readonly name: string }) => string | undefined;
  /** How many bytes one write takes at most. */
  readonly writeAtMost?: number;
};

/**
 * The real file operations with a fault in them (the style of SQLite's test6.c). `done` lists the
 * operations asked for, so that a test can fail each one in turn.
 */
export function failingFiles({
  fail,
  writeAtMost,
}: Fault): WriterFiles & { readonly done: readonly string[] } {
  const done: string[] = [];
  const step = (name: string): void => {
    done.push(name);
    const code = fail?.({ number: done.length, name });
    if (code !== undefined) throw systemError(code);
  };
  return {
    done,
    open: async (file, flags) => {
      const what = flags === 'r' ? ' folder' : '';
      step(`open${what}`);
      const handle = await open(file, flags);
      return {
        write: async (bytes, offset, length, position) => {
          step('write');
          return handle.write(bytes, offset, Math.min(length, writeAtMost ?? length), position);
        },
        sync: async () => {
          step(`sync${what}`);
          await handle.sync();
        },
        stat: async () => {
          step('stat');
          return handle.stat();
        },
        close: async () => {
          // The system lets go of a file even when closing it reports an error.
          await handle.close();
          step(`close${what}`);
        },
      };
    },
    rename: async (from, to) => {
      step('rename');
      await rename(from, to);
    },
    link: async (existing, name) => {
      step('link');
      await link(existing, name);
    },
    unlink: async (file) => {
      step('unlink');
      await unlink(file);
    },
  };
}

/** The folder's own operations with a fault in them, for the store of snapshots and journals. */
export function failingDisk(
  folder: string,
  { fail, writeAtMost }: Fault,
): Disk & { readonly done: readonly string[] } {
  const disk = nodeDisk(folder);
  const done: string[] = [];
  const step = (name: string): void => {
    done.push(name);
    const code = fail?.({ number: done.length, name });
    if (code !== undefined) throw systemError(code);
  };
  return {
    ...disk,
    done,
    create: async (name) => {
      step('create');
      const file = await disk.create(name);
      return {
        ...file,
        write: async (bytes, position) => {
          step('write');
          return file.write(bytes.subarray(0, writeAtMost ?? bytes.length), position);
        },
        sync: async () => {
          step('sync');
          await file.sync();
        },
        truncate: async (length) => {
          step('truncate');
          await file.truncate(length);
        },
      };
    },
    remove: async (name) => {
      step('remove');
      await disk.remove(name);
    },
    moveInto: async (inner, name) => {
      step('move');
      return disk.moveInto(inner, name);
    },
    syncFolder: async () => {
      step('syncFolder');
      await disk.syncFolder();
    },
  };
}
