import { type Correspondence, enter, isFreePair } from './correspondence.ts';
import { boundary } from './normalize.ts';
import type { Run } from './runs.ts';

/** Shortest text, in units, that is taken for moved on the strength of being the same. */
const shortestMove = 8;

/**
 * Enters the runs that stand elsewhere in the new text (moved paragraphs), longest first: grown while both
 * sides are free and the same, then trimmed to whole sentences, since a few equal words at another place are no move.
 * `shortest`: units that a moved text must have.
 */
export const enterMoved = (known: Correspondence, runs: readonly Run[], shortest = shortestMove): void => {
  for (const run of [...runs].sort((a, b) => b.length - a.length || a.from - b.from)) {
    const free = longestFree(known, run);
    if (free === null) continue;
    const sentences = trimmed(known, grown(known, free));
    if (sentences !== null && sentences.length >= shortest) enter(known, [sentences]);
  }
};

/** The longest part of a run that is free on both sides. */
const longestFree = (known: Correspondence, run: Run): Run | null => {
  let best: Run | null = null;
  let start = 0;
  for (let step = 0; step <= run.length; step += 1) {
    if (step < run.length && isFreePair(known, run.from + step, run.to + step)) continue;
    if (step - start > (best?.length ?? 0)) {
      best = { from: run.from + start, to: run.to + start, length: step - start };
    }
    start = step + 1;
  }
  return best;
};

const grown = (known: Correspondence, run: Run): Run => {
  let { from, to } = run;
  let end = from + run.length;
  while (from > 0 && to > 0 && isFreePair(known, from - 1, to - 1)) {
    from -= 1;
    to -= 1;
  }
  while (isFreePair(known, end, to + end - from)) end += 1;
  return { from, to, length: end - from };
};

const trimmed = ({ old, fresh }: Correspondence, run: Run): Run | null => {
  const isEdge = (step: number): boolean =>
    (old.boundaries[run.from + step] ?? 0) >= boundary.sentence ||
    (fresh.boundaries[run.to + step] ?? 0) >= boundary.sentence;
  let first = 0;
  while (first < run.length && !isEdge(first)) first += 1;
  let last = run.length;
  while (last > first && !isEdge(last)) last -= 1;
  return last > first ? { from: run.from + first, to: run.to + first, length: last - first } : null;
};
