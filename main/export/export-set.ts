import type {
  Annotation,
  DocumentContent,
  DocumentId,
  Language,
  LibraryFact,
  Measure,
} from '../../preload/contract/index.ts';
import type { Validity } from '../../renderer/domain/validity/index.ts';
import type { SourceRange } from '../storage/source-places.ts';

/** A note with all that any format says of it. */
export type ExportNote = {
  /** The stored record: ids, anchor with offsets and edition hash, note, tags, due, status, moments. */
  readonly annotation: Annotation;
  /** The user's word for the mark's colour. */
  readonly meaning: string;
  /** '' when nobody is named. */
  readonly author: string;
  /** `三(二)4 ¶2`; '' where there is none or the document has another edition. */
  readonly mark: string;
  /** The quote in simplified characters; the quote itself when it was not asked for or is so already. */
  readonly simplified: string;
  /**
   * Where the quote stands in the document's text: its blocks' stored texts with a line feed between, counted in code
   * points (W3C TextPositionSelector). Null for a stale note.
   */
  readonly position: { readonly start: number; readonly end: number } | null;
  /** Where the source file has it; null for a stale note and where it was not asked for. */
  readonly source: SourceRange | null;
  /** Null for a stale note. */
  readonly evidence: string | null;
  /** The library has another edition of the document, or none: the quote is what was noted then. */
  readonly stale: boolean;
};

/** A document of an export. `content` is null for one that is no longer in the library. */
export type ExportDocument = {
  readonly id: DocumentId;
  readonly content: DocumentContent | null;
  readonly validity: Validity | null;
  /** The rows of its responsibility table, when asked for. */
  readonly measures: readonly Measure[];
};

/** All that the writers need; plain data, made by `gather.ts` and changed by nobody. */
export type ExportSet = {
  /** In the order of the library, those no longer in it last. */
  readonly documents: readonly ExportDocument[];
  /** In the order of the documents, in each by place. */
  readonly notes: readonly ExportNote[];
  /** Targets and deadlines of these documents, when asked for. */
  readonly facts: readonly LibraryFact[];
  readonly language: Language;
  readonly exportedAt: Date;
  /** Version of the program. */
  readonly version: string;
};
