import { create } from 'zustand';
import type { DocumentId, ReadingPosition } from '../../preload/contract/index.ts';

type PositionsStore = {
  readonly positions: ReadonlyMap<DocumentId, ReadingPosition>;
  readonly open: (positions: readonly ReadingPosition[]) => void;
  readonly keep: (position: ReadingPosition) => void;
};

/** Where each document was last left. */
export const usePositions = create<PositionsStore>((set) => ({
  positions: new Map(),
  open: (positions) =>
    set({ positions: new Map(positions.map((position) => [position.documentId, position])) }),
  keep: (position) =>
    set(({ positions }) => ({ positions: new Map(positions).set(position.documentId, position) })),
}));
