import { heaviestOrder } from './heaviest-order.ts';

/** A run of equal units: `length` units of the old folding from `from` are those of the new one from `to`. */
export type Run = { readonly from: number; readonly to: number; readonly length: number };

/** A stretch of the old folding and the stretch of the new one it may correspond to; `end`s are exclusive. */
export type Span = {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
};

const missing = -1;
const repeated = -2;
const base = 0x01000193;

/**
 * The runs of units that the shingles (`size` units) found once in each stretch of both texts cover, in the
 * order of the old text. They may cross each other. Linear in the lengths of the stretches.
 *
 * Source of the rule: P. Heckel, "A technique for isolating differences between files" (CACM 21, 1978): what
 * occurs exactly once in both is the same. His lines are shingles here, so that wrapping does not matter.
 */
export const uniqueRuns = (old: string, fresh: string, span: Span, size: number): Run[] => {
  const { from, fromEnd, to, toEnd } = span;
  if (fromEnd - from < size || toEnd - to < size) return [];
  const table = tableFor(fromEnd - from);
  eachShingle(old, from, fromEnd, size, (hash, at) => {
    const slot = slotOf(table, hash);
    if (table.used[slot] === 1) table.old[slot] = repeated;
    else {
      table.used[slot] = 1;
      table.hashes[slot] = hash;
      table.old[slot] = at;
      table.fresh[slot] = missing;
    }
  });
  eachShingle(fresh, to, toEnd, size, (hash, at) => {
    const slot = slotOf(table, hash);
    if (table.used[slot] === 1) table.fresh[slot] = table.fresh[slot] === missing ? at : repeated;
  });
  const runs: Run[] = [];
  let start = 0;
  let diagonal = 0;
  let end = -1;
  const close = (): void => {
    if (end > start) runs.push({ from: start, to: start + diagonal, length: end - start });
  };
  eachShingle(old, from, fromEnd, size, (hash, at) => {
    const slot = slotOf(table, hash);
    const place = table.fresh[slot] ?? missing;
    if (table.old[slot] !== at || place < 0 || !same(old, at, fresh, place, size)) return;
    if (at <= end && place - at === diagonal) end = at + size;
    else {
      close();
      start = at;
      diagonal = place - at;
      end = at + size;
    }
  });
  close();
  return runs;
};

/**
 * The heaviest part of `runs` that crosses nothing, in order; runs must be in the order of the old text.
 * Runs of it may overlap at their ends; they are cut there. O(n log n).
 */
export const heaviestChain = (runs: readonly Run[]): Run[] =>
  withoutOverlaps(heaviestOrder(runs, (run) => run.length));

const withoutOverlaps = (chain: readonly Run[]): Run[] => {
  const kept: Run[] = [];
  for (const run of chain) {
    const last = kept.at(-1);
    const cut =
      last === undefined
        ? 0
        : Math.max(0, last.from + last.length - run.from, last.to + last.length - run.to);
    if (cut < run.length) {
      kept.push({ from: run.from + cut, to: run.to + cut, length: run.length - cut });
    }
  }
  return kept;
};

/** The stretches between the runs of a chain inside `span`, before the first and after the last included. */
export const spansBetween = (chain: readonly Run[], span: Span): Span[] => {
  const spans: Span[] = [];
  let { from, to } = span;
  for (const run of chain) {
    spans.push({ from, fromEnd: run.from, to, toEnd: run.to });
    from = run.from + run.length;
    to = run.to + run.length;
  }
  spans.push({ from, fromEnd: span.fromEnd, to, toEnd: span.toEnd });
  return spans;
};

/** Whether `length` units from two places are the same. */
const same = (a: string, aFrom: number, b: string, bFrom: number, length: number): boolean => {
  for (let step = 0; step < length; step += 1) {
    if (a.charCodeAt(aFrom + step) !== b.charCodeAt(bFrom + step)) return false;
  }
  return true;
};

const eachShingle = (
  text: string,
  from: number,
  end: number,
  size: number,
  visit: (hash: number, at: number) => void,
): void => {
  let power = 1;
  for (let step = 1; step < size; step += 1) power = Math.imul(power, base);
  let hash = 0;
  for (let at = from; at < end; at += 1) {
    if (at - from >= size) hash = (hash - Math.imul(text.charCodeAt(at - size), power)) | 0;
    hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
    if (at - from >= size - 1) visit(hash, at - size + 1);
  }
};

type Table = {
  readonly mask: number;
  readonly used: Uint8Array;
  readonly hashes: Int32Array;
  readonly old: Int32Array;
  readonly fresh: Int32Array;
};

const tableFor = (entries: number): Table => {
  let size = 64;
  while (size < entries * 2) size *= 2;
  return {
    mask: size - 1,
    used: new Uint8Array(size),
    hashes: new Int32Array(size),
    old: new Int32Array(size),
    fresh: new Int32Array(size),
  };
};

/** The slot of a hash, or the free one where it belongs. */
const slotOf = ({ mask, used, hashes }: Table, hash: number): number => {
  let slot = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7) & mask;
  while (used[slot] === 1 && hashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
};
