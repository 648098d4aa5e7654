/** Words and limits the renderer needs as values; without zod, which stays out of its bundle. */
export const markStyles = ['yellow', 'green', 'blue', 'pink', 'purple', 'underline'] as const;
export type MarkStyle = (typeof markStyles)[number];

export const maximumNoteLength = 100_000;
export const maximumTagLength = 60;
export const maximumTags = 50;

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** `system` is paper or dark, and contrast where the system asks for more contrast. */
export const themes = ['system', 'paper', 'white', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
/** The themes that the dark one is exchanged for. */
export const lightThemes = ['paper', 'white', 'contrast'] as const;
export type LightTheme = (typeof lightThemes)[number];

/** Body size of the document in CSS pixels. */
export const fontSizes = { smallest: 14, usual: 18, largest: 32, step: 2 } as const;
/** Distance of lines in percent of the body size. */
export const lineHeights = { smallest: 140, usual: 195, largest: 260, step: 5 } as const;
/** Length of a line in characters of the body size. */
export const measures = { smallest: 20, usual: 38, largest: 60, step: 1 } as const;
/** Indent of a paragraph's first line in characters. */
export const indents = [0, 2] as const;
/** The typefaces of official documents: 宋, 仿宋, 黑, 楷 (GB/T 9704-2012, 5.2.3). */
export const typefaces = ['song', 'fangsong', 'hei', 'kai'] as const;

/** What an annotation is about: some words, whole paragraphs, or the document as such. */
export const annotationScopes = ['text', 'paragraph', 'document'] as const;
export type AnnotationScope = (typeof annotationScopes)[number];

/** A note with a status is something to do. */
export const actionStatuses = ['open', 'done'] as const;

/** How an annotation came into another edition of its document (see renderer/domain/reanchor). */
export const carriedStates = ['moved', 'changed', 'orphan'] as const;

/** What the user's own word for a colour may be at most, in UTF-16 units. */
export const maximumMeaningLength = 20;
export const maximumNameLength = 120;
export const maximumSavedFilters = 100;
/** Of a query as it is kept; what is longer is searched in part only (see renderer/domain/search). */
export const maximumKeptQuery = 1000;
export const maximumSearchHistory = 50;
export const maximumSavedSearches = 100;

/** How the library shows its documents. */
export const libraryLayouts = ['list', 'timeline'] as const;

export const noteOrders = ['place', 'created', 'modified', 'due'] as const;
export type NoteOrder = (typeof noteOrders)[number];
/** `none`: no action; `overdue`: open and past its due date. */
export const noteStatuses = ['open', 'overdue', 'done', 'none'] as const;
export type NoteStatus = (typeof noteStatuses)[number];

export const repairKinds = ['space', 'page-join', 'line-join', 'bracket', 'furniture'] as const;

export const citationForms = ['title', 'number', 'nested', 'implicit'] as const;
export const citationKinds = [
  'document',
  'law',
  'abbreviation',
  'self',
  'series',
  'toc',
  'form',
  'not-a-document',
] as const;

export const factTypes = [
  'target',
  'target-deadline',
  'baseline',
  'threshold',
  'amount',
  'duration',
  'time-limit',
  'ratio',
  'count',
  'limit',
  'points',
  'tax-rate',
  'plan-period',
  'effective',
  'expiry',
  'issued',
  'ranking',
  'frequency',
] as const;
export type FactType = (typeof factTypes)[number];

/** `~` is 左右 and 约; a `range` has both ends in its value. */
export const comparators = ['=', '>=', '<=', '>', '<', '~', 'range'] as const;

/** Where a printed document shows its notes. */
export const printedNotes = ['margin', 'end', 'none'] as const;
export type PrintedNotes = (typeof printedNotes)[number];
export const printTargets = ['printer', 'pdf'] as const;
export type PrintTarget = (typeof printTargets)[number];

/** A spreadsheet (CSV) or a calendar (iCalendar). */
export const factFormats = ['csv', 'ics'] as const;
export type FactFormat = (typeof factFormats)[number];
export const maximumExportedFacts = 20_000;
export const maximumExportedNotes = 50_000;

/** The results of a search as a spreadsheet (CSV) or a text (Markdown). */
export const searchFormats = ['csv', 'md'] as const;
export type SearchFormat = (typeof searchFormats)[number];
export const maximumExportedHits = 20_000;

/** The forms that notes leave the program in; `annotated-docx` is the document itself with the notes beside it. */
export const noteFormats = ['docx', 'annotated-docx', 'xlsx', 'csv', 'markdown', 'html', 'jsonld'] as const;
export type NoteFormat = (typeof noteFormats)[number];
export const noteGroupings = ['document', 'tag', 'meaning'] as const;
export const exportOrders = ['place', 'date'] as const;
export const quoteScripts = ['original', 'simplified', 'both'] as const;
/** Sheets that a spreadsheet can have beside its notes: the responsibility table, targets and deadlines. */
export const exportSheets = ['measures', 'facts'] as const;
export const maximumTemplateLength = 200;
