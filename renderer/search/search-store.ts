import { create } from 'zustand';
import type { Facet, NearQuery, SearchHit, SearchResult } from '../domain/search/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { askSearch, onWorkerMessage } from './search-client.ts';

/** Hits listed at first, and how many more each time more are asked for; the totals are exact whatever this is. */
const page = 100;
/** Hits of one document that are listed until all of it are asked for. */
export const hitsPerDocument = 10;
/** How long the typing must rest before what is only beside the results is asked for, in milliseconds. */
const rest = 90;

/** The newest answer and the question that it answers. */
type SearchAnswer = {
  readonly query: string;
  readonly exact: boolean;
  readonly result: SearchResult;
  readonly milliseconds: number;
};

type SearchStore = {
  readonly query: string;
  /** By the very characters, without folding. */
  readonly exact: boolean;
  readonly limit: number;
  /** Stays shown until the next one is here. */
  readonly answer: SearchAnswer | null;
  /** Of the newest answer, a moment after it; those of the former one until then. */
  readonly facets: readonly Facet[];
  /** Whether the facets are still those of a former answer. */
  readonly facetsLate: boolean;
  /** Null while they are looked for. */
  readonly nearest: readonly NearQuery[] | null;
  /** All hits of those documents of which all were asked for. */
  readonly opened: ReadonlyMap<string, readonly SearchHit[]>;
  readonly failure: string | null;
  /** The share of the library that is in the index. */
  readonly indexed: number;
  readonly search: (query: string, exact: boolean) => void;
  readonly showMore: () => void;
  /** Lists all hits of a document, or again only its first ones. */
  readonly openDocumentHits: (documentId: string, open: boolean) => void;
};

let newest = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The search and its newest answer. An answer that comes after a newer question is dropped. */
export const useSearch = create<SearchStore>((set, get) => {
  onWorkerMessage((message) => {
    if (message.kind === 'failed') set({ failure: message.reason });
    if (message.kind === 'indexed') set({ indexed: message.share });
    // The results on screen stay true when a note is saved, changed or thrown away.
    if (message.kind === 'notes-changed' && get().query.trim() !== '') ask();
  });
  const ask = (): void => {
    newest += 1;
    const id = newest;
    const { query, exact, limit } = get();
    clearTimeout(timer);
    set({ facetsLate: true });
    askSearch({ kind: 'search', query, exact, limit, perDocument: hitsPerDocument }).then(
      (answer) => {
        if (id !== newest) return;
        set({ answer: { query, exact, ...answer }, nearest: null });
        timer = setTimeout(() => askBeside(id), rest);
      },
      // That the search does not work is told by the worker itself.
      () => undefined,
    );
  };
  /** What stands beside the results; whoever is still typing does not wait for it. */
  const askBeside = (id: number): void => {
    const { query, exact, answer } = get();
    const unlessOutdated = (change: Partial<SearchStore>): void => {
      if (id === newest) set(change);
    };
    askSearch({ kind: 'facets', query, exact }).then(
      (facets) => unlessOutdated({ facets, facetsLate: false }),
      () => undefined,
    );
    if (answer === null || !isEmpty(answer.result)) return;
    askSearch({ kind: 'nearest', query, exact }).then(
      (nearest) => unlessOutdated({ nearest }),
      () => undefined,
    );
  };
  return {
    query: '',
    exact: false,
    limit: page,
    answer: null,
    facets: [],
    facetsLate: false,
    nearest: null,
    opened: new Map(),
    failure: null,
    indexed: 0,
    search: (query, exact) => {
      const none = { query, exact, limit: page, opened: new Map() };
      if (query.trim() === '') {
        newest += 1;
        set({ ...none, answer: null, facets: [], facetsLate: false, nearest: null });
      } else {
        set(none);
        ask();
      }
    },
    showMore: () => {
      set(({ limit }) => ({ limit: limit + page }));
      ask();
    },
    openDocumentHits: (documentId, open) => {
      const { query, exact, opened } = get();
      if (!open) {
        set({ opened: new Map([...opened].filter(([id]) => id !== documentId)) });
        return;
      }
      askSearch({ kind: 'search', query, exact, documentId, limit: Number.MAX_SAFE_INTEGER }).then(
        ({ result }) => {
          const hits = result.documents[0]?.hits;
          if (hits === undefined || get().query !== query || get().exact !== exact) return;
          set({ opened: new Map([...get().opened, [documentId, hits]]) });
        },
        () => undefined,
      );
    },
  };
});

/** Whether neither the library nor the notes have anything. */
export const isEmpty = ({ totalBlocks, notes }: SearchResult): boolean =>
  totalBlocks === 0 && notes.total === 0;

/**
 * Searches and shows the results. While one types in the results, that is no step of its own in the history; what
 * is chosen (a filter, a saved search) is one, so that one can go back.
 */
export function showResults(query: string, exact: boolean, step: 'typed' | 'chosen'): void {
  const { go, replace, route } = useNavigation.getState();
  const next = {
    view: 'search',
    query: query.slice(0, 10_000),
    ...(exact ? { exact: true as const } : {}),
  } as const;
  if (route.view === 'search' && step === 'typed') replace(next);
  else if (route.view !== 'search' || route.query !== next.query || route.exact !== next.exact) go(next);
  const { query: present, exact: presentExact, answer, search } = useSearch.getState();
  // What is on screen already stays as it is, with all that was opened in it.
  if (query !== present || exact !== presentExact || answer === null) search(query, exact);
}
