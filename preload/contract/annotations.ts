import { z } from 'zod';
import {
  annotationIdSchema,
  blockIdSchema,
  bookmarkIdSchema,
  daySchema,
  documentIdSchema,
  folderIdSchema,
  hashSchema,
  momentSchema,
} from './ids.ts';
import {
  actionStatuses,
  annotationScopes,
  carriedStates,
  markStyles,
  maximumNameLength,
  maximumNoteLength,
  maximumTagLength,
  maximumTags,
} from './vocabulary.ts';

/** A place in a document: a block and an offset (UTF-16 units) in its stored text. */
const placeSchema = z.strictObject({ blockId: blockIdSchema, offset: z.int().min(0) }).readonly();
export type Place = z.infer<typeof placeSchema>;

/**
 * Where an annotation hangs, in the stored original only; script, font and layout never touch it.
 * `exact` is the quoted original with the blocks of a longer quote separated by a line feed; `prefix` and `suffix` are up to
 * 32 characters of context (W3C Web Annotation, TextQuoteSelector); `end` is exclusive. The anchor of a note on
 * the whole document quotes nothing: `exact` is '' and `start` equals `end`.
 */
export const anchorSchema = z
  .strictObject({
    documentId: documentIdSchema,
    editionHash: hashSchema,
    start: placeSchema,
    end: placeSchema,
    exact: z.string(),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
    headingPath: z.array(z.string()).readonly(),
  })
  .readonly();
export type Anchor = z.infer<typeof anchorSchema>;

export const markStyleSchema = z.enum(markStyles);
export const tagSchema = z.string().min(1).max(maximumTagLength);
const tagsSchema = z.array(tagSchema).max(maximumTags).readonly();

/**
 * What became of an annotation when its document got another edition, until the user has looked at it. `from` is
 * the anchor it had; that of an orphan is its present anchor too. `to` is the edition it was carried to or, as an
 * orphan, not found in. Kept exactly, it has nothing to look at.
 */
const carriedSchema = z
  .strictObject({
    state: z.enum(carriedStates),
    from: anchorSchema,
    to: hashSchema,
    score: z.number().min(0).max(1),
  })
  .readonly();
export type Carried = z.infer<typeof carriedSchema>;

/**
 * A highlight or underline, or a note on paragraphs or on the whole document. `note` is Markdown, '' when there
 * is none; `due` and `status` make it an action; `trashedAt` is set while it lies in the trash.
 */
export const annotationSchema = z
  .strictObject({
    id: annotationIdSchema,
    scope: z.enum(annotationScopes),
    anchor: anchorSchema,
    style: markStyleSchema,
    note: z.string().max(maximumNoteLength),
    tags: tagsSchema,
    due: daySchema.nullable(),
    status: z.enum(actionStatuses).nullable(),
    createdAt: momentSchema,
    modifiedAt: momentSchema,
    trashedAt: momentSchema.nullable(),
    carried: carriedSchema.nullable(),
  })
  .refine(({ scope, anchor }) => (anchor.exact === '') === (scope === 'document'), {
    message: 'only a note on the whole document quotes nothing',
  })
  .readonly();
export type Annotation = z.infer<typeof annotationSchema>;

/** A marked paragraph. `label` is the opening words of the block; `name` and `folder` are the user's, '' when not given. */
export const bookmarkSchema = z
  .strictObject({
    id: bookmarkIdSchema,
    documentId: documentIdSchema,
    editionHash: hashSchema,
    blockId: blockIdSchema,
    label: z.string().max(200),
    name: z.string().max(maximumNameLength),
    folder: z.string().max(maximumNameLength),
    createdAt: momentSchema,
  })
  .readonly();
export type Bookmark = z.infer<typeof bookmarkSchema>;

/**
 * Where the reader last was in a document; `progress` is the share read, 0 to 1. `anchor` holds the words that stood
 * there, so that the place is found again in another edition; null where there were none.
 */
export const readingPositionSchema = z
  .strictObject({
    documentId: documentIdSchema,
    place: placeSchema,
    anchor: anchorSchema.nullable(),
    progress: z.number().min(0).max(1),
    readAt: momentSchema,
  })
  .readonly();
export type ReadingPosition = z.infer<typeof readingPositionSchema>;

/** A folder of documents; a document may be in several. Folders stand in the order of `ord`. */
export const folderSchema = z
  .strictObject({ id: folderIdSchema, name: z.string().min(1).max(maximumNameLength), ord: z.number() })
  .readonly();
export type Folder = z.infer<typeof folderSchema>;

/** Where the user has put a document; `id` is the document's. A document without an entry is in no folder. */
export const shelfSchema = z
  .strictObject({
    id: documentIdSchema,
    folderIds: z.array(folderIdSchema).max(200).readonly(),
    tags: tagsSchema,
  })
  .readonly();
export type Shelf = z.infer<typeof shelfSchema>;
