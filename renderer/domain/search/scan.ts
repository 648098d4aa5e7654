import type { Clause, Near, Term } from './query.ts';
import type { Run, Unit } from './unit-store.ts';

/** Calls `take` with every unit of a run that holds `term`, in order, and how often. */
export const scanRun = (run: Run, term: string, take: (unit: Unit, places: number) => void): void => {
  const { folded, units, starts } = run;
  let number = 0;
  let places = 0;
  let end = starts[1] ?? folded.length;
  const give = (): void => {
    const unit = units[number];
    if (places > 0 && unit !== undefined) take(unit, places);
    places = 0;
  };
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
    if (at >= end) {
      give();
      while (at >= end) {
        number += 1;
        end = starts[number + 1] ?? folded.length;
      }
    }
    places += 1;
  }
  give();
};

/** The units of a run whose folded text holds one of `terms`, in order. A term that folds to nothing is in all. */
export const unitsHolding = (run: Run, terms: readonly Term[]): Iterable<Unit> => {
  if (terms.some(({ folded }) => folded === '')) return run.units;
  const held = new Set<Unit>();
  for (const { folded } of terms) scanRun(run, folded, (unit) => held.add(unit));
  return terms.length > 1 ? run.units.filter((unit) => held.has(unit)) : held;
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
