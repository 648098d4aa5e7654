import type { SearchDocument, SearchUnit } from '../../../preload/contract/index.ts';
import { localDay } from '../validity/index.ts';
import { createBigramIndex } from './bigram-index.ts';
import { createCharacterIndex } from './character-index.ts';
import { countPlaces, matches, type Wanted, wantedOf } from './evaluate.ts';
import { type Filter, type FilterContext, type KnownNotes, passes } from './filters.ts';
import { createGroups, type Group } from './groups.ts';
import { filterHints, numberHints } from './hints.ts';
import { createNoteStore } from './notes.ts';
import { type Decode, type EngineParts, packEngine, unpackEngine } from './packed-engine.ts';
import { type ParsedQuery, parseQuery, type Term } from './query.ts';
import { type FindIn, resultOf } from './result.ts';
import { type EngineDocument, kindOf, type Run, unitOf } from './runs.ts';
import { driverOf, scanRun, unitsHolding } from './scan.ts';
import type { SearchNote, SearchOptions, SearchResult } from './search-types.ts';
import { createUnitStore } from './unit-store.ts';

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
  /**
   * What is searched, with its finished index, as bytes from which `openSearchEngine` makes it again; made in steps, so
   * that a thread stays free. Null when it is not all indexed, or a document was removed.
   */
  readonly pack: () => Generator<void, Uint8Array<ArrayBuffer> | null>;
  /** What is known of the described documents, in the order of the library, and the stored texts of all headings. */
  readonly documents: () => Iterable<SearchDocument>;
  readonly headings: () => Iterable<string>;
  /** Folded texts, all in which `folded` can stand: a superset. No word runs over a line end of one. */
  readonly textsThatMayHold: (folded: string) => Iterable<string>;
};

/** See `SearchEngine.matching`. */
export type Matching = {
  readonly filters: readonly Filter[];
  readonly documentIds: ReadonlySet<string>;
  readonly context: FilterContext;
};

