import { z } from 'zod';
import { annotationIdSchema, documentIdSchema } from './ids.ts';
import {
  exportOrders,
  exportSheets,
  maximumExportedNotes,
  maximumTemplateLength,
  noteFormats,
  noteGroupings,
  quoteScripts,
} from './vocabulary.ts';

const line = z.string().max(maximumTemplateLength);

/** What a house puts on its exports; '' leaves a line out. `author` is who signs the notes. */
const exportTemplateSchema = z
  .strictObject({ title: line, author: line, unit: line, footer: line })
  .readonly();

/** How notes are exported. What a format cannot follow is said in main/export/README.md. */
const exportChoiceSchema = z
  .strictObject({
    groupBy: z.enum(noteGroupings),
    orderBy: z.enum(exportOrders),
    quoteScript: z.enum(quoteScripts),
    /** Which parts of a note are written. */
    quote: z.boolean(),
    note: z.boolean(),
    metadata: z.boolean(),
    sheets: z.array(z.enum(exportSheets)).readonly(),
    template: exportTemplateSchema,
  })
  .readonly();
export type ExportChoice = z.infer<typeof exportChoiceSchema>;

/**
 * Which notes: those of documents (null: of all), or these very ones. Notes in the trash are never exported.
 * Documents that are named go into an annotated document even without notes.
 */
const exportSelectionSchema = z.union([
  z
    .strictObject({ documentIds: z.array(documentIdSchema).min(1).max(1000).readonly().nullable() })
    .readonly(),
  z
    .strictObject({ annotationIds: z.array(annotationIdSchema).min(1).max(maximumExportedNotes).readonly() })
    .readonly(),
]);
export type ExportSelection = z.infer<typeof exportSelectionSchema>;

/** All that an export needs to be told; where it is saved, the user says to main. */
export const exportRequestSchema = z
  .strictObject({ format: z.enum(noteFormats), selection: exportSelectionSchema, choice: exportChoiceSchema })
  .readonly();
export type ExportRequest = z.infer<typeof exportRequestSchema>;
