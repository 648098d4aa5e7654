import { z } from 'zod';
import { annotationSchema } from './annotations.ts';
import { measureSchema } from './details.ts';
import { documentContentSchema } from './documents.ts';
import { documentIdSchema } from './ids.ts';
import { languageSchema, scriptViewSchema, settingsSchema, typographySchema } from './settings.ts';
import { printedNotes, printTargets } from './vocabulary.ts';

/** What to print: a document as it is read (a compilation from cover to cover), on paper or into a PDF file. */
export const printRequestSchema = z
  .strictObject({
    documentId: documentIdSchema,
    scriptView: scriptViewSchema,
    to: z.enum(printTargets),
    highlights: z.boolean(),
    notes: z.enum(printedNotes),
  })
  .readonly();
export type PrintRequest = z.infer<typeof printRequestSchema>;

export const printResultSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('saved'), fileName: z.string() }),
    z.strictObject({ outcome: z.literal('printed') }),
    z.strictObject({ outcome: z.literal('cancelled') }),
  ])
  .readonly();

/** All that the page in the hidden window needs to set the document; it asks for nothing else. */
export const printJobSchema = z
  .strictObject({
    request: printRequestSchema,
    language: languageSchema,
    typeface: typographySchema.unwrap().shape.typeface,
    meanings: settingsSchema.unwrap().shape.markMeanings,
    parts: z
      .array(
        z
          .strictObject({ content: documentContentSchema, measures: z.array(measureSchema).readonly() })
          .readonly(),
      )
      .readonly(),
    annotations: z.array(annotationSchema).readonly(),
    /** The day of printing, as ISO. */
    day: z.iso.date(),
  })
  .readonly();
export type PrintJob = z.infer<typeof printJobSchema>;