/** An empty engine, or one with what was packed. */
export const createSearchEngine = (packed: EngineParts | null = null): SearchEngine => {
  const store = packed?.store ?? createUnitStore();
  const bigrams = packed?.bigrams ?? createBigramIndex();
  const characters = packed?.characters ?? createCharacterIndex();
  let indexed = packed === null ? 0 : store.runs.length;
  let indexedUnits = packed === null ? 0 : store.unitCount();
  const notes = createNoteStore();

  /** The runs that can hold one of `terms`, ascending: what the index gives, and all that is not in it yet. */
  const runsHolding = (terms: readonly Term[], listOf = bigrams.candidates): Iterable<Run> => {
    const lists = terms.map(({ folded }) => listOf(folded));
    if (lists.some((list) => list === null)) return store.runs;
    const [first, ...rest] = lists;
    const ids =
      rest.length === 0
        ? (first ?? [])
        : [...new Set(lists.flatMap((list) => list ?? []))].sort((a, b) => a - b);
    return pickRuns(ids);
  };

  function* pickRuns(ids: readonly number[]): Generator<Run> {
    for (const id of ids) {
      const run = store.runs[id];
      if (run !== undefined) yield run;
    }
    yield* store.runs.slice(indexed);
  }

  type Allowed = (document: EngineDocument) => boolean;
  const passing =
    (allowed: Allowed): Allowed =>
    (document) =>
      !document.removed && allowed(document);

  /** How the units that satisfy a query are found in a run. */
  const finderOf = (wanted: Wanted, driver: readonly Term[]): FindIn => {
    const term = soleTerm(wanted);
    if (term !== null) return (run, take) => scanRun(run, term.folded, take);
    return (run, take) => {
      for (const number of unitsHolding(run, driver)) {
        const unit = unitOf(run, number);
        if (matches(wanted, [unit])) take(run, number, countPlaces(wanted, unit));
      }
    };
  };

  const search = (
    wanted: Wanted,
    allowed: Allowed,
  ): { readonly groups: readonly Group[]; readonly findIn: FindIn } => {
    const known = new Map<string, readonly number[] | null>();
    const listOf = (term: string): readonly number[] | null => {
      const list = known.get(term) ?? bigrams.candidates(term);
      known.set(term, list);
      return list;
    };
    const sole = soleTerm(wanted);
    const driver = sole === null ? driverOf(wanted.clauses, (term) => listOf(term)?.length ?? null) : [sole];
    const findIn = finderOf(wanted, driver);
    const groups = createGroups(store.everyDocument.length);
    const isWanted = passing(allowed);
    let runs: Iterable<Run>;
    if (sole?.folded.length === 1) {
      // Its places were counted when the index was built.
      const { everyDocument } = store;
      characters.counts(sole.folded.charCodeAt(0), (order, units, position, places, rank) => {
        const document = everyDocument[order];
        if (document === undefined || !isWanted(document)) return;
        groups.count(document, units, position, places, rank);
      });
      runs = store.runs.slice(indexed);
    } else runs = runsHolding(driver, listOf);
    for (const run of runs) if (isWanted(run.document)) findIn(run, groups.take);
    return { groups: groups.all(), findIn };
  };

  /** Whether a phrase stands anywhere in the library. */
  const stands = (term: Term): boolean => {
    for (const run of runsHolding([term])) {
      if (!run.document.removed && run.folded.includes(term.folded)) return true;
    }
    return false;
  };

  /** Filters alone choose documents: their titles, with the words that were asked for in titles. */
  const titles = (
    wanted: Wanted,
    allowed: Allowed,
  ): { readonly groups: readonly Group[]; readonly findIn: FindIn } => {
    const isWanted = passing(allowed);
    const findIn: FindIn = (run, take) => {
      const { title } = run.document;
      if (title?.run !== run) return;
      const unit = unitOf(run, title.number);
      if (matches(wanted, [unit])) take(run, title.number, countPlaces(wanted, unit));
    };
    const groups = createGroups(store.everyDocument.length);
    for (const document of store.documents()) {
      if (document.title !== null && isWanted(document)) findIn(document.title.run, groups.take);
    }
    return { groups: groups.all(), findIn };
  };

  return {
    add: (units, documents = []) => store.add(units, documents),
    buildIndex: (count) => {
      const { runs } = store;
      for (let done = 0; done < count && indexed < runs.length; indexed += 1) {
        const run = runs[indexed];
        if (run === undefined) break;
        bigrams.add(indexed, run.folded);
        characters.add(run);
        done += run.size;
        indexedUnits += run.size;
      }
      return store.unitCount() - indexedUnits;
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
        (documentId === undefined || id === documentId) &&
        passes(filters, id, store.document(id)?.facts ?? null, context);
      const noted = notes.search(wanted, typed, ofDocument, options.limit);
      const filterProblems = [...problems, ...filterHints(query, typed, stands)];
      if (wanted.marked.length > 0) {
        const { groups, findIn } = search(wanted, allowed);
        const isEmpty = groups.length === 0 && noted.total === 0;
        const hints = isEmpty ? numberHints(query, stands) : [];
        const told = [...filterProblems, ...hints];
        return { ...resultOf(groups, wanted, options, findIn), notes: noted, problems: told };
      }
      if (typed.length === 0) return { ...nothing, notes: noted, problems };
      const inTitles = { ...wanted, marked: titleTerms(typed), exact: false };
      const { groups, findIn } = titles(inTitles, allowed);
      return { ...resultOf(groups, inTitles, options, findIn), notes: noted, problems: filterProblems };
    },
    matching: (query, { exact = false, day = localDay(new Date()) }) => {
      const known = notes.known();
      const { clauses, filters } = withoutNotes(parseQuery(query, exact), known);
      const wanted = wantedOf(clauses, exact);
      const everywhere = (): boolean => true;
      const groups =
        wanted.marked.length > 0
          ? search(wanted, everywhere).groups
          : filters.length > 0
            ? titles({ ...wanted, exact: false }, everywhere).groups
            : [];
      const documentIds = new Set(groups.map(({ document }) => document.id));
      return { filters, documentIds, context: { day, notes: known } };
    },
    *textsThatMayHold(folded) {
      for (const run of runsHolding([{ type: 'term', folded, needle: folded }])) yield run.folded;
    },
    *documents() {
      for (const { described } of store.documents()) if (described !== null) yield described;
    },
    *headings() {
      for (const run of store.runs) {
        if (run.document.removed) continue;
        for (let number = 0; number < run.size; number += 1) {
          if (kindOf(run, number) === 'heading') yield unitOf(run, number).text;
        }
      }
    },
    pack: () => packEngine({ store, bigrams, characters }, indexed),
  };
};

/** The engine that was packed, or null where the bytes are not those of one of today. See `SearchEngine.pack`. */
export const openSearchEngine = (bytes: Uint8Array<ArrayBuffer>, decode: Decode): SearchEngine | null => {
  try {
    const parts = unpackEngine(bytes, decode);
    return parts === null ? null : createSearchEngine(parts);
  } catch {
    // What else is wrong with them does not matter: it is built anew.
    return null;
  }
};

/** The term of a query that asks for nothing else, in folded texts. */
const soleTerm = ({ clauses, marked, exact }: Wanted): Term | null => {
  const [only] = marked;
  return clauses.length === 1 && marked.length === 1 && only?.type === 'term' && !exact ? only : null;
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
