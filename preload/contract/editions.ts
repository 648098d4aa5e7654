import { z } from 'zod';
import { blockIdSchema, hashSchema } from './ids.ts';

/** The text of a document as one edition has it, block by block; what an annotation was made on is kept for good. */
export const editionSchema = z
  .strictObject({
    editionHash: hashSchema,
    blocks: z.array(z.strictObject({ id: blockIdSchema, text: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type Edition = z.infer<typeof editionSchema>;
export type EditionBlock = Edition['blocks'][number];
