import type { Clause, Near, Term } from './query.ts';
import type { Run } from './runs.ts';

/** Takes a unit of a run by its number, with how often it holds what is looked for. */
export type TakeUnit = (run: Run, number: number, places: number) => void;

/** Calls `take` with every unit of a run that holds `term`, in order, and how often. */
export const scanRun = (run: Run, term: string, take: TakeUnit): void => {
  const { folded, starts } = run;
  let at = folded.indexOf(term);
  if (at < 0) return;
  let number = unitAt(starts, at);
  let end = starts[number + 1] ?? folded.length;
  let places = 0;
  for (; at >= 0; at = folded.indexOf(term, at + 1)) {
    if (at >= end) {
      take(run, number, places);
      places = 0;
      while (at >= end) {
        number += 1;
        end = starts[number + 1] ?? folded.length;
      }
    }
    places += 1;
  }
  take(run, number, places);
};

/** The number of the unit in which an offset of the run lies. */
const unitAt = (starts: Uint32Array, offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
};

/** The units of a run whose folded text holds one of `terms`, ascending. A term that folds to nothing is in all. */
export const unitsHolding = (run: Run, terms: readonly Term[]): readonly number[] => {
  if (terms.some(({ folded }) => folded === '')) return [...run.starts.keys()];
  const held = new Set<number>();
  for (const { folded } of terms) scanRun(run, folded, (_run, number) => held.add(number));
  return terms.length > 1 ? [...held].sort((one, other) => one - other) : [...held];
};

/**
 * The terms of which every hit holds one, chosen so that few texts are looked at: `sizeOf` tells in how many a
 * term can be, null where it does not know.
 */
export const driverOf = (
  clauses: readonly Clause[],
  sizeOf: (folded: string) => number | null,
): readonly Term[] => {
  let best: { readonly terms: readonly Term[]; readonly size: number } | null = null;
  for (const { anyOf, excluded } of clauses) {
    if (excluded) continue;
    const terms = anyOf.map((item) => rarestOf(item, sizeOf));
    const size = terms.reduce((sum, { folded }) => sum + (sizeOf(folded) ?? unknownSize), 0);
    if (best === null || size < best.size) best = { terms, size };
  }
  return best?.terms ?? [];
};

const unknownSize = 1e9;

const rarestOf = (item: Term | Near, sizeOf: (folded: string) => number | null): Term => {
  if (item.type === 'term') return item;
  const size = ({ folded }: Term): number => sizeOf(folded) ?? unknownSize;
  return item.terms.reduce((best, term) => (size(term) < size(best) ? term : best));
};
