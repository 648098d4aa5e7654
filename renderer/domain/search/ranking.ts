import type { Term } from './query.ts';
import type { Unit } from './unit-store.ts';

/** What the order of documents in a result depends on. */
export type RankedDocument = {
  /** The best (lowest) `rankClass` of the document's matching units. */
  readonly rank: number;
  /** Places for each folded unit of the document's text. */
  readonly density: number;
  /** Where its first hit stands, in folded units from its beginning. */
  readonly position: number;
  /** Place in the library: the order in which documents were added. */
  readonly order: number;
};

/**
 * Best first: the whole title, a part of the title, the document number (文号), a heading, anything
 * else; within one of these the document with more places for its length, then the one whose first hit stands
 * earlier in it, then the one earlier in the library. The order is total, so the same library and query always
 * give the same list. Within a document its title comes first, then hits keep the order of the source.
 */
export const rankDocuments = <Document extends RankedDocument>(documents: readonly Document[]): Document[] =>
  documents.toSorted(
    (one, other) =>
      one.rank - other.rank ||
      other.density - one.density ||
      one.position - other.position ||
      one.order - other.order,
  );

/** How much a matching unit speaks for its document: 0 is most. `only` is the query when it is one term. */
export const rankClass = (unit: Unit, only: Term | null): number => {
  if (unit.document.title === unit) return only?.folded === unit.folded ? 0 : 1;
  if (unit.kind === 'number') return 2;
  return unit.kind === 'heading' || unit.kind === 'title' ? 3 : 4;
};
