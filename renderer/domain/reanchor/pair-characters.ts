import { heaviestChain, type Run, type Span, spansBetween, uniqueRuns } from './runs.ts';

/** Cells of the table that a stretch may take at once; more is parted by shingles first. */
const smallTable = 4096;
const largestTable = 600_000;
const shingle = 4;

/**
 * Which units of two stretches that belong together are the same: runs in order, none crossing. Prefers
 * long runs to scattered units. A stretch too large and without any shingle of its own stays unpaired, so
 * that time stays near linear.
 */
export const pairCharacters = (old: string, fresh: string, span: Span): Run[] => {
  const { from, fromEnd, to, toEnd } = span;
  let head = 0;
  const shorter = Math.min(fromEnd - from, toEnd - to);
  while (head < shorter && old.charCodeAt(from + head) === fresh.charCodeAt(to + head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.charCodeAt(fromEnd - 1 - tail) === fresh.charCodeAt(toEnd - 1 - tail)) {
    tail += 1;
  }
  const runs: Run[] = [];
  if (head > 0) runs.push({ from, to, length: head });
  const inner = { from: from + head, fromEnd: fromEnd - tail, to: to + head, toEnd: toEnd - tail };
  runs.push(...pairInner(old, fresh, inner));
  if (tail > 0) runs.push({ from: fromEnd - tail, to: toEnd - tail, length: tail });
  return runs;
};

const pairInner = (old: string, fresh: string, span: Span): Run[] => {
  const cells = (span.fromEnd - span.from) * (span.toEnd - span.to);
  if (cells === 0) return [];
  if (cells > smallTable) {
    const chain = heaviestChain(uniqueRuns(old, fresh, span, shingle));
    if (chain.length > 0) {
      return spansBetween(chain, span).flatMap((gap, index) => {
        const run = chain[index];
        const paired = pairCharacters(old, fresh, gap);
        return run === undefined ? paired : [...paired, run];
      });
    }
  }
  return cells > largestTable ? [] : pairByTable(old, fresh, span);
};

// Moves of the table.
const skipOld = 1;
const skipFresh = 2;

/** Scores of a unit paired: after an unpaired one, and after a paired one. */
const firstPair = 2;
const nextPair = 5;

/** The heaviest common subsequence, where a pair that continues a run weighs more than one that begins it. */
const pairByTable = (old: string, fresh: string, { from, fromEnd, to, toEnd }: Span): Run[] => {
  const rows = fromEnd - from;
  const columns = toEnd - to;
  const width = columns + 1;
  // Best score so far, and best score with this very pair as the last step (0: they are not equal).
  const best = new Int32Array((rows + 1) * width);
  const paired = new Int32Array((rows + 1) * width);
  const moves = new Uint8Array((rows + 1) * width);
  for (let row = 1; row <= rows; row += 1) {
    const unit = old.charCodeAt(from + row - 1);
    for (let column = 1; column <= columns; column += 1) {
      const cell = row * width + column;
      const up = best[cell - width] ?? 0;
      const left = best[cell - 1] ?? 0;
      let score = Math.max(up, left);
      let move = up >= left ? skipOld : skipFresh;
      if (unit === fresh.charCodeAt(to + column - 1)) {
        const before = paired[cell - width - 1] ?? 0;
        const fresher = (best[cell - width - 1] ?? 0) + firstPair;
        const pair = before > 0 && before + nextPair >= fresher ? before + nextPair : fresher;
        paired[cell] = pair;
        if (pair >= score) {
          score = pair;
          move = 0;
        }
      }
      best[cell] = score;
      moves[cell] = move;
    }
  }
  return trace(paired, best, moves, { from, to, rows, columns });
};

const trace = (
  paired: Int32Array,
  best: Int32Array,
  moves: Uint8Array,
  place: { readonly from: number; readonly to: number; readonly rows: number; readonly columns: number },
): Run[] => {
  const width = place.columns + 1;
  const runs: Run[] = [];
  let { rows: row, columns: column } = place;
  let continued = false;
  let length = 0;
  while (row > 0 && column > 0) {
    const cell = row * width + column;
    if (!continued && moves[cell] !== 0) {
      if (moves[cell] === skipOld) row -= 1;
      else column -= 1;
      continue;
    }
    length += 1;
    const diagonal = cell - width - 1;
    continued =
      (paired[diagonal] ?? 0) > 0 &&
      paired[cell] === (paired[diagonal] ?? 0) + nextPair &&
      (paired[cell] ?? 0) >= (best[diagonal] ?? 0) + firstPair;
    row -= 1;
    column -= 1;
    if (!continued) {
      runs.push({ from: place.from + row, to: place.to + column, length });
      length = 0;
    }
  }
  return runs.reverse();
};
