import { z } from 'zod';
import { annotationIdSchema, blockIdSchema, documentIdSchema } from './ids.ts';
import { maximumExportedHits, searchFormats } from './vocabulary.ts';

/** A matching block or cell: where it stands in the library. */
const exportedHitSchema = z
  .strictObject({
    documentId: documentIdSchema,
    /** Null for the title of a document that prints none. */
    blockId: blockIdSchema.nullable(),
    /** The cell of a table row in UTF-16 units of the block's text; null for the whole block. */
    cell: z.strictObject({ start: z.int().min(0), end: z.int().min(0) }).nullable(),
    /** Places found in it. */
    places: z.int().min(0),
  })
  .readonly();
export type ExportedHit = z.infer<typeof exportedHitSchema>;

/** The results of a search as the renderer names them. */
export const searchExportSchema = z
  .strictObject({
    query: z.string().min(1).max(10_000),
    exact: z.boolean(),
    format: z.enum(searchFormats),
    hits: z.array(exportedHitSchema).max(maximumExportedHits).readonly(),
    /** Notes that were found too. */
    annotationIds: z.array(annotationIdSchema).max(maximumExportedHits).readonly(),
    /** Matching blocks in all, those that are left out included. */
    totalBlocks: z.int().min(0),
  })
  .readonly();
export type SearchExport = z.infer<typeof searchExportSchema>;
