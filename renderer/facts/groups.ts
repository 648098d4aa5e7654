import type { LibraryFact } from '../../preload/contract/index.ts';
import type { FactOrder } from '../domain/facts/index.ts';

export type FactGroup = {
  /** The document's id or the year; null for what has no date. */
  readonly key: string | null;
  readonly facts: readonly LibraryFact[];
  /** How many there are with those that are not shown yet. */
  readonly total: number;
};

/** The first `limit` of sorted facts: in the order of the library by document, by date by the year of the date. */
export function groupFacts(
  facts: readonly LibraryFact[],
  order: FactOrder,
  limit: number,
): readonly FactGroup[] {
  const groups = new Map<string | null, { facts: LibraryFact[]; total: number }>();
  for (const [place, fact] of facts.entries()) {
    const key = order === 'document' ? fact.documentId : (fact.due?.slice(0, 4) ?? null);
    const group = groups.get(key);
    if (group !== undefined) {
      group.total += 1;
      if (place < limit) group.facts.push(fact);
    } else if (place < limit) groups.set(key, { facts: [fact], total: 1 });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** How many facts there are of each value of `field`. */
export function countsOf<Key>(
  facts: readonly LibraryFact[],
  field: (fact: LibraryFact) => Key,
): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const fact of facts) counts.set(field(fact), (counts.get(field(fact)) ?? 0) + 1);
  return counts;
}
