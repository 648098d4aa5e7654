import { boundary, type Normalized } from './normalize.ts';
import type { Run, Span } from './runs.ts';

/** A run whose ends are still being moved. */
type Movable = { from: number; to: number; length: number };

/** The order-keeping runs, and the stretches between them by what remains to be done there. */
type MainChain = {
  readonly runs: readonly Run[];
  /** Within one sentence: the units are to be paired directly. */
  readonly within: readonly Span[];
  /** Whole sentences, to be matched; empty on one side where something was only deleted or inserted. */
  readonly open: readonly Span[];
};

/** Longest stretch, in units, that may differ within a sentence without asking whether it is the same sentence. */
const longestWithin = 24;
/** How far a deletion or insertion is slid to look for its natural place, in units. */
const longestSlide = 4000;

/**
 * Grows the runs of a chain towards each other (Heckel 1978, passes 4 and 5) and lets them end where sentences
 * end. A sentence that only begins like its neighbour must not lend it its words, so where a stretch of
 * several sentences differs on both sides the runs beside it give back their parts of sentences.
 */
export const settleChain = (old: Normalized, fresh: Normalized, chain: readonly Run[]): MainChain => {
  const runs: Movable[] = [
    { from: 0, to: 0, length: 0 },
    ...chain.map((run) => ({ ...run })),
    { from: old.folded.length, to: fresh.folded.length, length: 0 },
  ];
  grow(old.folded, fresh.folded, runs);
  const kept = giveBack(old, fresh, runs);
  const within: Span[] = [];
  const open: Span[] = [];
  for (let index = 1; index < kept.length; index += 1) {
    const span = spanBefore(kept, index);
    if (isMixed(span) && isWithin(old, fresh, span)) within.push(span);
    else if (!isEmpty(span)) open.push(span);
  }
  return { runs: kept.filter((run) => run.length > 0), within, open };
};

const none: Movable = { from: 0, to: 0, length: 0 };

const spanBefore = (runs: readonly Movable[], index: number): Span => {
  const left = runs[index - 1] ?? none;
  const right = runs[index] ?? none;
  return {
    from: left.from + left.length,
    fromEnd: right.from,
    to: left.to + left.length,
    toEnd: right.to,
  };
};

const isEmpty = (span: Span): boolean => span.from === span.fromEnd && span.to === span.toEnd;
const isMixed = (span: Span): boolean => span.from < span.fromEnd && span.to < span.toEnd;

const grow = (old: string, fresh: string, runs: readonly Movable[]): void => {
  for (let index = 1; index < runs.length; index += 1) {
    const left = runs[index - 1] ?? none;
    const right = runs[index] ?? none;
    let { from, fromEnd, to, toEnd } = spanBefore(runs, index);
    while (from < fromEnd && to < toEnd && old.charCodeAt(from) === fresh.charCodeAt(to)) {
      from += 1;
      to += 1;
    }
    left.length = from - left.from;
    while (from < fromEnd && to < toEnd && old.charCodeAt(fromEnd - 1) === fresh.charCodeAt(toEnd - 1)) {
      fromEnd -= 1;
      toEnd -= 1;
    }
    right.length += right.from - fromEnd;
    right.from = fromEnd;
    right.to = toEnd;
  }
};

