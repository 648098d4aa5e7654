import { create } from 'zustand';
import type { AnnotationId, NoteFilter } from '../../preload/contract/index.ts';
import { everyNote } from '../domain/notes/index.ts';

type WorkspaceStore = {
  /** What the user looks for stays when a note is opened and the view is come back to. */
  readonly filter: NoteFilter;
  /** The notes ticked; of them only those count that are found too. */
  readonly ticked: ReadonlySet<AnnotationId>;
  /** The note that the keyboard is at, and the one from which a range is ticked. */
  readonly cursor: AnnotationId | null;
  readonly rangeFrom: AnnotationId | null;
  /** The note opened last, to come back to. */
  readonly opened: AnnotationId | null;
  readonly narrow: (patch: Partial<NoteFilter>) => void;
  readonly choose: (filter: NoteFilter) => void;
  readonly tick: (ids: Iterable<AnnotationId>) => void;
  readonly toggle: (id: AnnotationId) => void;
};

const nothing: ReadonlySet<AnnotationId> = new Set();

/** What the notes workspace shows and has selected, as long as the window is open. */
export const useWorkspace = create<WorkspaceStore>((set) => ({
  filter: everyNote,
  ticked: nothing,
  cursor: null,
  rangeFrom: null,
  opened: null,
  narrow: (patch) => set(({ filter }) => ({ filter: { ...filter, ...patch } })),
  choose: (filter) => set({ filter, ticked: nothing, rangeFrom: null }),
  tick: (ids) => set({ ticked: new Set(ids) }),
  toggle: (id) =>
    set(({ ticked }) => {
      const next = new Set(ticked);
      if (!next.delete(id)) next.add(id);
      return { ticked: next, rangeFrom: id, cursor: id };
    }),
}));
