import { z } from 'zod';
import { markStyleSchema, tagSchema } from './annotations.ts';
import { daySchema, documentIdSchema, folderIdSchema } from './ids.ts';
import {
  fontSizes,
  indents,
  languages,
  libraryLayouts,
  lightThemes,
  lineHeights,
  maximumKeptQuery,
  maximumMeaningLength,
  maximumNameLength,
  maximumSavedFilters,
  maximumSavedSearches,
  maximumSearchHistory,
  measures,
  noteOrders,
  noteStatuses,
  themes,
  typefaces,
} from './vocabulary.ts';

export const languageSchema = z.enum(languages);
export const themeSchema = z.enum(themes);

/** `original` shows what is stored, `converted` the other script. */
export const scriptViewSchema = z.enum(['original', 'converted']);
export type ScriptView = z.infer<typeof scriptViewSchema>;

/** What stands in the second pane: another document (or the same), this one in its own script, or its table. */
const besideSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('document'), documentId: documentIdSchema }),
    z.strictObject({ kind: z.literal('original') }),
    z.strictObject({ kind: z.literal('table') }),
  ])
  .readonly();
export type Beside = z.infer<typeof besideSchema>;

/** How a document's text is set; lengths in the units of the vocabulary. */
export const typographySchema = z
  .strictObject({
    typeface: z.enum(typefaces),
    fontSize: z.int().min(fontSizes.smallest).max(fontSizes.largest),
    lineHeight: z.int().min(lineHeights.smallest).max(lineHeights.largest),
    measure: z.int().min(measures.smallest).max(measures.largest),
    indent: z.literal(indents),
    justify: z.boolean(),
  })
  .readonly();
export type Typography = z.infer<typeof typographySchema>;

/** Which notes to show. An empty list leaves that field open; the fields are joined by and, the entries of one by or. */
const noteFilterSchema = z
  .strictObject({
    text: z.string().max(1000),
    styles: z.array(markStyleSchema).readonly(),
    tags: z.array(tagSchema).max(200).readonly(),
    documentIds: z.array(documentIdSchema).max(1000).readonly(),
    statuses: z.array(z.enum(noteStatuses)).readonly(),
    /** Days of the last change, both included. */
    from: daySchema.nullable(),
    until: daySchema.nullable(),
    trash: z.boolean(),
    order: z.enum(noteOrders),
  })
  .readonly();
export type NoteFilter = z.infer<typeof noteFilterSchema>;

const savedNoteFilterSchema = z
  .strictObject({ id: z.uuid(), name: z.string().min(1).max(maximumNameLength), filter: noteFilterSchema })
  .readonly();
export type SavedNoteFilter = z.infer<typeof savedNoteFilterSchema>;

/** What was searched for; `exact`: by the very characters. */
const searchedSchema = z
  .strictObject({ query: z.string().min(1).max(maximumKeptQuery), exact: z.boolean() })
  .readonly();
export type Searched = z.infer<typeof searchedSchema>;

const savedSearchSchema = z
  .strictObject({
    ...searchedSchema.unwrap().shape,
    id: z.uuid(),
    name: z.string().min(1).max(maximumNameLength),
  })
  .readonly();
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** The view that was open, so that the next start comes back to it. */
const routeSchema = z
  .discriminatedUnion('view', [
    z.strictObject({ view: z.literal('library'), folderId: folderIdSchema.optional() }),
    z.strictObject({
      view: z.literal('reader'),
      documentId: documentIdSchema,
      beside: besideSchema.optional(),
    }),
    z.strictObject({
      view: z.literal('search'),
      query: z.string().max(10_000),
      /** Present where the very characters are looked for. */
      exact: z.literal(true).optional(),
    }),
    z.strictObject({ view: z.literal('notes') }),
    z.strictObject({ view: z.literal('review') }),
    z.strictObject({ view: z.literal('bookmarks') }),
    z.strictObject({ view: z.literal('facts') }),
    z.strictObject({ view: z.literal('conversion'), documentId: documentIdSchema }),
  ])
  .readonly();
export type Route = z.infer<typeof routeSchema>;

export const settingsSchema = z
  .strictObject({
    language: languageSchema,
    theme: themeSchema,
    /** The light theme last chosen, to which the switch between light and dark comes back. */
    lightTheme: z.enum(lightThemes),
    typography: typographySchema,
    /** Per document, where it differs from that of all. */
    documentTypography: z.record(z.string(), typographySchema).readonly(),
    /** The user's own words for the colours; a style without one has the usual word. */
    markMeanings: z.partialRecord(markStyleSchema, z.string().min(1).max(maximumMeaningLength)).readonly(),
    /** Whether single letters and digits are keys (WCAG 2.2, 2.1.4 asks for a way to switch them off). */
    bareKeys: z.boolean(),
    /** Whether the margin shows the paragraph marks. */
    paragraphMarks: z.boolean(),
    noteFilters: z.array(savedNoteFilterSchema).max(maximumSavedFilters).readonly(),
    /** The newest first; empty where none is kept. */
    searchHistory: z.array(searchedSchema).max(maximumSearchHistory).readonly(),
    keepSearchHistory: z.boolean(),
    savedSearches: z.array(savedSearchSchema).max(maximumSavedSearches).readonly(),
    libraryLayout: z.enum(libraryLayouts),
    leftPanel: z.boolean(),
    rightPanel: z.boolean(),
    /** Per document; a document without an entry opens by its script (traditional: converted). */
    scriptViews: z.record(z.string(), scriptViewSchema).readonly(),
    route: routeSchema,
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;

export const settingsPatchSchema = settingsSchema.unwrap().partial();
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
