import { Index } from 'flexsearch';
import { separator } from './unit-store.ts';

/** Finds the texts that may hold a term. Ids must be added in ascending order. */
export type BigramIndex = {
  readonly add: (id: number, folded: string) => void;
  /**
   * The ids, ascending, of every added text that can hold `term`: a superset to be verified.
   * Null when the term has no two units, so that only a scan can tell.
   */
  readonly candidates: (term: string) => readonly number[] | null;
};

// A set of pairs for one call of `bigramsOf`, open addressing; a slot counts when it bears the call's stamp. An
// object or a Set of strings takes several times as long, and this halves what FlexSearch has to look up.
const slots = 1 << 15;
const keys = new Uint32Array(slots);
const stamps = new Uint32Array(slots);
let stamp = 0;

/** The different pairs of neighbouring UTF-16 units of a text; none runs over the end of a unit of the library. */
const bigramsOf = (text: string): string[] => {
  const bigrams: string[] = [];
  const border = separator.charCodeAt(0);
  // So that slots stay free whatever comes; the same pair may then be given twice, which FlexSearch allows.
  const room = slots / 2;
  stamp += 1;
  let previous = text.charCodeAt(0);
  for (let at = 1; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (previous !== border && unit !== border) {
      const key = ((previous << 16) | unit) >>> 0;
      let slot = Math.imul(key, 0x9e3779b1) >>> 17;
      while (stamps[slot] === stamp && keys[slot] !== key) slot = (slot + 1) % slots;
      if (stamps[slot] !== stamp) {
        if (bigrams.length < room) {
          stamps[slot] = stamp;
          keys[slot] = key;
        }
        bigrams.push(text.slice(at - 1, at + 1));
      }
    }
    previous = unit;
  }
  return bigrams;
};

/**
 * FlexSearch as a plain map from bigram to ids. Its own scoring, contexts and charsets are off: they
 * lose hits on Chinese (measured before this was written).
 */
export const createBigramIndex = (): BigramIndex => {
  const index = new Index({ encode: bigramsOf, resolution: 1, tokenize: 'strict' });
  let size = 0;
  // Without a limit FlexSearch answers with 100 ids; with one that is not reached it answers with its own
  // list, uncopied, so asking for every bigram's list and keeping the shortest costs next to nothing.
  const listOf = (bigram: string): readonly number[] => index.search(bigram, Math.max(1, size)) as number[];
  return {
    add: (id, folded) => {
      size += 1;
      index.add(id, folded);
    },
    candidates: (term) => {
      let rarest: readonly number[] | null = null;
      for (const bigram of bigramsOf(term)) {
        const list = listOf(bigram);
        if (rarest === null || list.length < rarest.length) rarest = list;
        if (rarest.length === 0) break;
      }
      return rarest;
    },
  };
};
