import { create } from 'zustand';
import type { ErrorCode, FactId, LibraryFact } from '../../preload/contract/index.ts';
import type { FactFilter, FactOrder } from '../domain/facts/index.ts';
import { ask, codeOf } from '../platform/reader.ts';

/** Rows drawn at first, and added by each “show more”. */
const pageSize = 200;

export const noFilter: FactFilter = { documentId: null, year: null, type: null, text: '' };

type FactsStore = {
  /** All facts in the order of the library; null until they have been read. */
  readonly facts: readonly LibraryFact[] | null;
  readonly failure: ErrorCode | null;
  /** What the user looks for stays when a row is opened and the view is come back to. */
  readonly filter: FactFilter;
  readonly order: FactOrder;
  readonly shown: number;
  /** The row opened last, to come back to. */
  readonly opened: FactId | null;
  /** Reads the facts unless they are known or on their way; never rejects, `failure` tells. */
  readonly load: () => Promise<void>;
  readonly narrow: (patch: Partial<FactFilter>) => void;
  readonly sortBy: (order: FactOrder) => void;
  readonly showMore: () => void;
};

let underway: Promise<void> | null = null;

export const useFacts = create<FactsStore>((set, get) => {
  const read = async (): Promise<void> => {
    set({ failure: null });
    try {
      set({ facts: await ask('library.readFacts', {}) });
    } catch (error) {
      set({ failure: codeOf(error) });
    }
  };
  return {
    facts: null,
    failure: null,
    filter: noFilter,
    order: 'document',
    shown: pageSize,
    opened: null,
    load: () => {
      if (get().facts !== null) return Promise.resolve();
      underway ??= read().finally(() => {
        underway = null;
      });
      return underway;
    },
    narrow: (patch) => set(({ filter }) => ({ filter: { ...filter, ...patch }, shown: pageSize })),
    sortBy: (order) => set({ order, shown: pageSize }),
    showMore: () => set(({ shown }) => ({ shown: shown + pageSize })),
  };
});

/** Reads the facts ahead of their view, so that the side bar can say how many there are. */
export function prepareFacts(): void {
  void useFacts.getState().load();
}
