import type { BlockKind, SearchUnit } from '../../../preload/contract/index.ts';
import { fold, foldText } from '../fold/index.ts';
import { type BigramIndex, createBigramIndex } from './bigram-index.ts';
import { countPlaces, markedTerms, matches, placesOf, requiredTerms } from './evaluate.ts';
import { parseQuery, type QueryNode } from './query.ts';
import { type RankedDocument, rankDocuments } from './ranking.ts';
import type { DocumentHits, SearchHit, SearchOptions, SearchResult } from './search-types.ts';

/** A search over all added units. Nothing here waits, and nothing throws on a query. */
export type SearchEngine = {
  /** Adds units, documents in the order of the library. They are found at once, by a scan. */
  readonly add: (units: readonly SearchUnit[]) => void;
  /**
   * Moves up to `count` added units into the index and returns how many still wait. Called in
   * slices (500 units take some 10 ms), it keeps a thread free; searching is complete at any time.
   */
  readonly buildIndex: (count: number) => number;
  /** Forgets a document; it may be added again in another form. */
  readonly remove: (documentId: string) => void;
  readonly search: (query: string, options: SearchOptions) => SearchResult;
};

type EngineDocument = { readonly id: string; readonly order: number; removed: boolean };
type Unit = {
  readonly document: EngineDocument;
  readonly blockId: string;
  readonly kind: BlockKind;
  readonly text: string;
  readonly textStart: number;
  /** The same string as `text` where folding changes nothing. */
  readonly folded: string;
};

/** An empty engine. */
export const createSearchEngine = (): SearchEngine => {
  const units: Unit[] = [];
  const documents = new Map<string, EngineDocument>();
  const index = createBigramIndex();
  let indexed = 0;
  let documentCount = 0;

  const documentOf = (id: string): EngineDocument => {
    const known = documents.get(id);
    if (known !== undefined) return known;
    const made = { id, order: documentCount, removed: false };
    documentCount += 1;
    documents.set(id, made);
    return made;
  };

  return {
    add: (added) => {
      for (const { documentId, blockId, kind, text, textStart } of added) {
        units.push({ document: documentOf(documentId), blockId, kind, text, textStart, folded: fold(text) });
      }
    },
    buildIndex: (count) => {
      const end = Math.min(units.length, indexed + Math.max(0, count));
      for (; indexed < end; indexed += 1) index.add(indexed, units[indexed]?.folded ?? '');
      return units.length - indexed;
    },
    remove: (documentId) => {
      // A tombstone: taking ids out of FlexSearch walks its whole index.
      const document = documents.get(documentId);
      if (document !== undefined) document.removed = true;
      documents.delete(documentId);
    },
    search: (query, options) => {
      const { root, problems } = parseQuery(query);
      if (root === null) return { ...nothing, problems };
      const found = matchingUnits(root, units, index, indexed);
      return { ...resultOf(root, found, options), problems };
    },
  };
};

const nothing = { totalBlocks: 0, totalOccurrences: 0, totalDocuments: 0, documents: [] };

/** All units that satisfy the query, in the order in which they were added. */
const matchingUnits = (
  root: QueryNode,
  units: readonly Unit[],
  index: BigramIndex,
  indexed: number,
): Unit[] => {
  const found: Unit[] = [];
  const take = (unit: Unit | undefined): void => {
    if (unit !== undefined && !unit.document.removed && matches(root, unit.folded)) found.push(unit);
  };
  const candidates = index.candidates(requiredTerms(root));
  if (candidates !== null) for (const id of candidates) take(units[id]);
  for (let id = candidates === null ? 0 : indexed; id < units.length; id += 1) take(units[id]);
  return found;
};

type Found = RankedDocument & { readonly id: string; readonly units: Unit[] };

const resultOf = (
  root: QueryNode,
  found: readonly Unit[],
  options: SearchOptions,
): Omit<SearchResult, 'problems'> => {
  const terms = markedTerms(root);
  const byDocument = new Map<EngineDocument, Found>();
  let totalOccurrences = 0;
  for (const unit of found) {
    const occurrences = terms.reduce((sum, term) => sum + countPlaces(unit.folded, term), 0);
    totalOccurrences += occurrences;
    let entry = byDocument.get(unit.document);
    if (entry === undefined) {
      const { id, order } = unit.document;
      entry = { id, order, units: [], blocks: 0, occurrences: 0, kinds: new Set(), exactTitle: false };
      byDocument.set(unit.document, entry);
    }
    entry.units.push(unit);
    entry.blocks += 1;
    entry.occurrences += occurrences;
    entry.kinds.add(unit.kind);
    entry.exactTitle ||= unit.kind === 'title' && terms.length === 1 && terms[0] === unit.folded;
  }
  const documents: DocumentHits[] = [];
  let room = Math.max(0, options.limit);
  for (const entry of rankDocuments([...byDocument.values()])) {
    if (room === 0) break;
    const hits = entry.units
      .slice(0, Math.min(room, options.perDocument ?? room))
      .map((unit) => hitOf(unit, terms));
    room -= hits.length;
    const { id: documentId, blocks: total, occurrences } = entry;
    documents.push({ documentId, hits, total, totalOccurrences: occurrences });
  }
  return { totalBlocks: found.length, totalOccurrences, totalDocuments: byDocument.size, documents };
};

/** The offset map is made here, for the hits that are shown, not kept for the whole library. */
const hitOf = ({ blockId, kind, text, textStart }: Unit, terms: readonly string[]): SearchHit => {
  const { folded, map } = foldText(text);
  const ranges = placesOf(folded, terms).map((place) => {
    const { start, end } = map.rangeToOriginal(place.start, place.end);
    return { start: start + textStart, end: end + textStart };
  });
  return { blockId, kind, ranges, text, textStart };
};
