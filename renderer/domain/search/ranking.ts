import type { BlockKind } from '../../../preload/contract/index.ts';

/** What the order of documents in a result depends on. */
export type RankedDocument = {
  /** The best (lowest) `rankClass` of the document's matching units. */
  readonly rank: number;
  /** Matching blocks. */
  readonly blocks: number;
  /** Place in the library: the order in which documents were added. */
  readonly order: number;
};

/**
 * Best first: the whole title, a part of the title, the document number (文号), a heading, anything
 * else; within one of these the document with more matching blocks, then the one earlier in the library. The
 * order is total, so the same library and query always give the same list. Within a document hits
 * keep the order of the source.
 */
export const rankDocuments = <Document extends RankedDocument>(documents: readonly Document[]): Document[] =>
  documents.toSorted(
    (one, other) => one.rank - other.rank || other.blocks - one.blocks || one.order - other.order,
  );

/** How much a matching unit speaks for its document: 0 is most. `terms` are folded. */
export const rankClass = (
  unit: { readonly kind: BlockKind; readonly folded: string },
  terms: readonly string[],
): number => {
  if (unit.kind === 'title') return terms.length === 1 && terms[0] === unit.folded ? 0 : 1;
  if (unit.kind === 'number') return 2;
  if (unit.kind === 'heading') return 3;
  return 4;
};
