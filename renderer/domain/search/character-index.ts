import { rankClass } from './ranking.ts';
import { positionOf, type Run, separator } from './runs.ts';

/**
 * How often a character stands in a document: the document by its order, the units that hold it, where the first of them
 * begins, its places, and the best `rankClass` of these units.
 */
type TakeCount = (document: number, units: number, position: number, places: number, rank: number) => void;

/**
 * Counts of single characters beside the index of bigrams, which cannot know them: one character stands in most
 * texts, and counting its places anew with every key press is the slowest of all searches.
 */
export type CharacterIndex = {
  /** Adds a run; those of a document that follow one another are counted together. */
  readonly add: (run: Run) => void;
  /** Gives the counts of a UTF-16 unit, document by document, in the order of adding. */
  readonly counts: (unit: number, take: TakeCount) => void;
  readonly packed: () => PackedCharacters;
};

/** Chains of entries of five numbers: the next entry, document, units, position, places and rank. */
export type PackedCharacters = {
  /** By unit: its first and its last entry; 0 for none. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  readonly entries: Uint32Array;
};

const width = 5;
const alphabet = 0x10000;

export const createCharacterIndex = (packed: PackedCharacters | null = null): CharacterIndex => {
  const first = packed?.first ?? new Uint32Array(alphabet);
  const last = packed?.last ?? new Uint32Array(alphabet);
  let entries = packed?.entries ?? new Uint32Array(width * 1024);
  // Entry 0 is none.
  let end = packed === null ? width : entries.length;
  let counter: ReturnType<typeof createCounter> | null = null;

  const put = (unit: number, run: Run, units: number, number: number, places: number, rank: number): void => {
    const { order } = run.document;
    const before = last[unit] ?? 0;
    if (before !== 0 && entries[before + 1] === order) {
      const known = entries[before + 4] ?? 0;
      entries[before + 2] = (entries[before + 2] ?? 0) + units;
      entries[before + 4] = (((known >>> 3) + places) << 3) | Math.min(known & 7, rank);
      return;
    }
    if (end + width > entries.length) {
      const larger = new Uint32Array(entries.length * 2);
      larger.set(entries);
      entries = larger;
    }
    entries[end + 1] = order;
    entries[end + 2] = units;
    entries[end + 3] = positionOf(run, number);
    entries[end + 4] = (places << 3) | rank;
    if (before === 0) first[unit] = end;
    else entries[before] = end;
    last[unit] = end;
    end += width;
  };

  return {
    add: (run) => {
      counter ??= createCounter();
      counter(run, put);
    },
    counts: (unit, take) => {
      for (let at = first[unit] ?? 0; at !== 0; at = entries[at] ?? 0) {
        const places = entries[at + 4] ?? 0;
        take(entries[at + 1] ?? 0, entries[at + 2] ?? 0, entries[at + 3] ?? 0, places >>> 3, places & 7);
      }
    },
    packed: () => ({ first, last, entries: entries.subarray(0, end) }),
  };
};

type Counted = (unit: number, run: Run, units: number, first: number, places: number, rank: number) => void;

/** Counts the characters of one run after another, and gives each with its counts. */
const createCounter = (): ((run: Run, take: Counted) => void) => {
  // A character's numbers hold when they bear the run's stamp.
  const stamps = new Uint32Array(alphabet);
  const lasts = new Uint32Array(alphabet);
  const firsts = new Uint32Array(alphabet);
  const units = new Uint32Array(alphabet);
  const places = new Uint32Array(alphabet);
  const ranks = new Uint8Array(alphabet);
  const border = separator.charCodeAt(0);
  let stamp = 0;
  return (run, take) => {
    const { folded } = run;
    const met: number[] = [];
    let number = 0;
    let rank = rankClass(run, 0);
    stamp += 1;
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charCodeAt(at);
      if (unit === border) {
        number += 1;
        rank = rankClass(run, number);
      } else if (stamps[unit] !== stamp) {
        stamps[unit] = stamp;
        met.push(unit);
        firsts[unit] = number;
        lasts[unit] = number;
        units[unit] = 1;
        places[unit] = 1;
        ranks[unit] = rank;
      } else {
        places[unit] = (places[unit] ?? 0) + 1;
        if (lasts[unit] === number) continue;
        lasts[unit] = number;
        units[unit] = (units[unit] ?? 0) + 1;
        if (rank < (ranks[unit] ?? 0)) ranks[unit] = rank;
      }
    }
    for (const unit of met) {
      take(unit, run, units[unit] ?? 0, firsts[unit] ?? 0, places[unit] ?? 0, ranks[unit] ?? 0);
    }
  };
};
