import { createContext, use } from 'react';
import { create } from 'zustand';
import type { DocumentId, Route } from '../../preload/contract/index.ts';

/** The text of the window, and what stands beside it. */
export type PaneId = 'first' | 'second';

/** What a part of the page must know of the pane that it stands in. */
export type Pane = {
  readonly id: PaneId;
  /** Whether the pane shows what is stored, whatever script the document is read in elsewhere. */
  readonly asStored: boolean;
};

const firstPane: Pane = { id: 'first', asStored: false };

export const PaneContext = createContext<Pane>(firstPane);

export function usePane(): Pane {
  return use(PaneContext);
}

type Panes = {
  /** The pane that keys and commands mean: the one that last had the focus or the pointer. */
  readonly active: PaneId;
  /** The first pane's part of the width (or height), in percent; kept until the window is closed. */
  readonly share: number;
  /** Whether panes that correspond scroll together. */
  readonly together: boolean;
};

export const usePanes = create<Panes>(() => ({ active: 'first', share: 50, together: true }));

export function activatePane(id: PaneId): void {
  if (usePanes.getState().active !== id) usePanes.setState({ active: id });
}

/** The document that a pane of a route shows; null where it shows none. */
export function documentOfPane(route: Route, pane: PaneId): DocumentId | null {
  if (route.view !== 'reader') return null;
  return pane === 'second' && route.beside?.kind === 'document' ? route.beside.documentId : route.documentId;
}
