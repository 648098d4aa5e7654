import { useEffect, useMemo } from 'react';
import type { Annotation, DocumentId } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import {
  filterNotes,
  groupNotes,
  type NoteCounts,
  type NoteGroup,
  prepareNotes,
} from '../domain/notes/index.ts';
import { useLibrary } from '../library/index.ts';
import { useNoteWorld } from './use-world.ts';
import { useWorkspace } from './workspace-store.ts';

/** One line of the list: a note, and its group where it is the first of it. */
export type NoteRow = { readonly note: Annotation; readonly heads: NoteGroup | null };

export type FoundNotes = {
  readonly rows: readonly NoteRow[];
  /** The ticked ones among those found, in the order of the list. */
  readonly selected: readonly Annotation[];
  readonly counts: NoteCounts;
  /** How many there are without any filter. */
  readonly all: number;
  readonly documents: number;
  readonly ticked: ReadonlySet<Annotation['id']>;
};

/** What the workspace lists: everything its counts are taken from is computed here, once. */
export function useFoundNotes(): FoundNotes {
  const annotations = useAnnotations((state) => state.annotations);
  const trashed = useAnnotations((state) => state.trashed);
  const filter = useWorkspace((state) => state.filter);
  const ticked = useWorkspace((state) => state.ticked);
  const library = useLibrary((state) => state.documents);
  const world = useNoteWorld();
  const notes = filter.trash ? trashed : annotations;
  const { found, counts } = useMemo(() => filterNotes(notes.values(), filter, world), [notes, filter, world]);
  useEffect(() => prepareInIdleTime(notes.values()), [notes]);
  const ids = useMemo(() => library.map(({ id }) => id), [library]);
  const rows = useMemo(() => rowsOf(groupNotes(found, filter.order, ids)), [found, filter.order, ids]);
  const documents = useMemo(
    () => new Set<DocumentId>(found.map(({ anchor }) => anchor.documentId)).size,
    [found],
  );
  const selected = useMemo(
    () => (ticked.size === 0 ? [] : rows.flatMap(({ note }) => (ticked.has(note.id) ? [note] : []))),
    [rows, ticked],
  );
  return { rows, selected, counts, all: notes.size, documents, ticked };
}

function rowsOf(groups: readonly NoteGroup[]): readonly NoteRow[] {
  return groups.flatMap((group) =>
    group.notes.map((note, index) => ({ note, heads: index === 0 ? group : null })),
  );
}

/** Folds the notes while nobody waits, so that the first key is as quick as the others. */
function prepareInIdleTime(notes: Iterable<Annotation>): () => void {
  const rest = [...notes];
  let handle = 0;
  const work = (deadline: IdleDeadline): void => {
    if (!prepareNotes(rest, Math.min(deadline.timeRemaining(), 8), () => performance.now()))
      handle = requestIdleCallback(work);
  };
  handle = requestIdleCallback(work);
  return () => cancelIdleCallback(handle);
}
