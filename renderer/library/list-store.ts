import { create } from 'zustand';
import type { DocumentId } from '../../preload/contract/index.ts';
import { type LibraryFilter, noFilter, type Sorting, type TimelineDate } from '../domain/library/index.ts';

type ListState = {
  readonly filter: LibraryFilter;
  /** Null: the order of the library. */
  readonly sorting: Sorting | null;
  /** Compilations whose parts are folded away. */
  readonly closed: ReadonlySet<DocumentId>;
  readonly timelineDate: TimelineDate;
  /** The document opened last, to come back to. */
  readonly opened: DocumentId | null;
};

/** What the user looks for in the library; it stays when a document is opened and the view is come back to. */
export const useList = create<ListState>(() => ({
  filter: noFilter,
  sorting: null,
  closed: new Set(),
  timelineDate: 'effectiveOn',
  opened: null,
}));

/** Folds the parts of a compilation away, or shows them again. */
export function toggleParts(id: DocumentId): void {
  useList.setState(({ closed }) => {
    const next = new Set(closed);
    if (!next.delete(id)) next.add(id);
    return { closed: next };
  });
}
