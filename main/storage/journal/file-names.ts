/** The two kinds of files: a snapshot holds all data as of a moment, a journal what was changed since. */
export type FileKind = 'snapshot' | 'journal';

export type DataFile = {
  readonly name: string;
  readonly kind: FileKind;
  /** Counts up; no clock is asked. */
  readonly generation: number;
  /** The process that made it; no other ever writes to it. */
  readonly owner: string;
};

const pattern = /^([sj])-(\d{8})-([0-9a-f]{16})\.(db|wal)$/;

export function fileName(kind: FileKind, generation: number, owner: string): string {
  const [letter, ending] = kind === 'snapshot' ? ['s', 'db'] : ['j', 'wal'];
  return `${letter}-${String(generation).padStart(8, '0')}-${owner}.${ending}`;
}

/** What a name says; null for a name that is none of ours. */
export function dataFileOf(name: string): DataFile | null {
  const [, letter, generation = '', owner = '', ending] = pattern.exec(name) ?? [];
  if (letter === undefined || (letter === 's') !== (ending === 'db')) return null;
  return { name, kind: letter === 's' ? 'snapshot' : 'journal', generation: Number(generation), owner };
}
