import { z } from 'zod';
import {
  annotationSchema,
  bookmarkSchema,
  folderSchema,
  readingPositionSchema,
  shelfSchema,
} from './annotations.ts';
import type { CallName, Command } from './call-names.ts';
import { bodySchema, documentDetailsSchema, libraryFactSchema, originalSchema } from './details.ts';
import { documentContentSchema, documentSummarySchema } from './documents.ts';
import { editionSchema } from './editions.ts';
import { type Answer, errorCodes } from './errors.ts';
import {
  annotationIdSchema,
  blockIdSchema,
  bookmarkIdSchema,
  documentIdSchema,
  factIdSchema,
  folderIdSchema,
  hashSchema,
} from './ids.ts';
import { printJobSchema, printRequestSchema, printResultSchema } from './printing.ts';
import { searchExportSchema } from './search-export.ts';
import { settingsPatchSchema, settingsSchema } from './settings.ts';
import { factFormats, maximumExportedFacts, maximumExportedNotes } from './vocabulary.ts';

const failureSchema = z.strictObject({ code: z.enum(errorCodes), message: z.string() }).readonly();
const nothing = z.strictObject({}).readonly();

/** `problem` is null when the user's data can be read and written. */
const userDataStateSchema = z
  .strictObject({
    problem: failureSchema.nullable(),
    /** The file the problem is about, for the sentence shown; the renderer cannot open it. */
    file: z.string(),
    /**
     * What was wrong with the files and was put right as they were opened: files that were set aside, whole copies of
     * which were there, and changes that could not be read; null when nothing was.
     */
    incident: z
      .strictObject({ setAside: z.int().min(0), damaged: z.int().min(0) })
      .readonly()
      .nullable(),
  })
  .readonly();
export type UserDataState = z.infer<typeof userDataStateSchema>;

/**
 * What became of notes whose documents have another edition: how many of them the user has to look at since this
 * start, and why they could not be carried over, when they could not.
 */
const carryingSchema = z
  .strictObject({ carried: z.int().min(0), problem: failureSchema.nullable() })
  .readonly();
export type Carrying = z.infer<typeof carryingSchema>;

const bootstrapSchema = z
  .strictObject({
    settings: settingsSchema,
    documents: z.array(documentSummarySchema).readonly(),
    /** Why there is no library to show; null when there is one. */
    libraryProblem: failureSchema.nullable(),
    libraryFile: z.string(),
    userData: userDataStateSchema,
    annotations: z.array(annotationSchema).readonly(),
    bookmarks: z.array(bookmarkSchema).readonly(),
    positions: z.array(readingPositionSchema).readonly(),
    folders: z.array(folderSchema).readonly(),
    shelves: z.array(shelfSchema).readonly(),
    carrying: carryingSchema,
    /** The document of the restored route, so that it is painted without a second question. */
    opened: documentContentSchema.nullable(),
    /** Set when the restored route names a document that the library does not have. */
    missingDocument: documentIdSchema.nullable(),
  })
  .readonly();
export type Bootstrap = z.infer<typeof bootstrapSchema>;

const aboutSchema = z
  .strictObject({
    version: z.string(),
    electron: z.string(),
    chromium: z.string(),
    node: z.string(),
    /** True when the app runs on the runtime that is meant for development and tests only. */
    developmentRuntime: z.boolean(),
    libraryHash: z.string(),
    dataFolder: z.string(),
    licences: z.string(),
  })
  .readonly();
export type About = z.infer<typeof aboutSchema>;

/** One change of a collection: rows written whole, rows removed; all of it is on disk or none. */
const changeOf = <Row extends z.ZodType, Id extends z.ZodType>(row: Row, id: Id) =>
  z
    .strictObject({ put: z.array(row).max(5000).readonly(), remove: z.array(id).max(5000).readonly() })
    .readonly();

const exportResultSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('saved'), fileName: z.string(), noteCount: z.int() }),
    z.strictObject({ outcome: z.literal('cancelled') }),
  ])
  .readonly();

/** `leftOut`: facts without a date, which a calendar cannot hold; `nothing-dated`: there were no others, nobody was asked. */
const factsExportResultSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('saved'),
      fileName: z.string(),
      factCount: z.int(),
      leftOut: z.int(),
    }),
    z.strictObject({ outcome: z.literal('cancelled') }),
    z.strictObject({ outcome: z.literal('nothing-dated') }),
  ])
  .readonly();

/**
 * The one table of calls between the renderer and main. A call answers only after what it promises
 * is true: a changing call returns when the change is on disk.
 */
