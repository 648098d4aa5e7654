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