/** Slides pure deletions and insertions, trims the runs beside open stretches, drops those of which nothing stays. */
const giveBack = (old: Normalized, fresh: Normalized, runs: readonly Movable[]): readonly Movable[] => {
  const opened = new Uint8Array(runs.length);
  for (let index = 1; index < runs.length; index += 1) {
    const span = spanBefore(runs, index);
    if (isEmpty(span)) continue;
    if (!isMixed(span)) slide(old, fresh, runs, index, span);
    opened[index] = isSettled(old, fresh, spanBefore(runs, index)) ? 0 : 1;
  }
  // A run without a boundary is part of one sentence; dropping it opens the stretches on both sides.
  const dropped = new Uint8Array(runs.length);
  const waiting: number[] = [];
  const touch = (index: number): void => {
    if (index > 0 && index < runs.length - 1 && dropped[index] === 0) waiting.push(index);
  };
  const neighbour = (index: number, step: number): number => {
    let at = index + step;
    while (at > 0 && at < runs.length - 1 && dropped[at] === 1) at += step;
    return at;
  };
  for (let index = 1; index < runs.length; index += 1) {
    if (opened[index] === 0) continue;
    touch(index - 1);
    touch(index);
  }
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const run = runs[index];
    if (run === undefined || dropped[index] === 1) continue;
    const right = neighbour(index, 1);
    const first = opened[index] === 1 ? edge(old, fresh, run, 1) : 0;
    const last = opened[right] === 1 ? edge(old, fresh, run, -1) : run.length;
    if (first < last) {
      run.from += first;
      run.to += first;
      run.length = last - first;
      continue;
    }
    dropped[index] = 1;
    opened[right] = 1;
    touch(right);
    touch(neighbour(index, -1));
  }
  return runs.filter((_, index) => dropped[index] === 0);
};

/** The first (`step` 1) or last (-1) place in a run, from its start, where a sentence of either text begins. */
const edge = (old: Normalized, fresh: Normalized, run: Movable, step: 1 | -1): number => {
  let at = step === 1 ? 0 : run.length;
  while (at >= 0 && at <= run.length) {
    if (strength(old, run.from + at) >= boundary.sentence) return at;
    if (strength(fresh, run.to + at) >= boundary.sentence) return at;
    at += step;
  }
  return step === 1 ? run.length : 0;
};

const strength = (text: Normalized, at: number): number => text.boundaries[at] ?? boundary.none;

/** Whether the runs beside a stretch may keep their parts of sentences. */
const isSettled = (old: Normalized, fresh: Normalized, span: Span): boolean => {
  if (isMixed(span)) return isWithin(old, fresh, span);
  const text = span.from < span.fromEnd ? old : fresh;
  const [start, end] = span.from < span.fromEnd ? [span.from, span.fromEnd] : [span.to, span.toEnd];
  // Whole sentences, or a part of one: anything else took the end of another sentence along.
  const isWhole = strength(text, start) >= boundary.sentence && strength(text, end) >= boundary.sentence;
  return isWhole || !hasSentence(text, start, end);
};

/** Short on both sides and without the beginning of a sentence inside. */
const isWithin = (old: Normalized, fresh: Normalized, { from, fromEnd, to, toEnd }: Span): boolean =>
  fromEnd - from <= longestWithin &&
  toEnd - to <= longestWithin &&
  !hasSentence(old, from, fromEnd) &&
  !hasSentence(fresh, to, toEnd);

const hasSentence = (text: Normalized, from: number, end: number): boolean => {
  for (let at = from + 1; at < end; at += 1) if (strength(text, at) >= boundary.sentence) return true;
  return false;
};

/** Moves what was only deleted or only inserted to where whole paragraphs, sentences or clauses are. */
const slide = (
  old: Normalized,
  fresh: Normalized,
  runs: readonly Movable[],
  index: number,
  span: Span,
): void => {
  const left = runs[index - 1] ?? none;
  const right = runs[index] ?? none;
  const isDeletion = span.from < span.fromEnd;
  const text = isDeletion ? old : fresh;
  const start = isDeletion ? span.from : span.to;
  const length = isDeletion ? span.fromEnd - span.from : span.toEnd - span.to;
  const { folded } = text;
  const value = (move: number): number =>
    strength(text, start + move) + strength(text, start + move + length);
  let best = 0;
  const consider = (move: number): void => {
    if (value(move) > value(best)) best = move;
  };
  const equal = (a: number, b: number): boolean => folded.charCodeAt(a) === folded.charCodeAt(b);
  const backLimit = Math.min(longestSlide, left.length);
  for (let move = 1; move <= backLimit && equal(start - move, start + length - move); move += 1) {
    consider(-move);
  }
  const onLimit = Math.min(longestSlide, right.length);
  for (let move = 1; move <= onLimit && equal(start + move - 1, start + length + move - 1); move += 1) {
    consider(move);
  }
  left.length += best;
  right.from += best;
  right.to += best;
  right.length -= best;
};
