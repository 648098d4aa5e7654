import type { SearchDocument, SearchUnit } from '../../../preload/contract/index.ts';
import { localDay } from '../validity/index.ts';
import { createBigramIndex } from './bigram-index.ts';
import { countPlaces, matches, type Wanted, wantedOf } from './evaluate.ts';
import { type Filter, type FilterContext, type KnownNotes, passes } from './filters.ts';
import { createNoteStore } from './notes.ts';
import { type ParsedQuery, parseQuery, type Term } from './query.ts';
import { type Match, resultOf } from './result.ts';
import { driverOf, scanRun, unitsHolding } from './scan.ts';
import type { SearchNote, SearchOptions, SearchResult } from './search-types.ts';
import { createUnitStore, type EngineDocument, type Run, type Unit } from './unit-store.ts';

/** A search over all added units. Nothing here waits, and nothing throws on a query. */
export type SearchEngine = {
  /**
   * Adds units and what is known of their documents, in the order of the library; a described document of which no
   * title block is the title gets one that is not printed. They are found at once, by a scan.
   */
  readonly add: (units: readonly SearchUnit[], documents?: readonly SearchDocument[]) => void;
  /**
   * Moves about `count` added units into the index and returns how many still wait. Called in
   * slices (200 units take some 10 ms), it keeps a thread free; searching is complete at any time.
   */
  readonly buildIndex: (count: number) => number;
  /** Forgets a document; it may be added again in another form. */
  readonly remove: (documentId: string) => void;
  /**
   * Tells of the user's notes, each in the place of the one that had its id: they are searched from now on, and 有笔记
   * and 标签 are understood. Told once with none, the search knows that there are none.
   */
  readonly putNotes: (notes: readonly SearchNote[]) => void;
  readonly removeNotes: (annotationIds: Iterable<string>) => void;
  /** All places of a query as typed; see `parseQuery` for what it may hold. */
  readonly search: (query: string, options: SearchOptions) => SearchResult;
  /** The documents in which a query's words stand, whatever its filters say: what facets are counted from. */
  readonly matching: (query: string, options: Pick<SearchOptions, 'exact' | 'day'>) => Matching;
  /** Folded texts, all in which `folded` can stand: a superset. No word runs over a line end of one. */
  readonly textsThatMayHold: (folded: string) => Iterable<string>;
};

/** See `SearchEngine.matching`. */
export type Matching = {
  readonly filters: readonly Filter[];
  readonly documentIds: ReadonlySet<string>;
  readonly context: FilterContext;
};

