import { z } from 'zod';
import {
  annotationIdSchema,
  blockIdSchema,
  bookmarkIdSchema,
  documentIdSchema,
  hashSchema,
  momentSchema,
} from './ids.ts';
import { markStyles, maximumNoteLength, maximumTagLength, maximumTags } from './vocabulary.ts';

/** A place in a document: a block and an offset (UTF-16 units) in its stored text. */
const placeSchema = z.strictObject({ blockId: blockIdSchema, offset: z.int().min(0) }).readonly();
export type Place = z.infer<typeof placeSchema>;

/**
 * Where an annotation hangs, in the stored original only; script, font and layout never touch it.
 * `exact` is the quoted original with the blocks of a longer quote separated by a line feed; `prefix` and `suffix` are up to
 * 32 characters of context (W3C Web Annotation, TextQuoteSelector); `end` is exclusive.
 */
export const anchorSchema = z
  .strictObject({
    documentId: documentIdSchema,
    editionHash: hashSchema,
    start: placeSchema,
    end: placeSchema,
    exact: z.string().min(1),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
    headingPath: z.array(z.string()).readonly(),
  })
  .readonly();
export type Anchor = z.infer<typeof anchorSchema>;

const markStyleSchema = z.enum(markStyles);

/** A highlight or underline with an optional note. `note` is Markdown, '' when there is none. */
export const annotationSchema = z
  .strictObject({
    id: annotationIdSchema,
    anchor: anchorSchema,
    style: markStyleSchema,
    note: z.string().max(maximumNoteLength),
    tags: z.array(z.string().min(1).max(maximumTagLength)).max(maximumTags).readonly(),
    createdAt: momentSchema,
    modifiedAt: momentSchema,
  })
  .readonly();
export type Annotation = z.infer<typeof annotationSchema>;

/** A marked paragraph. `label` is what the list shows: the opening words of the block. */
export const bookmarkSchema = z
  .strictObject({
    id: bookmarkIdSchema,
    documentId: documentIdSchema,
    editionHash: hashSchema,
    blockId: blockIdSchema,
    label: z.string().max(200),
    createdAt: momentSchema,
  })
  .readonly();
export type Bookmark = z.infer<typeof bookmarkSchema>;

/** Where the reader last was in a document; `progress` is the share read, 0 to 1. */
export const readingPositionSchema = z
  .strictObject({
    documentId: documentIdSchema,
    place: placeSchema,
    progress: z.number().min(0).max(1),
    readAt: momentSchema,
  })
  .readonly();
export type ReadingPosition = z.infer<typeof readingPositionSchema>;
