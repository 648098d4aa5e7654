import type { Settings } from './settings.ts';
import { fontSizes } from './vocabulary.ts';

/** The settings of a user who has chosen nothing yet; without zod, so that the renderer can begin with them too. */
export const defaultSettings: Settings = {
  language: 'zh-CN',
  theme: 'system',
  fontSize: fontSizes.usual,
  leftPanel: true,
  rightPanel: true,
  scriptViews: {},
  route: { view: 'library' },
};