/** An empty engine. */
export const createSearchEngine = (): SearchEngine => {
  const store = createUnitStore();
  const index = createBigramIndex();
  let indexed = 0;
  const notes = createNoteStore();

  /** The runs that can hold one of `terms`, ascending: what the index gives, and all that is not in it yet. */
  const runsHolding = (terms: readonly Term[]): Iterable<Run> => {
    const lists = terms.map(({ folded }) => index.candidates(folded));
    if (lists.some((list) => list === null)) return store.runs;
    const [first, ...rest] = lists;
    const ids =
      rest.length === 0
        ? (first ?? [])
        : [...new Set(lists.flatMap((list) => list ?? []))].sort((a, b) => a - b);
    return pickRuns(ids, indexed);
  };

  function* pickRuns(ids: readonly number[], from: number): Generator<Run> {
    for (const id of ids) {
      const run = store.runs[id];
      if (run !== undefined) yield run;
    }
    for (let id = from; id < store.runs.length; id += 1) {
      const run = store.runs[id];
      if (run !== undefined) yield run;
    }
  }

  /** All units that satisfy the query, in the order in which they were added. */
  const matchesOf = (wanted: Wanted, allowed: (document: EngineDocument) => boolean): Match[] => {
    const found: Match[] = [];
    const take = (unit: Unit, places: number): void => {
      if (!unit.document.removed && allowed(unit.document)) found.push({ unit, places });
    };
    const { clauses, exact, marked } = wanted;
    const driver = driverOf(clauses, (term) => index.candidates(term)?.length ?? null);
    const [only] = driver;
    // Where one term is all there is to satisfy, the scan has counted it already.
    const simple = clauses.length === 1 && marked.length === 1 && marked[0]?.type === 'term' && !exact;
    for (const run of runsHolding(driver)) {
      if (simple && only !== undefined) scanRun(run, only.folded, take);
      else {
        for (const unit of unitsHolding(run, driver)) {
          if (matches(wanted, [unit])) take(unit, countPlaces(wanted, unit));
        }
      }
    }
    return found;
  };

  /** Filters alone choose documents: their titles, with the words that were asked for in titles. */
  const titlesOf = (wanted: Wanted, allowed: (document: EngineDocument) => boolean): Match[] =>
    [...store.documents()].flatMap((document) => {
      const { title } = document;
      if (title === null || !allowed(document) || !matches(wanted, [title])) return [];
      return [{ unit: title, places: countPlaces(wanted, title) }];
    });

  return {
    add: (units, documents = []) => store.add(units, documents),
    buildIndex: (count) => {
      const { runs } = store;
      for (let done = 0; done < count && indexed < runs.length; indexed += 1) {
        const run = runs[indexed];
        index.add(indexed, run?.folded ?? '');
        done += run?.units.length ?? 0;
      }
      return runs.slice(indexed).reduce((sum, { units }) => sum + units.length, 0);
    },
    remove: store.remove,
    putNotes: notes.put,
    removeNotes: notes.remove,
    search: (query, options) => {
      const known = notes.known();
      const { clauses, filters: typed, problems } = withoutNotes(parseQuery(query, options.exact), known);
      const exact = options.exact ?? false;
      const wanted = wantedOf(clauses, exact);
      const context = { day: options.day ?? localDay(new Date()), notes: known };
      const byFilters = filtered(typed, context);
      const { documentId } = options;
      const allowed = (document: EngineDocument): boolean =>
        (documentId === undefined || document.id === documentId) && byFilters(document);
      const ofDocument = (id: string, filters: readonly Filter[]): boolean =>
        (documentId === undefined || id === documentId) && passes(filters, id, store.factsOf(id), context);
      const noted = notes.search(wanted, typed, ofDocument, options.limit);
      if (wanted.marked.length > 0) {
        return { ...resultOf(matchesOf(wanted, allowed), wanted, options), notes: noted, problems };
      }
      if (typed.length === 0) return { ...nothing, notes: noted, problems };
      const titles = { ...wanted, marked: titleTerms(typed), exact: false };
      return { ...resultOf(titlesOf(titles, allowed), titles, options), notes: noted, problems };
    },
    matching: (query, { exact = false, day = localDay(new Date()) }) => {
      const known = notes.known();
      const { clauses, filters } = withoutNotes(parseQuery(query, exact), known);
      const wanted = wantedOf(clauses, exact);
      const everywhere = (): boolean => true;
      const found =
        wanted.marked.length > 0
          ? matchesOf(wanted, everywhere)
          : filters.length > 0
            ? titlesOf({ ...wanted, exact: false }, everywhere)
            : [];
      const documentIds = new Set(found.map(({ unit }) => unit.document.id));
      return { filters, documentIds, context: { day, notes: known } };
    },
    *textsThatMayHold(folded) {
      for (const run of runsHolding([{ type: 'term', folded, needle: folded }])) yield run.folded;
    },
  };
};

const nothing = { totalBlocks: 0, totalOccurrences: 0, totalDocuments: 0, documents: [] };

/** A query without the filters on notes where notes are not known. */
const withoutNotes = (parsed: ParsedQuery, notes: KnownNotes): ParsedQuery => {
  if (notes !== null) return parsed;
  const unknown = parsed.filters.filter(({ field }) => field === 'tag' || field === 'notes');
  const problems = unknown.map(({ start, end }) => ({ code: 'notes-unknown' as const, start, end }));
  return {
    clauses: parsed.clauses,
    filters: parsed.filters.filter((filter) => !unknown.includes(filter)),
    problems: [...parsed.problems, ...problems],
  };
};

/** Whether a document passes the filters, asked once a document. */
const filtered = (
  filters: readonly Filter[],
  context: Parameters<typeof passes>[3],
): ((document: EngineDocument) => boolean) => {
  if (filters.length === 0) return () => true;
  const known = new Map<EngineDocument, boolean>();
  return (document) => {
    const answer = known.get(document) ?? passes(filters, document.id, document.facts, context);
    known.set(document, answer);
    return answer;
  };
};

const titleTerms = (filters: readonly Filter[]): readonly Term[] =>
  filters.flatMap((filter) =>
    filter.field === 'title' && !filter.excluded
      ? [{ type: 'term' as const, folded: filter.value, needle: filter.value }]
      : [],
  );
