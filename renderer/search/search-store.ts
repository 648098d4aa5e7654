import { create } from 'zustand';
import type { SearchResult } from '../domain/search/index.ts';
import { askWorker, onWorkerMessage } from './search-client.ts';

/** Hits shown; the totals are exact whatever this is. */
const limit = 200;

type SearchStore = {
  readonly query: string;
  /** The newest answer and the query it answers; stays shown until the next one is here. */
  readonly answer: {
    readonly query: string;
    readonly result: SearchResult;
    readonly milliseconds: number;
  } | null;
  readonly failure: string | null;
  readonly search: (query: string) => void;
};

let newest = 0;

/** The search and its newest answer. An answer that comes after a newer question is dropped. */
export const useSearch = create<SearchStore>((set, get) => {
  onWorkerMessage((message) => {
    if (message.kind === 'failed') set({ failure: message.reason });
    // The results on screen stay true when a note is saved, changed or thrown away.
    if (message.kind === 'notes-changed' && get().query.trim() !== '') get().search(get().query);
    if (message.kind === 'result' && message.id === newest) {
      set({ answer: { query: get().query, result: message.result, milliseconds: message.milliseconds } });
    }
  });
  return {
    query: '',
    answer: null,
    failure: null,
    search: (query) => {
      newest += 1;
      if (query.trim() === '') set({ query, answer: null });
      else {
        set({ query });
        askWorker({ kind: 'search', id: newest, query, limit });
      }
    },
  };
});
