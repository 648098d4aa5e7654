import { create } from 'zustand';
import type { Beside, BlockId, DocumentId, Place, Route } from '../../preload/contract/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';
import { documentOfPane, type PaneId, usePanes } from './panes.ts';

/** Where in a document to go; `marks` are words to show marked there, such as a search's hits. */
export type Target = {
  readonly documentId: DocumentId;
  readonly blockId: BlockId;
  readonly offset: number;
  readonly marks: readonly BlockRange[];
};

/** Where a page was left: the line at its reading line, and how many CSS pixels below it that line stood. */
export type Spot = Place & { readonly shift: number };

/**
 * Each pane has a target of its own, so that a jump in the one leaves the other where it is. The spots are where
 * the panes were left; null where they were not left yet or are none that scroll.
 */
type Entry = {
  readonly route: Route;
  readonly target: Target | null;
  readonly besideTarget: Target | null;
  readonly spot: Spot | null;
  readonly besideSpot: Spot | null;
};

type Navigation = Entry & {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
  readonly go: (route: Route, target?: Target | null, besideTarget?: Target | null) => void;
  /** Replaces the present entry, as typing in the search box does: no step of its own in the history. */
  readonly replace: (route: Route, target?: Target | null) => void;
  /** Makes a step of a jump within a page that is made without a target, as find does. Call it before the jump. */
  readonly step: () => void;
  readonly back: () => void;
  readonly forward: () => void;
};

const depth = 100;

const whereNow = new Map<PaneId, () => Spot | null>();

/** Lets a pane's page say where it stands when it is left; the returned function takes that back. */
export function tellWhere(pane: PaneId, look: () => Spot | null): () => void {
  whereNow.set(pane, look);
  return () => {
    if (whereNow.get(pane) === look) whereNow.delete(pane);
  };
}

/** The present entry, with where its panes are being left. */
const left = ({ route, target, besideTarget }: Entry): Entry => ({
  route,
  target,
  besideTarget,
  spot: whereNow.get('first')?.() ?? null,
  besideSpot: whereNow.get('second')?.() ?? null,
});

const unseen = { spot: null, besideSpot: null } as const;

/** Which view is open and how the user came there. */
export const useNavigation = create<Navigation>((set) => ({
  route: { view: 'library' },
  target: null,
  besideTarget: null,
  ...unseen,
  past: [],
  future: [],
  go: (route, target = null, besideTarget = null) =>
    set((present) => ({
      route,
      target,
      besideTarget,
      ...unseen,
      past: [...present.past, left(present)].slice(-depth),
      future: [],
    })),
  replace: (route, target = null) => set({ route, target, besideTarget: null, ...unseen }),
  step: () => set((present) => ({ past: [...present.past, left(present)].slice(-depth), future: [] })),
  back: () =>
    set((present) => {
      const previous = present.past.at(-1);
      if (previous === undefined) return {};
      return { ...previous, past: present.past.slice(0, -1), future: [left(present), ...present.future] };
    }),
  forward: () =>
    set((present) => {
      const [next, ...rest] = present.future;
      if (next === undefined) return {};
      return { ...next, past: [...present.past, left(present)], future: rest };
    }),
}));

// A pane that is gone cannot be the one that is meant.
useNavigation.subscribe(({ route }) => {
  const second = route.view === 'reader' && route.beside !== undefined;
  if (!second && usePanes.getState().active !== 'first') usePanes.setState({ active: 'first' });
});

/**
 * Opens a document, at `place` when one is given, otherwise where it was last left. `page` is the
 * compilation in which the document is being read, when the reader shall stay in it. Of two panes it
 * opens in the active one, the other stays as it is.
 */
export function openDocument(
  documentId: DocumentId,
  place?: Omit<Target, 'documentId'>,
  page: DocumentId = documentId,
): void {
  const { route, target, besideTarget, go } = useNavigation.getState();
  const wanted = place === undefined ? null : { ...place, documentId };
  if (route.view !== 'reader' || route.beside === undefined) {
    go({ view: 'reader', documentId: page }, wanted);
    return;
  }
  const { beside, documentId: first } = route;
  const inSecond = usePanes.getState().active === 'second' && beside.kind !== 'table';
  if (inSecond) {
    const same = documentOfPane(route, 'second') === page;
    go(same ? route : { ...route, beside: { kind: 'document', documentId: page } }, target, wanted);
  } else if (page === first || beside.kind === 'document') {
    go({ ...route, documentId: page }, wanted, besideTarget);
  } else {
    // What stood beside belonged to the document that is left.
    go({ view: 'reader', documentId: page }, wanted);
  }
}

/** Puts something beside the open document, or takes it away; the document itself stays where it is. */
export function setBeside(beside: Beside | null): void {
  const { route, target, go } = useNavigation.getState();
  if (route.view !== 'reader') return;
  const { beside: _, ...alone } = route;
  go(beside === null ? alone : { ...alone, beside }, target);
}

/** Opens a document beside the one that was read last; alone where none was. */
export function openBeside(documentId: DocumentId): void {
  const { route, past, go } = useNavigation.getState();
  const last = [...past.map((entry) => entry.route), route].findLast(({ view }) => view === 'reader');
  if (last?.view !== 'reader' || last.documentId === documentId) openDocument(documentId);
  else go({ view: 'reader', documentId: last.documentId, beside: { kind: 'document', documentId } });
}

/** The document of the active pane, which keys, commands and the bar above mean; null outside of the reader. */
export function activeDocumentId(): DocumentId | null {
  return documentOfPane(useNavigation.getState().route, usePanes.getState().active);
}

export function useActiveDocumentId(): DocumentId | null {
  const active = usePanes((state) => state.active);
  return useNavigation(({ route }) => documentOfPane(route, active));
}

/** Where a pane has been sent. */
export function targetOf({ target, besideTarget }: Entry, pane: PaneId): Target | null {
  return pane === 'first' ? target : besideTarget;
}

/** Where the history says that a pane was left. */
export function spotIn({ spot, besideSpot }: Entry, pane: PaneId): Spot | null {
  return pane === 'first' ? spot : besideSpot;
}
