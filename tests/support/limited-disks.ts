import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Disk as StoreDisk } from '../../main/storage/journal/disk.ts';
import { failingDisk } from './failing-files.ts';

const run = promisify(execFile);

type Disk = {
  /** For the test's name: what kind of disk this machine allowed. */
  readonly kind: string;
  readonly folder: string;
  readonly remove: () => Promise<void>;
};

export type SmallDisk = Disk & {
  /** What the store must use for a folder on it; undefined where the disk itself is small. */
  readonly diskOf?: (folder: string) => StoreDisk;
  readonly enlarge: () => Promise<void>;
};

/** A disk of `kibibytes`: a mounted tmpfs where that is permitted, else file operations that count bytes. */
export async function smallDisk(kibibytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-reader-disk-'));
  if (await mounted(folder, `size=${kibibytes}k`)) {
    return {
      kind: `a tmpfs of ${kibibytes} KiB`,
      folder,
      enlarge: () => remount(folder, 'size=64m'),
      remove: () => unmount(folder),
    };
  }
  // Without the right to mount: every write takes from a budget.
  let left = kibibytes * 1024;
  const pieces = 4096;
  const diskOf = (place: string): StoreDisk =>
    failingDisk(place, {
      writeAtMost: pieces,
      fail: ({ name }) => {
        if (name !== 'write') return undefined;
        left -= pieces;
        return left < 0 ? 'ENOSPC' : undefined;
      },
    });
  return {
    kind: `file operations limited to ${kibibytes} KiB (mounting is not permitted here)`,
    folder,
    diskOf,
    enlarge: async () => {
      left = 64 * 1024 * 1024;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export type SealedDisk = Disk & {
  /** From here on nothing can be written. */
  readonly seal: () => Promise<void>;
  readonly unseal: () => Promise<void>;
};

/** A folder that can be made read-only, for root too (whom a folder's mode does not stop). */
export async function sealableFolder(): Promise<SealedDisk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-reader-sealed-'));
  if (await mounted(folder, 'size=16m')) {
    return {
      kind: 'a disk mounted read-only',
      folder,
      seal: () => remount(folder, 'ro'),
      unseal: () => remount(folder, 'rw'),
      remove: () => unmount(folder),
    };
  }
  const isRoot = process.geteuid?.() === 0;
  const become = (user: number): void => {
    if (isRoot) process.seteuid?.(user);
  };
  return {
    kind: isRoot ? 'a folder of mode 555 as an ordinary user' : 'a folder of mode 555',
    folder,
    seal: async () => {
      await chmod(folder, 0o555);
      become(65_534);
    },
    unseal: async () => {
      become(0);
      await chmod(folder, 0o755);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function mounted(folder: string, options: string): Promise<boolean> {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return false;
  return run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).then(
    () => true,
    () => false,
  );
}

async function remount(folder: string, options: string): Promise<void> {
  await run('mount', ['-o', `remount,${options}`, folder]);
}

async function unmount(folder: string): Promise<void> {
  await run('umount', ['-l', folder]);
  await rm(folder, { recursive: true, force: true });
}
