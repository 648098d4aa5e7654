import type { SearchUnit } from '../../../preload/contract/index.ts';
import { createBigramIndex } from './bigram-index.ts';
import { evaluate, markedTerms, requiredTerms } from './evaluate.ts';
import { parseQuery, type QueryNode } from './query.ts';
import { type Match, resultOf } from './result.ts';
import type { SearchOptions, SearchResult } from './search-types.ts';
import { createUnitStore } from './unit-store.ts';

/** A search over all added units. Nothing here waits, and nothing throws on a query. */
export type SearchEngine = {
  /** Adds units, documents in the order of the library. They are found at once, by a scan. */
  readonly add: (units: readonly SearchUnit[]) => void;
  /**
   * Moves up to `count` added units into the index and returns how many still wait. Called in
   * slices (200 units take some 10 ms), it keeps a thread free; searching is complete at any time.
   */
  readonly buildIndex: (count: number) => number;
  /** Forgets a document; it may be added again in another form. */
  readonly remove: (documentId: string) => void;
  /** All places of a query as typed; see `parseQuery` for what it may hold. */
  readonly search: (query: string, options: SearchOptions) => SearchResult;
};

/** An empty engine. */
export const createSearchEngine = (): SearchEngine => {
  const store = createUnitStore();
  const index = createBigramIndex();
  let indexed = 0;

  /** All units that satisfy the query, in the order in which they were added. */
  const matchesOf = (root: QueryNode): Match[] => {
    const found: Match[] = [];
    const take = (id: number, places: number | null): void => {
      const unit = store.units[id];
      if (unit !== undefined && places !== null && !unit.document.removed) found.push({ unit, places });
    };
    const verify = (id: number): void => take(id, evaluate(root, store.units[id]?.folded ?? ''));
    const terms = requiredTerms(root);
    const candidates = index.candidates(terms);
    if (candidates !== null) for (const id of candidates) verify(id);
    const longest = terms.reduce((best, term) => (term.length > best.length ? term : best));
    // Where one term is all there is to satisfy, the scan has counted it already.
    store.scan(
      longest,
      candidates === null ? 0 : indexed,
      root.type === 'word' || root.type === 'phrase' ? take : verify,
    );
    return found;
  };

  return {
    add: store.add,
    buildIndex: (count) => {
      const end = Math.min(store.units.length, indexed + Math.max(0, count));
      for (; indexed < end; indexed += 1) index.add(indexed, store.units[indexed]?.folded ?? '');
      return store.units.length - indexed;
    },
    remove: store.remove,
    search: (query, options) => {
      const { root, problems } = parseQuery(query);
      if (root === null) return { ...nothing, problems };
      return { ...resultOf(matchesOf(root), markedTerms(root), options), problems };
    },
  };
};

const nothing = { totalBlocks: 0, totalOccurrences: 0, totalDocuments: 0, documents: [] };
