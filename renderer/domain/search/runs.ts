import type { BlockKind, SearchDocument } from '../../../preload/contract/index.ts';
import type { DocumentFacts } from './filters.ts';

export type EngineDocument = {
  readonly id: string;
  /** Its number in the order of adding, removed ones counted. */
  readonly order: number;
  /** Null for units whose document was never described. */
  described: SearchDocument | null;
  facts: DocumentFacts | null;
  /** The unit that is the document's title, printed or not. */
  title: { readonly run: Run; readonly number: number } | null;
  readonly runs: Run[];
  /** Length of all its folded texts. */
  length: number;
  removed: boolean;
};

/**
 * Neighbouring units of a document, with their folded texts in one string: what is indexed and scanned at once. What is
 * known of the units stands in columns, since a library has hundreds of thousands of them; see `unitOf`.
 */
export type Run = {
  readonly document: EngineDocument;
  /** The folded texts, a separator between two. */
  readonly folded: string;
  /** The stored texts, with nothing between. */
  readonly text: string;
  /** Where it begins in the document, in folded units. */
  readonly position: number;
  readonly size: number;
  /** Of each unit: where it begins in `folded` and in `text`, and its text in its block. */
  readonly starts: Uint32Array;
  readonly textFrom: Uint32Array;
  readonly textStarts: Uint32Array;
  readonly kinds: Uint8Array;
  /** Asked for of the few hits that are shown. */
  readonly blockIds: () => readonly string[];
};

/** A block, a cell, or a title that the document does not print. */
export type Unit = {
  readonly run: Run;
  readonly number: number;
  readonly text: string;
  readonly folded: string;
};

/** Cannot be in a folded text: folding turns every control character into white space. */
export const separator = '\n';

const kinds: readonly BlockKind[] = [
  ...(['title', 'heading', 'paragraph', 'item', 'contents', 'table', 'number'] as const),
  ...(['addressees', 'date', 'note', 'signature'] as const),
];

/** A kind, and whether the document prints the unit, as one small number. */
export const kindCode = (kind: BlockKind, printed: boolean): number =>
  kinds.indexOf(kind) * 2 + (printed ? 1 : 0);

export const kindOf = ({ kinds: codes }: Run, number: number): BlockKind =>
  kinds[(codes[number] ?? 0) >> 1] ?? 'paragraph';

/** False for a title that the document does not print as a block. */
export const isPrinted = ({ kinds: codes }: Run, number: number): boolean => ((codes[number] ?? 0) & 1) === 1;

type Columns = Pick<Run, 'document' | 'folded' | 'text' | 'position'> & {
  readonly blockIds: readonly string[];
  readonly foldedLengths: readonly number[];
  readonly textLengths: readonly number[];
  readonly textStarts: readonly number[];
  readonly kinds: readonly number[];
};

/** A run of new units. */
export const runOf = (made: Columns): Run => ({
  ...{ document: made.document, folded: made.folded, text: made.text, position: made.position },
  size: made.kinds.length,
  starts: startsOf(made.foldedLengths, separator.length),
  textFrom: startsOf(made.textLengths, 0),
  textStarts: Uint32Array.from(made.textStarts),
  kinds: Uint8Array.from(made.kinds),
  blockIds: () => made.blockIds,
});

const startsOf = (lengths: readonly number[], between: number): Uint32Array => {
  const starts = new Uint32Array(lengths.length);
  let start = 0;
  lengths.forEach((length, number) => {
    starts[number] = start;
    start += length + between;
  });
  return starts;
};

/** The unit of that number, its texts cut out of the run's. */
export const unitOf = (run: Run, number: number): Unit => ({
  run,
  number,
  text: run.text.slice(run.textFrom[number], run.textFrom[number + 1] ?? run.text.length),
  folded: run.folded.slice(run.starts[number], foldedEnd(run, number)),
});

const foldedEnd = ({ starts, folded }: Run, number: number): number => {
  const next = starts[number + 1];
  return next === undefined ? folded.length : next - separator.length;
};

/** Where a unit begins in its document, in folded units. */
export const positionOf = ({ position, starts }: Run, number: number): number =>
  position + (starts[number] ?? 0) - number * separator.length;
