import { Index } from 'flexsearch';
import { separator } from './runs.ts';

/** Finds the texts that may hold a term. Ids must be added in ascending order. */
export type BigramIndex = {
  readonly add: (id: number, folded: string) => void;
  /**
   * The ids, ascending, of every added text that can hold `term`: a superset to be verified.
   * Null when the term has no two units, so that only something else can tell.
   */
  readonly candidates: (term: string) => readonly number[] | null;
};

/** The lists of an index as they lie in a file: the bigrams, ascending, and where the list of each begins. */
export type PackedBigrams = {
  /** Both units of a bigram in one number, the first in the upper half. */
  readonly keys: Uint32Array;
  /** One more than there are keys: the last is the end. */
  readonly from: Uint32Array;
  readonly ids: Uint32Array | Uint16Array;
};

// A set of pairs for one call of `forEachBigram`, open addressing; a slot counts when it bears the call's stamp. An
// object or a Set of strings takes several times as long, and this halves what FlexSearch has to look up.
const slots = 1 << 15;
const slotKeys = new Uint32Array(slots);
const stamps = new Uint32Array(slots);
let stamp = 0;

/**
 * Gives the different pairs of neighbouring UTF-16 units of a text, with where each ends; none runs over the end of a
 * unit of the library.
 */
const forEachBigram = (text: string, take: (key: number, end: number) => void): void => {
  const border = separator.charCodeAt(0);
  // So that slots stay free whatever comes; the same pair may then be given twice, which FlexSearch allows.
  const room = slots / 2;
  let count = 0;
  stamp += 1;
  let previous = text.charCodeAt(0);
  for (let at = 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (previous !== border && unit !== border) {
      const key = ((previous << 16) | unit) >>> 0;
      let slot = Math.imul(key, 0x9e3779b1) >>> 17;
      while (stamps[slot] === stamp && slotKeys[slot] !== key) slot = (slot + 1) % slots;
      if (stamps[slot] !== stamp) {
        if (count < room) {
          stamps[slot] = stamp;
          slotKeys[slot] = key;
          count += 1;
        }
        take(key, at + 1);
      }
    }
    previous = unit;
  }
};

const bigramsOf = (text: string): string[] => {
  const bigrams: string[] = [];
  forEachBigram(text, (_key, end) => bigrams.push(text.slice(end - 2, end)));
  return bigrams;
};

const keyOf = (bigram: string): number => ((bigram.charCodeAt(0) << 16) | bigram.charCodeAt(1)) >>> 0;
const bigramOf = (key: number): string => String.fromCharCode(key >>> 16, key & 0xffff);

/**
 * FlexSearch as a plain map from bigram to ids. Its own scoring, contexts and charsets are off: they
 * lose hits on Chinese (measured before this was written). Of a packed index it is given the lists that are asked
 * for, one by one.
 */
export const createBigramIndex = (packed: PackedBigrams | null = null, packedSize = 0): BigramIndex => {
  const index = new Index({ encode: bigramsOf, resolution: 1, tokenize: 'strict' });
  const unpacked = new Set<string>();
  let size = packedSize;
  const unpack = (bigram: string): void => {
    if (packed === null || unpacked.has(bigram)) return;
    unpacked.add(bigram);
    const list = listIn(packed, keyOf(bigram));
    // The form in which FlexSearch exports its lists: for each term those of every score, of which there is one.
    if (list.length > 0) index.import('1.map', JSON.stringify([[bigram, [list]]]));
  };
  // Without a limit FlexSearch answers with 100 ids; with one that is not reached it answers with its own
  // list, uncopied, so asking for every bigram's list and keeping the shortest costs next to nothing.
  const listOf = (bigram: string): readonly number[] => {
    unpack(bigram);
    return index.search(bigram, Math.max(1, size)) as number[];
  };
  return {
    add: (id, folded) => {
      size += 1;
      if (packed !== null) bigramsOf(folded).forEach(unpack);
      index.add(id, folded);
    },
    candidates: (term) => {
      let rarest: readonly number[] | null = null;
      for (const bigram of bigramsOf(term)) {
        const list = listOf(bigram);
        if (rarest === null || list.length < rarest.length) rarest = list;
        // Looking for a shorter list takes longer than looking through so few texts.
        if (rarest.length <= few) break;
      }
      return rarest;
    },
  };
};

const few = 2;

/** The list of a bigram, found by halving. */
const listIn = ({ keys, from, ids }: PackedBigrams, key: number): readonly number[] => {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? Array.from(ids.subarray(from[low], from[low + 1])) : [];
};

/** Packs the lists of `index`, which holds `texts`; stops after each slice, since it takes as long as half a build. */
export function* packBigrams(index: BigramIndex, texts: readonly string[]): Generator<void, PackedBigrams> {
  const known = new Set<number>();
  for (const [number, text] of texts.entries()) {
    forEachBigram(text, (key) => known.add(key));
    if (number % 50 === 49) yield;
  }
  const keys = Uint32Array.from(known).sort();
  yield;
  const from = new Uint32Array(keys.length + 1);
  let ids = texts.length > 0x10000 ? new Uint32Array(1024) : new Uint16Array(1024);
  let end = 0;
  for (const [number, key] of keys.entries()) {
    from[number] = end;
    const list = index.candidates(bigramOf(key)) ?? [];
    while (end + list.length > ids.length) {
      const larger =
        ids instanceof Uint32Array ? new Uint32Array(ids.length * 2) : new Uint16Array(ids.length * 2);
      larger.set(ids);
      ids = larger;
    }
    ids.set(list, end);
    end += list.length;
    if (number % 2000 === 1999) yield;
  }
  from[keys.length] = end;
  return { keys, from, ids: ids.slice(0, end) };
}
