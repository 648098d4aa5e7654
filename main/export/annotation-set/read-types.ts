import type { Annotation } from '../../../preload/contract/index.ts';

/** A note that our own program wrote: the very record, and what the file says of its author and document. */
export type OwnNote = {
  readonly kind: 'own';
  readonly annotation: Annotation;
  /** '' when the file names nobody. */
  readonly author: string;
  /** To name the document with, and to wait for, when the library does not have it. */
  readonly document: {
    readonly title: string;
    readonly documentNumber: string | null;
    readonly issuer: string | null;
    readonly issuedOn: string | null;
  } | null;
};

/** A note from elsewhere: its quote is still to be looked for. */
export type ForeignNote = {
  readonly kind: 'foreign';
  /** As written; '' when there is none. */
  readonly id: string;
  /** What was annotated, as the file names it (an address, a file of an e-book). */
  readonly source: string;
  /** Null for a note on the whole resource. */
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null;
  /** Code points in the source's own text, which need not be ours. */
  readonly position: { readonly start: number; readonly end: number } | null;
  readonly text: string;
  readonly format: 'text/plain' | 'text/markdown' | 'text/html';
  readonly tags: readonly string[];
  /** A name or a code (`yellow`, `#ffcc00`), as written; '' when there is none. */
  readonly colour: string;
  readonly underlined: boolean;
  readonly author: string;
  /** Moments as ISO 8601 in UTC; null when there is none or none that can be read. */
  readonly created: string | null;
  readonly modified: string | null;
  readonly headings: readonly string[];
};

export type ReadNote = OwnNote | ForeignNote;

/**
 * `bad-value`: a field breaks its rule, `detail` names it. `too-long`: a text is longer than a note may be.
 * `no-quote`: neither words nor a note, so nothing could be shown. `bookmark`: marks a place, says nothing.
 */
export type NoteProblem =
  | 'not-an-annotation'
  | 'no-target'
  | 'bad-value'
  | 'too-long'
  | 'no-quote'
  | 'bookmark';

export type Refused = { readonly problem: NoteProblem; readonly detail: string };
