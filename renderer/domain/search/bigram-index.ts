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

/** The pairs of neighbouring UTF-16 units of a text; none runs over the end of a unit of the library. */
const bigramsOf = (text: string): string[] => {
  const bigrams: string[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (text[at] !== separator && text[at + 1] !== separator) bigrams.push(text.slice(at, at + 2));
  }
  return bigrams;
};

/**
 * FlexSearch as a plain map from bigram to ids. Its own scoring, contexts and charsets are off: they
 * lose hits on Chinese (measured before this was written). It drops a text's repeated bigrams itself;
 * doing so beforehand made building a quarter slower.
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
      for (const bigram of new Set(bigramsOf(term))) {
        const list = listOf(bigram);
        if (rarest === null || list.length < rarest.length) rarest = list;
        if (rarest.length === 0) break;
      }
      return rarest;
    },
  };
};
