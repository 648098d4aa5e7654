import { z } from 'zod';
import { documentIdSchema } from './ids.ts';
import { fontSizes, languages, themes } from './vocabulary.ts';

export const languageSchema = z.enum(languages);
export const themeSchema = z.enum(themes);

/** `original` shows what is stored, `converted` the other script. */
const scriptViewSchema = z.enum(['original', 'converted']);
export type ScriptView = z.infer<typeof scriptViewSchema>;

/** The view that was open, so that the next start comes back to it. */
const routeSchema = z
  .discriminatedUnion('view', [
    z.strictObject({ view: z.literal('library') }),
    z.strictObject({ view: z.literal('reader'), documentId: documentIdSchema }),
    z.strictObject({ view: z.literal('search'), query: z.string().max(10_000) }),
    z.strictObject({ view: z.literal('notes') }),
    z.strictObject({ view: z.literal('bookmarks') }),
    z.strictObject({ view: z.literal('facts') }),
  ])
  .readonly();
export type Route = z.infer<typeof routeSchema>;

export const settingsSchema = z
  .strictObject({
    language: languageSchema,
    theme: themeSchema,
    fontSize: z.int().min(fontSizes.smallest).max(fontSizes.largest),
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
