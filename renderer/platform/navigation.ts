import { create } from 'zustand';
import type { BlockId, DocumentId, Route } from '../../preload/contract/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';

/** Where in a document to go; `marks` are words to show marked there, such as a search's hits. */
export type Target = {
  readonly documentId: DocumentId;
  readonly blockId: BlockId;
  readonly offset: number;
  readonly marks: readonly BlockRange[];
};

type Entry = { readonly route: Route; readonly target: Target | null };

type Navigation = Entry & {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
  readonly go: (route: Route, target?: Target | null) => void;
  /** Replaces the present entry, as typing in the search box does: no step of its own in the history. */
  readonly replace: (route: Route) => void;
  readonly back: () => void;
  readonly forward: () => void;
};

const depth = 100;

/** Which view is open and how the user came there. */
export const useNavigation = create<Navigation>((set) => ({
  route: { view: 'library' },
  target: null,
  past: [],
  future: [],
  go: (route, target = null) =>
    set(({ route: present, target: presentTarget, past }) => ({
      route,
      target,
      past: [...past, { route: present, target: presentTarget }].slice(-depth),
      future: [],
    })),
  replace: (route) => set({ route, target: null }),
  back: () =>
    set(({ route, target, past, future }) => {
      const previous = past.at(-1);
      if (previous === undefined) return {};
      return { ...previous, past: past.slice(0, -1), future: [{ route, target }, ...future] };
    }),
  forward: () =>
    set(({ route, target, past, future }) => {
      const [next, ...rest] = future;
      if (next === undefined) return {};
      return { ...next, past: [...past, { route, target }], future: rest };
    }),
}));

/**
 * Opens a document, at `place` when one is given, otherwise where it was last left. `page` is the
 * compilation in which the document is being read, when the reader shall stay in it.
 */
export function openDocument(
  documentId: DocumentId,
  place?: Omit<Target, 'documentId'>,
  page: DocumentId = documentId,
): void {
  const target = place === undefined ? null : { ...place, documentId };
  useNavigation.getState().go({ view: 'reader', documentId: page }, target);
}
