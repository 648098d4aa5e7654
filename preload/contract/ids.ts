import { z } from 'zod';

/** Id of a document in content.db, such as `002` or `001-p03`. */
export const documentIdSchema = z.string().min(1).max(128).brand<'DocumentId'>();
export type DocumentId = z.infer<typeof documentIdSchema>;

/** Id of a block; unique in the whole library, not only within its document. */
export const blockIdSchema = z.string().min(1).max(160).brand<'BlockId'>();
export type BlockId = z.infer<typeof blockIdSchema>;

/** Id of a fact, such as `002-f0001`; unique in the whole library. */
export const factIdSchema = z.string().min(1).max(160).brand<'FactId'>();
export type FactId = z.infer<typeof factIdSchema>;

/** UUID made by the renderer when an annotation is created; it never changes. */
export const annotationIdSchema = z.uuid().brand<'AnnotationId'>();
export type AnnotationId = z.infer<typeof annotationIdSchema>;

export const bookmarkIdSchema = z.uuid().brand<'BookmarkId'>();
export type BookmarkId = z.infer<typeof bookmarkIdSchema>;

export const folderIdSchema = z.uuid().brand<'FolderId'>();
export type FolderId = z.infer<typeof folderIdSchema>;

/** SHA-256, 64 lower-case hexadecimal digits. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** A moment as ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const momentSchema = z.iso.datetime();

/** A calendar day, `2020-11-05`. */
export const daySchema = z.iso.date();
