import type { Settings } from './settings.ts';
import { fontSizes, lineHeights, measures } from './vocabulary.ts';

/** The settings of a user who has chosen nothing yet; without zod, so that the renderer can begin with them too. */
export const defaultSettings: Settings = {
  language: 'zh-CN',
  theme: 'system',
  lightTheme: 'paper',
  typography: {
    typeface: 'song',
    fontSize: fontSizes.usual,
    lineHeight: lineHeights.usual,
    measure: measures.usual,
    indent: 2,
    justify: true,
  },
  documentTypography: {},
  markMeanings: {},
  bareKeys: true,
  paragraphMarks: false,
  noteFilters: [],
  searchHistory: [],
  keepSearchHistory: true,
  savedSearches: [],
  libraryLayout: 'list',
  leftPanel: true,
  rightPanel: true,
  scriptViews: {},
  route: { view: 'library' },
};
