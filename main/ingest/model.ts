/**
 * The shapes that pass from step to step. All offsets are UTF-16 units of the decoded file, end exclusive.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export type BlockKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'contents'
  | 'table'
  | 'number'
  | 'addressees'
  | 'date'
  | 'note'
  | 'signature';

export type RepairKind = 'space' | 'page-join' | 'line-join' | 'bracket' | 'furniture';

/** A difference between the source and the block's text; `at` is its place in the text (0 for a label). */
export interface Repair extends Range {
  readonly at: number;
  readonly kind: RepairKind;
  readonly original: string;
  readonly replacement: string;
  readonly note: string | null;
}

type FurnitureReason = 'page-number' | 'running-title' | 'web-chrome' | 'table-header' | 'stray-number';

export interface Furniture extends Range {
  readonly reason: FurnitureReason;
}

export interface Defect extends Range {
  readonly kind: string;
  readonly note: string;
}

/** A defect with its place in the text; both null where it lies outside of any block. */
export interface PlacedDefect extends Defect {
  readonly blockId: string | null;
  /** Empty where its words are in no text, as in a label or a removed blank. */
  readonly text: Range | null;
}

export interface TableCell {
  /** `cell`: a table that is not one of measures. */
  readonly column: 'task' | 'subtask' | 'seq' | 'measure' | 'bodies' | 'cell';
  readonly text: Range;
  readonly source: Range;
}

export type LevelBasis = 'stated' | 'inferred';

export interface Block {
  readonly id: string;
  readonly ord: number;
  readonly kind: BlockKind;
  readonly level: number | null;
  readonly levelBasis: LevelBasis | null;
  /** The printed label as repaired (一、 (一) 1. 第三条 ——); null when there is none. It is not in `text`. */
  readonly number: string | null;
  readonly text: string;
  /** The 。 or ： that ends a heading in the source; '' otherwise. */
  readonly closing: string;
  readonly parentId: string | null;
  readonly runInOf: string | null;
  readonly ranges: readonly Range[];
  readonly repairs: readonly Repair[];
  readonly cells: readonly TableCell[];
  /** Source offset of every unit of `text`. */
  readonly positions: readonly number[];
}

export interface Measure extends Range {
  readonly seq: number;
  readonly task: string;
  readonly subtask: string;
  readonly measure: string;
  readonly bodyBlockId: string | null;
  /** The block of the table row. */
  readonly rowBlockId: string;
}

export interface MeasureBody {
  /** The table row or the paragraph that names it. */
  readonly blockId: string;
  readonly seq: number;
  readonly ord: number;
  readonly body: string;
  readonly canonical: string;
}

export type CitationForm = 'title' | 'number' | 'nested' | 'implicit';
export type CitationKind =
  | 'document'
  | 'law'
  | 'abbreviation'
  | 'self'
  | 'series'
  | 'toc'
  | 'form'
  | 'not-a-document';

/** A place in a block's text and in the file. */
interface Anchor {
  readonly blockId: string;
  readonly text: Range;
  readonly source: Range;
}

export interface Citation extends Anchor {
  readonly form: CitationForm;
  readonly kind: CitationKind;
  readonly cited: string;
  readonly documentNumber: string | null;
  readonly resolvesTo: string | null;
  readonly targetId: string | null;
}

export type FactType =
  | 'target'
  | 'target-deadline'
  | 'baseline'
  | 'threshold'
  | 'amount'
  | 'duration'
  | 'time-limit'
  | 'ratio'
  | 'count'
  | 'limit'
  | 'points'
  | 'tax-rate'
  | 'plan-period'
  | 'effective'
  | 'expiry'
  | 'issued'
  | 'ranking'
  | 'frequency';

export interface Fact extends Anchor {
  readonly type: FactType;
  readonly subject: string | null;
  readonly comparator: '=' | '>=' | '<=' | '>' | '<' | '~' | 'range';
  readonly value: string;
  readonly unit: string | null;
  readonly due: string | null;
  readonly raw: string;
  readonly sentence: Range;
}

/** A fact before it is placed in its block. */
export type FactDraft = Omit<Fact, 'blockId' | 'source' | 'sentence' | 'raw'>;

type Basis = 'stated' | 'inferred' | 'missing';

export interface Evidence {
  readonly field: string;
  readonly basis: Basis;
  readonly value: string | null;
  readonly source: Range | null;
  readonly why: string | null;
}

export interface DocumentHead {
  readonly id: string;
  readonly parentId: string | null;
  readonly sourceFile: string;
  readonly source: Range;
  readonly title: string;
  readonly titleBasis: LevelBasis;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
  readonly kind: string | null;
  readonly level: 'national' | 'municipal' | 'district' | 'association' | null;
  readonly issuedOn: string | null;
  readonly effectiveOn: string | null;
  readonly expiresOn: string | null;
  readonly addressees: string | null;
  readonly script: 'hans' | 'hant';
  readonly completeness: 'complete' | 'partial' | 'fragment';
  /** Column names whose value is inferred rather than printed. */
  readonly inferredFields: readonly string[];
}

export interface StructuredDocument {
  readonly head: DocumentHead;
  readonly blocks: readonly Block[];
  readonly defects: readonly PlacedDefect[];
  readonly measures: readonly Measure[];
  readonly measureBodies: readonly MeasureBody[];
  readonly citations: readonly Citation[];
  readonly facts: readonly Fact[];
  readonly evidence: readonly Evidence[];
}

/** All that one source file gave. */
export interface IngestedFile {
  readonly file: string;
  readonly documents: readonly StructuredDocument[];
  readonly furniture: readonly Furniture[];
}
