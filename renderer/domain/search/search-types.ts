import type { BlockKind } from '../../../preload/contract/index.ts';
import type { QueryProblem } from './query-problems.ts';

/** A piece of a stored text in UTF-16 units, `end` exclusive. */
export type TextRange = { readonly start: number; readonly end: number };

/** A text that is searched by itself: as it is stored, and folded. */
export type Searched = { readonly text: string; readonly folded: string };

/** One matching block or cell. */
export type SearchHit = {
  readonly blockId: string;
  readonly kind: BlockKind;
  /** False for the title of a document that prints none as a block; its `blockId` is the document's id and `-title`. */
  readonly printed: boolean;
  /** Every place of every term, in the block's stored text, by start; places may overlap. */
  readonly ranges: readonly TextRange[];
  /** The stored text of the unit that matched, and where it begins in the block's text. */
  readonly text: string;
  readonly textStart: number;
};

/** The hits of one document: as many as the limit left room for, with exact totals. */
export type DocumentHits = {
  readonly documentId: string;
  readonly hits: readonly SearchHit[];
  /** All matching blocks (cells counted one by one) of the document. */
  readonly total: number;
  readonly totalOccurrences: number;
};

/** A note (or mark with tags) of the user, as the search is told of it. */
export type SearchNote = {
  readonly annotationId: string;
  readonly documentId: string;
  /** Where its passage begins. */
  readonly blockId: string;
  /** What was written, as typed (Markdown); may be ''. */
  readonly text: string;
  readonly tags: readonly string[];
  /** ISO instant: of the found ones the newest come first. */
  readonly modifiedAt: string;
};

/** One matching note. */
export type NoteHit = Omit<SearchNote, 'modifiedAt'> & {
  /** Every place in `text`, by start; none where only its tags matched. */
  readonly ranges: readonly TextRange[];
  /** Those of its tags in which a word stands. */
  readonly matchingTags: readonly string[];
};

/** What was found in the user's notes; counted apart from the library. */
export type NoteHits = {
  readonly total: number;
  readonly totalOccurrences: number;
  /** The newest first, at most as many as `limit`. */
  readonly hits: readonly NoteHit[];
};

/** The totals and documents are those of the library's texts; `notes` comes beside them. */
export type SearchResult = {
  readonly totalBlocks: number;
  readonly totalOccurrences: number;
  readonly totalDocuments: number;
  /** Best first; only documents of which a hit is within the limit. */
  readonly documents: readonly DocumentHits[];
  readonly notes: NoteHits;
  /** What of the query could not be understood; the rest was searched all the same. */
  readonly problems: readonly QueryProblem[];
};

export type SearchOptions = {
  /** Most hits in the result; the totals do not depend on it. */
  readonly limit: number;
  /** Most hits per document, so that one document cannot fill the limit. Default: no such bound. */
  readonly perDocument?: number;
  /** Hits passed over, so that a list can be had piece by piece; the totals do not depend on it. */
  readonly from?: number;
  /** Only this document is searched. */
  readonly documentId?: string;
  /** Looks for the very characters, without folding. */
  readonly exact?: boolean;
  /** The day (ISO date) by which 效力 is judged. Default: today. */
  readonly day?: string;
};
