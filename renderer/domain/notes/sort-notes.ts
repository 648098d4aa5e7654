import type { Annotation, DocumentId } from '../../../preload/contract/index.ts';
import type { NoteOrder } from '../../../preload/contract/vocabulary.ts';
import { byPlace } from './by-place.ts';
import { dayOf } from './days.ts';

/** What a run of notes has in common: their document, or the month of what they are sorted by; null: no date. */
export type NoteGroup = {
  readonly key: string;
  readonly documentId: DocumentId | null;
  /** `2026-11`. */
  readonly month: string | null;
  readonly notes: readonly Annotation[];
};

/**
 * Notes in an order, in groups. By place: documents in the order of the library (those it no longer has last),
 * each by place. By day of making or of change: the newest first, by month. By due date: the earliest first, by month,
 * those without one last.
 */
export function groupNotes(
  notes: readonly Annotation[],
  order: NoteOrder,
  documents: readonly DocumentId[],
): readonly NoteGroup[] {
  if (order !== 'place') {
    const sorted = [...notes].sort(comparators[order]);
    const dateOf = (note: Annotation): string | null =>
      order === 'due' ? note.due : dayOf(order === 'created' ? note.createdAt : note.modifiedAt);
    const months = grouped(sorted, (note) => dateOf(note)?.slice(0, 7) ?? null);
    return [...months].map(([month, of]) => ({ key: month ?? 'none', documentId: null, month, notes: of }));
  }
  const byDocument = grouped(notes, ({ anchor }) => anchor.documentId);
  const known = new Set(documents);
  // Notes on a document that the library no longer has are still the user's, and shown.
  const ordered = [...documents, ...[...byDocument.keys()].filter((id) => !known.has(id)).sort()];
  return ordered.flatMap((id) => {
    const of = byDocument.get(id);
    return of === undefined ? [] : [{ key: id, documentId: id, month: null, notes: [...of].sort(byPlace) }];
  });
}

const comparators: Readonly<Record<Exclude<NoteOrder, 'place'>, (a: Annotation, b: Annotation) => number>> = {
  created: (a, b) => compare(b.createdAt, a.createdAt),
  modified: (a, b) => compare(b.modifiedAt, a.modifiedAt),
  due: (a, b) => compare(a.due ?? '9', b.due ?? '9'),
};

// Moments and days are ISO: their order is that of their characters, and the locale is slow.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As Map.groupBy, which the main process's language level does not have yet. */
function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
