import { type PaneId, usePanes } from '../platform/panes.ts';

const citing = new Map<PaneId, () => void>();

/** Lets a pane's page cite what is selected or read on it; the returned function takes that back. */
export function tellCite(pane: PaneId, cite: () => void): () => void {
  citing.set(pane, cite);
  return () => {
    if (citing.get(pane) === cite) citing.delete(pane);
  };
}

/** Copies a citation of what is selected, else of the paragraph being read, of the active pane. */
export function copyCitation(): void {
  citing.get(usePanes.getState().active)?.();
}