export const calls = {
  'app.bootstrap': { args: nothing, result: bootstrapSchema },
  'app.about': { args: nothing, result: aboutSchema },
  'library.readDocument': {
    args: z.strictObject({ documentId: documentIdSchema }).readonly(),
    result: documentContentSchema,
  },
  /** Asked for after the first paint. */
  'library.readDetails': {
    args: z.strictObject({ documentId: documentIdSchema }).readonly(),
    result: documentDetailsSchema,
  },
  'library.readOriginal': {
    args: z.strictObject({ documentId: documentIdSchema, blockId: blockIdSchema }).readonly(),
    result: originalSchema,
  },
  /**
   * In the order of the library. The largest answer of the table: about 0.5 KB a fact, so 170 KB for the seeds and
   * 8 MB at some 15,000 facts (800 documents); a library beyond that needs a stream as the search feed has.
   */
  'library.readFacts': { args: nothing, result: z.array(libraryFactSchema).readonly() },
  'library.readBodies': { args: nothing, result: z.array(bodySchema).readonly() },
  /** The former edition of a document; NOT_FOUND when it was not kept or its file is damaged. */
  'editions.read': { args: z.strictObject({ editionHash: hashSchema }).readonly(), result: editionSchema },
  'annotations.list': { args: nothing, result: z.array(annotationSchema).readonly() },
  'annotations.apply': { args: changeOf(annotationSchema, annotationIdSchema), result: nothing },
  'bookmarks.list': { args: nothing, result: z.array(bookmarkSchema).readonly() },
  'bookmarks.apply': { args: changeOf(bookmarkSchema, bookmarkIdSchema), result: nothing },
  'folders.apply': { args: changeOf(folderSchema, folderIdSchema), result: nothing },
  'shelves.apply': { args: changeOf(shelfSchema, documentIdSchema), result: nothing },
  'positions.save': { args: readingPositionSchema, result: nothing },
  'settings.save': { args: settingsPatchSchema, result: settingsSchema },
  'userData.startAfresh': { args: nothing, result: z.strictObject({ keptFile: z.string() }).readonly() },
  /** The notes of a document, of all (null), or those named; NOT_FOUND for an unknown id. Those in the trash stay there. */
  'export.markdown': {
    args: z.union([
      z.strictObject({ documentId: documentIdSchema.nullable() }).readonly(),
      z
        .strictObject({
          annotationIds: z.array(annotationIdSchema).min(1).max(maximumExportedNotes).readonly(),
        })
        .readonly(),
    ]),
    result: exportResultSchema,
  },
  /** Facts in the given order: all as a table, or those with a date as a calendar. NOT_FOUND for an unknown id. */
  'export.facts': {
    args: z
      .strictObject({
        factIds: z.array(factIdSchema).min(1).max(maximumExportedFacts).readonly(),
        format: z.enum(factFormats),
      })
      .readonly(),
    result: factsExportResultSchema,
  },
  /** The results of a search in their order; main takes the texts from the library. NOT_FOUND for what it does not have. */
  'export.search': {
    args: searchExportSchema,
    result: z
      .discriminatedUnion('outcome', [
        z.strictObject({ outcome: z.literal('saved'), fileName: z.string(), hitCount: z.int() }),
        z.strictObject({ outcome: z.literal('cancelled') }),
      ])
      .readonly(),
  },
  /** Answers when it is printed or saved. PRINT_FAILED when the printer or the page did not do it. */
  'print.document': { args: printRequestSchema, result: printResultSchema },
  /** Asked by the hidden page alone, by the id that its address carries. NOT_FOUND for any other id. */
  'print.job': { args: z.strictObject({ jobId: z.uuid() }).readonly(), result: printJobSchema },
  'print.ready': {
    args: z.strictObject({ jobId: z.uuid(), problem: z.string().min(1).max(1000).nullable() }).readonly(),
    result: nothing,
  },
} satisfies Record<CallName, { args: z.ZodType; result: z.ZodType }>;

type Calls = typeof calls;
export type Args<Name extends CallName> = z.infer<Calls[Name]['args']>;
export type Result<Name extends CallName> = z.infer<Calls[Name]['result']>;
export type Handlers = { readonly [Name in CallName]: (args: Args<Name>) => Promise<Result<Name>> };

/** What preload exposes as `window.reader`. */
export type Bridge = {
  readonly [Name in CallName]: (args: Args<Name>) => Promise<Answer<Result<Name>>>;
} & {
  /** Calls `listener` for every menu command; the returned function stops that. */
  readonly onCommand: (listener: (command: Command) => void) => () => void;
};
