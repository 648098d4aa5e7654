import type { Disk, DiskFile } from '../../main/storage/journal/disk.ts';

/** Random numbers below `below`, the same for a seed: mulberry32. */
export function numbersOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What a power cut leaves of what was not synced. */
export const cutModes = ['nothing', 'beginning', 'some'] as const;
export type CutMode = (typeof cutModes)[number];

type Write = { readonly at: number; readonly bytes: Uint8Array };
type Node = { synced: Uint8Array; unsynced: (Write | { readonly cutTo: number })[]; links: number };

export class PowerCut extends Error {}

/** What an operation is, for faults that are meant for it. */
export type Operation =
  | 'create'
  | 'write'
  | 'sync'
  | 'truncate'
  | 'remove'
  | 'move'
  | 'syncFolder'
  | 'read'
  | 'names';

/**
 * A disk in memory, in the manner of SQLite's crash tests: what was written is certain only after a sync of the file,
 * a name only after a sync of the folder. The power may be cut after any operation; `fault` may make one fail.
 */
export class SimulatedDisk {
  /** Names as a process sees them, and as they are sure to be after a power cut. */
  private live = new Map<string, Node>();
  private durable = new Map<string, Node>();
  private operations = 0;
  /** The power goes after this many operations. */
  cutAfter = Number.POSITIVE_INFINITY;
  fault: ((operation: Operation, count: number) => Error | 'short' | null) | null = null;

  get count(): number {
    return this.operations;
  }

  private step(operation: Operation): 'short' | null {
    if (this.operations >= this.cutAfter) throw new PowerCut('no power');
    this.operations += 1;
    const wrong = this.fault?.(operation, this.operations) ?? null;
    if (wrong instanceof Error) throw wrong;
    return wrong;
  }

  /** What is on the disk when the power comes back. */
  afterCut(mode: CutMode, random: (below: number) => number): SimulatedDisk {
    const left = new SimulatedDisk();
    const names = new Map(this.durable);
    if (mode !== 'nothing') {
      // Names that were not synced may be there all the same, and removed ones too.
      for (const [name, node] of this.live) if (random(2) === 0) names.set(name, node);
      for (const name of this.durable.keys()) if (!this.live.has(name) && random(2) === 0) names.delete(name);
    }
    for (const [name, node] of names) {
      const copy: Node = { synced: cut(node, mode, random), unsynced: [], links: 1 };
      left.live.set(name, copy);
      left.durable.set(name, copy);
    }
    return left;
  }

  names(): readonly string[] {
    return [...this.live.keys()];
  }

  bytes(name: string): Uint8Array {
    const node = this.live.get(name);
    if (node === undefined) throw new Error(`no ${name}`);
    return whole(node);
  }

  put(name: string, bytes: Uint8Array): void {
    const node: Node = { synced: bytes, unsynced: [], links: 1 };
    this.live.set(name, node);
    this.durable.set(name, node);
  }

  readonly disk: Disk = {
    prepare: async () => undefined,
    names: async () => {
      this.step('names');
      return this.names().filter((name) => !name.includes('/'));
    },
    read: async (name) => {
      this.step('read');
      return this.bytes(name).slice();
    },
    create: async (name) => {
      this.step('create');
      if (this.live.has(name)) throw Object.assign(new Error(`${name} is there`), { code: 'EEXIST' });
      const node: Node = { synced: new Uint8Array(), unsynced: [], links: 1 };
      this.live.set(name, node);
      return this.fileOf(node);
    },
    remove: async (name) => {
      this.step('remove');
      const node = this.live.get(name);
      if (node === undefined) throw Object.assign(new Error(`no ${name}`), { code: 'ENOENT' });
      node.links -= 1;
      this.live.delete(name);
    },
    moveInto: async (folder, name) => {
      this.step('move');
      const node = this.live.get(name);
      if (node === undefined) throw Object.assign(new Error(`no ${name}`), { code: 'ENOENT' });
      this.live.delete(name);
      this.live.set(`${folder}/${name}`, node);
      return name;
    },
    syncFolder: async () => {
      this.step('syncFolder');
      this.durable = new Map(this.live);
    },
  };

  private fileOf(node: Node): DiskFile {
    return {
      write: async (bytes, at) => {
        const short = this.step('write') === 'short';
        const written = short ? bytes.slice(0, Math.floor(bytes.length / 2)) : bytes.slice();
        node.unsynced.push({ at, bytes: written });
        return written.length;
      },
      sync: async () => {
        this.step('sync');
        node.synced = whole(node);
        node.unsynced = [];
      },
      truncate: async (length) => {
        this.step('truncate');
        node.unsynced.push({ cutTo: length });
      },
      isLinked: async () => node.links > 0,
      close: async () => undefined,
    };
  }
}

function applied(bytes: Uint8Array, change: Node['unsynced'][number]): Uint8Array {
  if ('cutTo' in change) return bytes.slice(0, change.cutTo);
  const next = new Uint8Array(Math.max(bytes.length, change.at + change.bytes.length));
  next.set(bytes);
  next.set(change.bytes, change.at);
  return next;
}

function whole(node: Node): Uint8Array {
  return node.unsynced.reduce(applied, node.synced);
}

/** What stays of a file: nothing unsynced, the first writes and a part of the next, or any of them, torn or zeroed. */
function cut(node: Node, mode: CutMode, random: (below: number) => number): Uint8Array {
  if (mode === 'nothing' || node.unsynced.length === 0) return node.synced.slice();
  if (mode === 'beginning') {
    const count = random(node.unsynced.length + 1);
    const kept = node.unsynced.slice(0, count).reduce(applied, node.synced);
    const next = node.unsynced[count];
    if (next === undefined || 'cutTo' in next) return kept.slice();
    return applied(kept, { at: next.at, bytes: next.bytes.slice(0, random(next.bytes.length + 1)) }).slice();
  }
  let bytes = node.synced;
  for (const change of node.unsynced) {
    if (random(2) === 0) continue;
    if ('cutTo' in change) bytes = applied(bytes, change);
    else {
      const torn = change.bytes.slice();
      // Its length may be on disk before what was written.
      if (random(3) === 0) torn.fill(0, random(torn.length + 1));
      bytes = applied(bytes, { at: change.at, bytes: torn });
    }
  }
  return bytes.slice();
}
