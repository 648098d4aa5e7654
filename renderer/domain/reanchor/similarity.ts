import type { Normalized } from './normalize.ts';

/** A sentence, or what is left of one, between two positions of a folding; `gap` names its open stretch. */
export type Segment = {
  readonly from: number;
  readonly end: number;
  readonly gap: number;
  /** Hashes of its grams, ascending, repeats kept. */
  readonly grams: Int32Array;
};

/** The first Chinese character of the blocks in use; what is below is read four units at a time. */
const firstChinese = 0x2e80;

/** A segment with its grams: pairs of Chinese characters, four units of anything else. */
export const segmentOf = ({ folded }: Normalized, from: number, end: number, gap: number): Segment => {
  const hashes: number[] = [];
  for (let at = from; at < end; at += 1) {
    const unit = folded.charCodeAt(at);
    const next = at + 1 < end ? folded.charCodeAt(at + 1) : 0;
    let hash = Math.imul(unit, 0x9e3779b1) ^ Math.imul(next + 1, 0x85ebca6b);
    if (unit < firstChinese && next < firstChinese) {
      for (let more = 2; more < 4; more += 1) {
        hash = Math.imul(hash, 31) + (at + more < end ? folded.charCodeAt(at + more) : 0);
      }
    }
    hashes.push(hash | 0);
  }
  return { from, end, gap, grams: Int32Array.from(hashes).sort() };
};

/** Grams that two segments share, repeats counted as often as both have them. */
export const sharedGrams = (a: Int32Array, b: Int32Array): number => {
  let shared = 0;
  let at = 0;
  let other = 0;
  while (at < a.length && other < b.length) {
    const left = a[at] ?? 0;
    const right = b[other] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) at += 1;
    if (right <= left) other += 1;
  }
  return shared;
};

/** Dice's coefficient of the grams of two segments, 0 to 1. */
export const similarity = (a: Segment, b: Segment): number =>
  (2 * sharedGrams(a.grams, b.grams)) / (a.grams.length + b.grams.length);

/** Finds, among many segments, those that share rare grams with one. */
export type CandidateIndex = { readonly candidates: (segment: Segment) => readonly number[] };

/** Grams in more segments than this tell nothing and would make the search quadratic. */
const rare = 16;
const bestCandidates = 5;

/** Indexes segments by their grams; `candidates` gives the indices of the few that share most rare grams. */
export const indexSegments = (segments: readonly Segment[]): CandidateIndex => {
  let total = 0;
  for (const segment of segments) total += segment.grams.length;
  let size = 1024;
  while (size < total * 2) size *= 2;
  const bucket = (gram: number): number => (gram ^ (gram >>> 16)) & (size - 1);
  // Buckets of gram hashes in one array; a collision only adds a candidate that is then compared.
  const starts = new Int32Array(size + 1);
  for (const { grams } of segments)
    for (const gram of grams) starts[bucket(gram)] = (starts[bucket(gram)] ?? 0) + 1;
  let sum = 0;
  for (let at = 0; at <= size; at += 1) {
    sum += starts[at] ?? 0;
    starts[at] = sum;
  }
  const owners = new Int32Array(total);
  segments.forEach(({ grams }, index) => {
    for (const gram of grams) {
      const at = bucket(gram);
      starts[at] = (starts[at] ?? 0) - 1;
      owners[starts[at] ?? 0] = index;
    }
  });
  const counts = new Int32Array(segments.length);
  return {
    candidates: (segment) => {
      const touched: number[] = [];
      for (const gram of segment.grams) {
        const at = bucket(gram);
        const from = starts[at] ?? 0;
        const end = starts[at + 1] ?? total;
        if (end - from > rare) continue;
        for (let place = from; place < end; place += 1) {
          const owner = owners[place] ?? 0;
          if (counts[owner] === 0) touched.push(owner);
          counts[owner] = (counts[owner] ?? 0) + 1;
        }
      }
      const found = touched.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0)).slice(0, bestCandidates);
      for (const owner of touched) counts[owner] = 0;
      return found;
    },
  };
};
