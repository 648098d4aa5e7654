import { z } from 'zod';
import { basisSchema, partialDateSchema } from './documents.ts';
import { blockIdSchema, documentIdSchema, factIdSchema } from './ids.ts';
import { citationForms, citationKinds, comparators, factTypes, repairKinds } from './vocabulary.ts';

/*
 * What the reader shows beside a document's text, and the views over the whole library. Names and vocabularies
 * are those of the library's schema, in camel case. `blockId`, `start` and `end` are a place in a block's stored
 * text (UTF-16 units, end exclusive); `sourceStart` and `sourceEnd` one in the decoded source file.
 */
const offset = z.int().min(0);
const place = { blockId: blockIdSchema, start: offset, end: offset };

/** A difference between the source and a block's text: at `at`, `original` became `replacement` ('' when taken out). */
export const repairSchema = z
  .strictObject({
    blockId: blockIdSchema,
    at: offset,
    kind: z.enum(repairKinds),
    original: z.string(),
    replacement: z.string(),
    note: z.string().nullable(),
  })
  .readonly();
export type Repair = z.infer<typeof repairSchema>;

/**
 * Where the source itself is damaged: shown, never mended. `blockId`, `start` and `end` are all null where it lies
 * outside of any block; the range is empty where its words are in no text, as in a label. `kind` is an open list
 * (lost-text, lost-punctuation, duplicate, ocr, censored, mixed-script, table-…); `note` is a sentence in Chinese.
 */
export const defectSchema = z
  .strictObject({
    blockId: blockIdSchema.nullable(),
    start: offset.nullable(),
    end: offset.nullable(),
    kind: z.string().min(1),
    note: z.string(),
  })
  .readonly();
export type Defect = z.infer<typeof defectSchema>;

/** A title or a 文号 in the text. `resolvesTo` is what an abbreviation stands for; no target: it is not in the library. */
export const citationSchema = z
  .strictObject({
    id: z.string().min(1),
    ...place,
    form: z.enum(citationForms),
    kind: z.enum(citationKinds),
    text: z.string(),
    documentNumber: z.string().nullable(),
    resolvesTo: z.string().nullable(),
    targetDocumentId: documentIdSchema.nullable(),
  })
  .readonly();
export type Citation = z.infer<typeof citationSchema>;

/** A place in another document, called `title`, that cites this one, lists it in its contents, or repeals it. */
export const backlinkSchema = z
  .strictObject({
    relation: z.enum(['cites', 'lists', 'repeals']),
    documentId: documentIdSchema,
    title: z.string(),
    ...place,
    text: z.string(),
  })
  .readonly();
export type Backlink = z.infer<typeof backlinkSchema>;

/**
 * A target, an amount, a deadline. `value` is normalised (27萬 is 270000) and may be a range `3-5`; `raw` is what
 * is printed; `due` keeps the precision of the source. `sentenceStart` and `sentenceEnd` count in the same block.
 */
const factShape = z.strictObject({
  id: factIdSchema,
  documentId: documentIdSchema,
  ...place,
  sourceStart: offset,
  sourceEnd: offset,
  type: z.enum(factTypes),
  subject: z.string().nullable(),
  comparator: z.enum(comparators),
  value: z.string(),
  unit: z.string().nullable(),
  due: partialDateSchema.nullable(),
  raw: z.string(),
  sentenceStart: offset,
  sentenceEnd: offset,
});
export const factSchema = factShape.readonly();
export type Fact = z.infer<typeof factSchema>;

/** A fact with its sentence, for views over the library. */
export const libraryFactSchema = factShape.extend({ sentence: z.string() }).readonly();
export type LibraryFact = z.infer<typeof libraryFactSchema>;

/** A responsible body as printed, and the name to filter by. */
const namedBodySchema = z
  .strictObject({ printed: z.string().min(1), canonical: z.string().min(1) })
  .readonly();
const namedBodies = z.array(namedBodySchema).readonly();

/** One row of a responsibility table in its right group. `bodyBlockId` is the paragraph that it repeats. */
export const measureSchema = z
  .strictObject({
    seq: offset,
    task: z.string(),
    subtask: z.string(),
    measure: z.string(),
    rowBlockId: blockIdSchema,
    bodyBlockId: blockIdSchema.nullable(),
    bodies: namedBodies,
  })
  .readonly();
export type Measure = z.infer<typeof measureSchema>;

/** A paragraph that names its responsible bodies at its end, （责任部门：…）. */
export const attributionSchema = z
  .strictObject({ blockId: blockIdSchema, seq: offset, bodies: namedBodies })
  .readonly();
export type Attribution = z.infer<typeof attributionSchema>;

/**
 * How a fact about the document came to be known. `field` is a column name as in `inferredFields` (issued_on), or
 * expires_on_before, repeals, year, plan_end. `quote` is the source as it is; `blockId` the block it stands in,
 * null where it stands in none of this document. `why` is for inferred and missing values.
 */
export const evidenceSchema = z
  .strictObject({
    field: z.string().min(1),
    basis: z.enum([...basisSchema.options, 'missing']),
    value: z.string().nullable(),
    quote: z.string().nullable(),
    blockId: blockIdSchema.nullable(),
    why: z.string().nullable(),
  })
  .readonly();
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * All that is shown beside a document's text, each list in the order of the source. Some 5 to 55 KB for each of the
 * seeds; it grows with the document, of which facts and repairs take most (200 bytes each).
 */
export const documentDetailsSchema = z
  .strictObject({
    documentId: documentIdSchema,
    repairs: z.array(repairSchema).readonly(),
    defects: z.array(defectSchema).readonly(),
    citations: z.array(citationSchema).readonly(),
    backlinks: z.array(backlinkSchema).readonly(),
    facts: z.array(factSchema).readonly(),
    measures: z.array(measureSchema).readonly(),
    attributions: z.array(attributionSchema).readonly(),
    evidence: z.array(evidenceSchema).readonly(),
  })
  .readonly();
export type DocumentDetails = z.infer<typeof documentDetailsSchema>;

/** A block as it stands in the source file, page numbers between its pieces left out. */
export const originalSchema = z
  .strictObject({
    documentId: documentIdSchema,
    blockId: blockIdSchema,
    sourceFile: z.string(),
    pieces: z
      .array(z.strictObject({ sourceStart: offset, sourceEnd: offset, text: z.string() }).readonly())
      .readonly(),
  })
  .readonly();
export type Original = z.infer<typeof originalSchema>;

/** A responsible body of the library; `aliases` are its other printed names, `measureCount` counts rows and paragraphs. */
export const bodySchema = z
  .strictObject({
    canonical: z.string().min(1),
    aliases: z.array(z.string().min(1)).readonly(),
    measureCount: z.int().min(0),
  })
  .readonly();
export type Body = z.infer<typeof bodySchema>;
