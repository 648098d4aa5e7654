import { fold, foldText } from '../fold/index.ts';
import { countPlaces, markedPlaces, matches, type Wanted } from './evaluate.ts';
import type { Filter, KnownNotes } from './filters.ts';
import type { NoteHit, NoteHits, Searched, SearchNote } from './search-types.ts';

/** A note as it is searched: its own words, then each of its tags. */
type KeptNote = { readonly note: SearchNote; readonly parts: readonly Searched[] };

/** The user's notes. There are few of them beside the library's blocks, so they are scanned, in no index. */
export type NoteStore = {
  /** Adds notes, each in the place of the one that had its id. */
  readonly put: (notes: readonly SearchNote[]) => void;
  readonly remove: (annotationIds: Iterable<string>) => void;
  /** The documents with notes, and the tags on them; null before any note was ever told of. */
  readonly known: () => KnownNotes;
  /**
   * The notes in which all that is wanted stands and that carry the tags asked for, of documents that pass
   * the other filters; the newest first.
   */
  readonly search: (
    wanted: Wanted,
    filters: readonly Filter[],
    passes: (documentId: string, filters: readonly Filter[]) => boolean,
    limit: number,
  ) => NoteHits;
};

export const createNoteStore = (): NoteStore => {
  const notes = new Map<string, KeptNote>();
  let known: Map<string, string[]> | null = null;
  let stale = false;
  return {
    put: (added) => {
      known ??= new Map();
      stale = true;
      for (const note of added) {
        const texts = [note.text, ...note.tags];
        notes.set(note.annotationId, {
          note,
          parts: texts.map((text) => ({ text, folded: fold(text) })),
        });
      }
    },
    remove: (annotationIds) => {
      stale = true;
      for (const id of annotationIds) notes.delete(id);
    },
    known: () => {
      if (known !== null && stale) {
        known = new Map();
        for (const { note } of notes.values()) {
          const tags = known.get(note.documentId);
          if (tags === undefined) known.set(note.documentId, [...note.tags]);
          else tags.push(...note.tags);
        }
        stale = false;
      }
      return known;
    },
    search: (wanted, filters, passes, limit) => {
      const tagFilters = filters.filter(({ field }) => field === 'tag');
      const others = filters.filter(({ field }) => field !== 'tag');
      // Of filters alone, those on tags are what chooses notes; every other one is about documents.
      const choosesNotes = wanted.marked.length > 0 || tagFilters.some(({ excluded }) => !excluded);
      if (!choosesNotes) return noNotes;
      const found = [...notes.values()].filter(
        ({ note, parts }) =>
          carries(note, tagFilters) && matches(wanted, parts) && passes(note.documentId, others),
      );
      found.sort((one, other) => order(one.note, other.note));
      const occurrences = found.reduce((sum, { parts }) => sum + placesIn(wanted, parts), 0);
      const shown = found.slice(0, Math.max(0, limit)).map((kept) => hitOf(kept, wanted));
      return { total: found.length, totalOccurrences: occurrences, hits: shown };
    },
  };
};

const noNotes: NoteHits = { total: 0, totalOccurrences: 0, hits: [] };

const order = (one: SearchNote, other: SearchNote): number => {
  if (one.modifiedAt !== other.modifiedAt) return one.modifiedAt < other.modifiedAt ? 1 : -1;
  return one.annotationId < other.annotationId ? -1 : 1;
};

/** Whether a note itself carries a tag that is asked for, and none that is excluded. */
const carries = ({ tags }: SearchNote, filters: readonly Filter[]): boolean => {
  if (filters.length === 0) return true;
  const folded = tags.map(fold);
  const holds = (filter: Filter): boolean => filter.field === 'tag' && folded.includes(filter.value);
  const wanted = filters.filter(({ excluded }) => !excluded);
  return (
    !filters.some((filter) => filter.excluded && holds(filter)) && (wanted.length === 0 || wanted.some(holds))
  );
};

const placesIn = (wanted: Wanted, parts: readonly Searched[]): number =>
  parts.reduce((sum, part) => sum + countPlaces(wanted, part), 0);

const hitOf = ({ note, parts }: KeptNote, wanted: Wanted): NoteHit => {
  const [words, ...tags] = parts;
  const places = words === undefined ? [] : markedPlaces(wanted, words);
  const map = wanted.exact || places.length === 0 ? null : foldText(note.text).map;
  return {
    annotationId: note.annotationId,
    documentId: note.documentId,
    blockId: note.blockId,
    text: note.text,
    ranges: places.map(({ start, end }) => map?.rangeToOriginal(start, end) ?? { start, end }),
    tags: note.tags,
    matchingTags: tags.filter((tag) => countPlaces(wanted, tag) > 0).map(({ text }) => text),
  };
};
