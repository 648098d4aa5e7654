import type { Correspondence } from './correspondence.ts';
import { boundary, type Normalized } from './normalize.ts';

type Sentences = {
  readonly starts: readonly number[];
  readonly numbers: readonly number[];
  readonly isMatched: readonly boolean[];
};

/**
 * Marks (1) the units of the old folding of which it cannot be told which of several equal sentences of the new
 * text they are: where a sentence was deleted (or inserted) and the sentences beside it are the same as it, any
 * of them may be the one that is gone (or new).
 */
export const markAmbiguous = ({ old, fresh, forward, backward }: Correspondence): Uint8Array => {
  const unsure = new Uint8Array(old.folded.length);
  const numbers = new Map<string, number>();
  const ofOld = sentencesOf(old, forward, numbers);
  const ofFresh = sentencesOf(fresh, backward, numbers);
  eachUnsure(old, ofOld, (from, end) => unsure.fill(1, from, end));
  eachUnsure(fresh, ofFresh, (from, end) => {
    for (let at = from; at < end; at += 1) {
      const partner = backward[at] ?? -1;
      if (partner >= 0) unsure[partner] = 1;
    }
  });
  return unsure;
};

const sentencesOf = (text: Normalized, partners: Int32Array, numbers: Map<string, number>): Sentences => {
  const starts: number[] = [];
  const ids: number[] = [];
  const isMatched: boolean[] = [];
  const { folded, boundaries } = text;
  for (let start = 0; start < folded.length; ) {
    let end = start + 1;
    let paired = partners[start] === -1 ? 0 : 1;
    for (; end < folded.length && (boundaries[end] ?? 0) < boundary.sentence; end += 1) {
      if (partners[end] !== -1) paired += 1;
    }
    const words = folded.slice(start, end);
    const id = numbers.get(words) ?? numbers.size;
    numbers.set(words, id);
    starts.push(start);
    ids.push(id);
    isMatched.push(2 * paired >= end - start);
    start = end;
  }
  starts.push(folded.length);
  return { starts, numbers: ids, isMatched };
};

/** Visits the matched sentences beside every stretch of sentences without a partner that equal one of them. */
const eachUnsure = (
  text: Normalized,
  { starts, numbers, isMatched }: Sentences,
  visit: (from: number, end: number) => void,
): void => {
  const strength = (index: number): number => text.boundaries[starts[index] ?? 0] ?? boundary.none;
  for (let first = 0; first < numbers.length; first += 1) {
    if (isMatched[first] === true) continue;
    let end = first;
    const gone = new Set<number>();
    for (; end < numbers.length && isMatched[end] === false; end += 1) gone.add(numbers[end] ?? -1);
    // Another cut is as good only where it lies at as strong a boundary: a paragraph is not cut amid its sentences.
    let before = first;
    for (let at = first - 1; at >= 0 && isMatched[at] === true && gone.has(numbers[at] ?? -1); at -= 1) {
      if (strength(at) >= strength(first)) before = at;
    }
    if (before < first) visit(starts[before] ?? 0, starts[first] ?? 0);
    let after = end;
    for (
      let at = end;
      at < numbers.length && isMatched[at] === true && gone.has(numbers[at] ?? -1);
      at += 1
    ) {
      if (strength(at + 1) >= strength(end)) after = at + 1;
    }
    if (after > end) visit(starts[end] ?? 0, starts[after] ?? 0);
    first = end;
  }
};
