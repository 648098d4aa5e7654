import { create } from 'zustand';
import type { DocumentId } from '../../preload/contract/index.ts';
import type { OutlineNode } from './outline-tree.ts';

export type OutlineState = {
  readonly filter: string;
  /** What the user opened (true) or closed; all others are as the outline has them by itself. */
  readonly chosen: ReadonlyMap<OutlineNode['key'], boolean>;
};

const untouched: OutlineState = { filter: '', chosen: new Map() };

/** How the outline of each document was left, until the window is closed. */
const useOutlines = create<ReadonlyMap<DocumentId, OutlineState>>(() => new Map());

export function useOutline(
  documentId: DocumentId,
): readonly [OutlineState, (change: Partial<OutlineState>) => void] {
  const state = useOutlines((outlines) => outlines.get(documentId)) ?? untouched;
  const change = (patch: Partial<OutlineState>): void => {
    const outlines = useOutlines.getState();
    const old = outlines.get(documentId) ?? untouched;
    useOutlines.setState(new Map(outlines).set(documentId, { ...old, ...patch }), true);
  };
  return [state, change];
}
