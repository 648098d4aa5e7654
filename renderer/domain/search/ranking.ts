import { kindOf, type Run } from './runs.ts';

/** What the order of documents in a result depends on. */
export type RankedDocument = {
  /** The best (lowest) `rankClass` of the document's matching units; 0 where its whole title is what was asked for. */
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
 * give the same list; the first `most` of it are given. Within a document its title comes first, then hits keep the order of the source.
 */
export const rankDocuments = <Document extends RankedDocument>(
  documents: readonly Document[],
  most: number,
): readonly Document[] => {
  // Of thousands of documents a few dozen are shown: the best so far, in order, and the worst of them to beat.
  const best: Document[] = [];
  for (const document of documents) {
    const worst = best.length < most ? null : best[most - 1];
    if (worst === undefined || (worst !== null && compare(document, worst) > 0)) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = best[middle];
      if (other !== undefined && compare(document, other) > 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, document);
    if (best.length > most) best.pop();
  }
  return best;
};

const compare = (one: RankedDocument, other: RankedDocument): number =>
  one.rank - other.rank ||
  other.density - one.density ||
  one.position - other.position ||
  one.order - other.order;

/** The class of a document's title. */
export const titleClass = 1;

/** How much a matching unit speaks for its document, from 1 (most) to 4. */
export const rankClass = (run: Run, number: number): number => {
  const { title } = run.document;
  if (title !== null && title.run === run && title.number === number) return titleClass;
  const kind = kindOf(run, number);
  if (kind === 'number') return 2;
  return kind === 'heading' || kind === 'title' ? 3 : 4;
};
