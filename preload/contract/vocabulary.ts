/** Words and limits the renderer needs as values; without zod, which stays out of its bundle. */
export const markStyles = ['yellow', 'green', 'blue', 'pink', 'purple', 'underline'] as const;
export type MarkStyle = (typeof markStyles)[number];

export const maximumNoteLength = 100_000;
export const maximumTagLength = 60;
export const maximumTags = 50;

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Body size of the document in CSS pixels. */
export const fontSizes = { smallest: 14, usual: 18, largest: 32, step: 2 } as const;

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

/** A spreadsheet (CSV) or a calendar (iCalendar). */
export const factFormats = ['csv', 'ics'] as const;
export type FactFormat = (typeof factFormats)[number];
export const maximumExportedFacts = 20_000;
