import type { BlockKind } from '../../../preload/contract/index.ts';

/** What the order of documents in a result depends on. */
export type RankedDocument = {
  /** Place in the library: the order in which documents were added. */
  readonly order: number;
  /** Kinds of the matching blocks. */
  readonly kinds: Set<BlockKind>;
  /** The query is one term and equals a title block of the document, both folded. */
  exactTitle: boolean;
  blocks: number;
  occurrences: number;
};

/**
 * Best first: the whole title, a part of the title, the document number (文号), a heading, anything
 * else; within one of these the document with more matching blocks, then the one earlier in the library. The
 * order is total, so the same library and query always give the same list. Within a document hits
 * keep the order of the source.
 */
export const rankDocuments = <Document extends RankedDocument>(documents: readonly Document[]): Document[] =>
  documents.toSorted(
    (one, other) => rankClass(one) - rankClass(other) || other.blocks - one.blocks || one.order - other.order,
  );

const rankClass = ({ exactTitle, kinds }: RankedDocument): number => {
  if (exactTitle) return 0;
  if (kinds.has('title')) return 1;
  if (kinds.has('number')) return 2;
  if (kinds.has('heading')) return 3;
  return 4;
};
