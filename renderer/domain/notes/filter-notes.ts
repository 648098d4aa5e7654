import type { Annotation, DocumentId, NoteFilter } from '../../../preload/contract/index.ts';
import {
  type MarkStyle,
  markStyles,
  type NoteStatus,
  noteStatuses,
} from '../../../preload/contract/vocabulary.ts';
import { dayOf } from './days.ts';
import { foldedNote, foldedTitle, wordsOf } from './folded-note.ts';

/** Every note in use, by its place. */
export const everyNote: NoteFilter = {
  text: '',
  styles: [],
  tags: [],
  documentIds: [],
  statuses: [],
  from: null,
  until: null,
  trash: false,
  order: 'place',
};

/** What a filter asks of the world around the notes. */
export type NoteWorld = {
  /** The reader's own day, `2026-11-22`: what was due before it is overdue. */
  readonly today: string;
  /** The titles of the library's documents; a document that it no longer has goes without. */
  readonly titles: ReadonlyMap<DocumentId, string>;
};

/**
 * How many notes each choice would leave if it were the only one of its facet, the others being as they are.
 * A choice that would leave none is not in the map.
 */
export type NoteCounts = {
  readonly styles: ReadonlyMap<MarkStyle, number>;
  readonly tags: ReadonlyMap<string, number>;
  readonly documents: ReadonlyMap<DocumentId, number>;
  readonly statuses: ReadonlyMap<NoteStatus, number>;
};

export type NotesFound = { readonly found: readonly Annotation[]; readonly counts: NoteCounts };

/**
 * Whether a note has a status on a day. An overdue action is open as well; a due date alone does not make a
 * note an action.
 */
function hasStatus({ status, due }: Annotation, wanted: NoteStatus, today: string): boolean {
  switch (wanted) {
    case 'open':
      return status === 'open';
    case 'overdue':
      return status === 'open' && due !== null && due < today;
    case 'done':
      return status === 'done';
    case 'none':
      return status === null;
  }
}

const facets = ['styles', 'tags', 'documents', 'statuses'] as const;
type Facet = (typeof facets)[number];

/**
 * The notes that a filter lets through, in the order they came in, and the counts of its facets, in one pass
 * over the notes. `order` and `trash` are the caller's: which notes to filter, and how to show them.
 */
export function filterNotes(notes: Iterable<Annotation>, filter: NoteFilter, world: NoteWorld): NotesFound {
  const words = wordsOf(filter.text);
  const styles = new Set(filter.styles);
  const tags = new Set(filter.tags);
  const documents = new Set(filter.documentIds);
  const titleWords = titlesHolding(words, world);
  const found: Annotation[] = [];
  const counts = {
    styles: new Map<MarkStyle, number>(),
    tags: new Map<string, number>(),
    documents: new Map<DocumentId, number>(),
    statuses: new Map<NoteStatus, number>(),
  };
  for (const note of notes) {
    const { documentId } = note.anchor;
    if (!changedWithin(note, filter)) continue;
    if (words.length > 0 && !holds(note, words, titleWords.get(documentId))) continue;
    const refused: Facet[] = [];
    if (styles.size > 0 && !styles.has(note.style)) refused.push('styles');
    if (tags.size > 0 && !note.tags.some((tag) => tags.has(tag))) refused.push('tags');
    if (documents.size > 0 && !documents.has(documentId)) refused.push('documents');
    if (filter.statuses.length > 0 && !filter.statuses.some((status) => hasStatus(note, status, world.today)))
      refused.push('statuses');
    if (refused.length === 0) found.push(note);
    // A note counts in a facet when nothing but that facet may refuse it.
    if (refused.length > 1) continue;
    for (const facet of refused.length === 0 ? facets : refused) {
      if (facet === 'styles') add(counts.styles, note.style);
      else if (facet === 'documents') add(counts.documents, documentId);
      else if (facet === 'tags') for (const tag of new Set(note.tags)) add(counts.tags, tag);
      else
        for (const status of noteStatuses)
          if (hasStatus(note, status, world.today)) add(counts.statuses, status);
    }
  }
  return { found, counts };
}

/** Which of the words each document's title holds; documents whose title holds none are left out. */
function titlesHolding(
  words: readonly string[],
  { titles }: NoteWorld,
): ReadonlyMap<DocumentId, ReadonlySet<string>> {
  const holding = new Map<DocumentId, ReadonlySet<string>>();
  if (words.length === 0) return holding;
  for (const [id, title] of titles) {
    const folded = foldedTitle(title);
    const held = words.filter((word) => folded.includes(word));
    if (held.length > 0) holding.set(id, new Set(held));
  }
  return holding;
}

function holds(note: Annotation, words: readonly string[], titled: ReadonlySet<string> | undefined): boolean {
  const text = foldedNote(note);
  return words.every((word) => titled?.has(word) === true || text.includes(word));
}

function changedWithin({ modifiedAt }: Annotation, { from, until }: NoteFilter): boolean {
  if (from === null && until === null) return true;
  const day = dayOf(modifiedAt);
  return (from === null || day >= from) && (until === null || day <= until);
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Whether a filter lets every note of its part (in use, or in the trash) through. */
export function isOpenFilter({
  text,
  styles,
  tags,
  documentIds,
  statuses,
  from,
  until,
}: NoteFilter): boolean {
  return (
    wordsOf(text).length === 0 &&
    [styles, tags, documentIds, statuses].every((choices) => choices.length === 0) &&
    from === null &&
    until === null
  );
}

/** Whether two filters say the same, in whatever order their choices were made. */
export function sameFilter(a: NoteFilter, b: NoteFilter): boolean {
  const same = (one: readonly string[], other: readonly string[]): boolean =>
    one.length === other.length && one.every((entry) => other.includes(entry));
  return (
    a.text === b.text &&
    a.from === b.from &&
    a.until === b.until &&
    a.trash === b.trash &&
    a.order === b.order &&
    same(a.styles, b.styles) &&
    same(a.tags, b.tags) &&
    same(a.documentIds, b.documentIds) &&
    same(a.statuses, b.statuses)
  );
}

/** The choices of a facet with one more, or without it where it was chosen; those of a vocabulary in its order. */
export function toggled<Choice extends string>(
  choices: readonly Choice[],
  choice: Choice,
): readonly Choice[] {
  if (choices.includes(choice)) return choices.filter((other) => other !== choice);
  const order: readonly string[] = [...markStyles, ...noteStatuses];
  return [...choices, choice].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
