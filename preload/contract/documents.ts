import { z } from 'zod';
import { blockIdSchema, documentIdSchema, hashSchema } from './ids.ts';

/** Script in which a document is stored: `hans` simplified, `hant` traditional. */
export const scriptSchema = z.enum(['hans', 'hant']);
export type Script = z.infer<typeof scriptSchema>;

/** How something came to be known: printed in the source, or concluded from it. */
export const basisSchema = z.enum(['stated', 'inferred']);

const levels = ['national', 'municipal', 'district', 'association'] as const;
export const administrativeLevelSchema = z.enum(levels);

/** ISO 8601 calendar date of the precision the source gives: `2012`, `2020-11` or `2020-11-05`. */
export const partialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

/** What the library list shows of a document. `null` means that the source does not say. */
export const documentSummarySchema = z
  .strictObject({
    id: documentIdSchema,
    parentId: documentIdSchema.nullable(),
    ord: z.int().min(0),
    editionHash: hashSchema,
    title: z.string(),
    titleBasis: basisSchema,
    documentNumber: z.string().nullable(),
    issuer: z.string().nullable(),
    kind: z.string().nullable(),
    level: administrativeLevelSchema.nullable(),
    issuedOn: partialDateSchema.nullable(),
    effectiveOn: partialDateSchema.nullable(),
    expiresOn: partialDateSchema.nullable(),
    addressees: z.string().nullable(),
    script: scriptSchema,
    completeness: z.enum(['complete', 'partial', 'fragment']),
    /** Fields whose value is not printed in the document but concluded from it. */
    inferredFields: z.array(z.string()).readonly(),
    /** UTF-16 units of all block texts of the document itself (children not counted). */
    characterCount: z.int().min(0),
  })
  .readonly();
export type DocumentSummary = z.infer<typeof documentSummarySchema>;

export const blockKindSchema = z.enum([
  'title',
  'heading',
  'paragraph',
  'item',
  'contents',
  'table',
  'number',
  'addressees',
  'date',
  'note',
  'signature',
]);
export type BlockKind = z.infer<typeof blockKindSchema>;

/**
 * One block of a document. `text` is the stored original, cleaned; every offset of an annotation,
 * a bookmark or a search hit counts UTF-16 units in it. A heading's text holds neither its
 * number (`number`) nor its closing 。 (`closing`); an item's text begins with its printed label.
 */
const blockSchema = z
  .strictObject({
    id: blockIdSchema,
    documentId: documentIdSchema,
    ord: z.int().min(0),
    kind: blockKindSchema,
    level: z.int().min(1).max(9).nullable(),
    levelBasis: basisSchema.nullable(),
    number: z.string().nullable(),
    text: z.string(),
    closing: z.string(),
    parentId: blockIdSchema.nullable(),
    runInOf: blockIdSchema.nullable(),
  })
  .readonly();
export type Block = z.infer<typeof blockSchema>;

/** One cell of a table row: a range of the row block's text. Columns as printed in the table's head. */
const tableCellSchema = z
  .strictObject({
    blockId: blockIdSchema,
    ord: z.int().min(0),
    column: z.enum(['task', 'subtask', 'seq', 'measure', 'bodies']),
    start: z.int().min(0),
    end: z.int().min(0),
  })
  .readonly();
export type TableCell = z.infer<typeof tableCellSchema>;

/** A document as the reader needs it: its blocks in the order of the source. */
export const documentContentSchema = z
  .strictObject({
    document: documentSummarySchema,
    blocks: z.array(blockSchema).readonly(),
    cells: z.array(tableCellSchema).readonly(),
  })
  .readonly();
export type DocumentContent = z.infer<typeof documentContentSchema>;

/**
 * What the search index is built from: a block, or one cell of a table row. `text` is the block's
 * stored text from `textStart` (UTF-16 units) on.
 */
export type SearchUnit = {
  readonly documentId: string;
  readonly blockId: string;
  readonly kind: BlockKind;
  readonly textStart: number;
  readonly text: string;
};

/** What the search knows of a document beside its texts. `bodies` are the names in its 责任单位. */
export type SearchDocument = Pick<
  DocumentSummary,
  'title' | 'documentNumber' | 'issuer' | 'kind' | 'issuedOn' | 'effectiveOn' | 'expiresOn'
> & { readonly id: string; readonly bodies: readonly string[] };

/** All that the search of the library is fed with, both in the library's order. */
export type SearchFeed = {
  readonly documents: readonly SearchDocument[];
  readonly units: readonly SearchUnit[];
};
