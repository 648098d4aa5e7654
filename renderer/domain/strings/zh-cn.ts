import { conversion } from './zh-cn/conversion.ts';
import { exporting } from './zh-cn/exporting.ts';
import { facts } from './zh-cn/facts.ts';
import { library } from './zh-cn/library.ts';
import { noteExport } from './zh-cn/note-export.ts';
import { notes } from './zh-cn/notes.ts';
import { panes } from './zh-cn/panes.ts';
import { reading } from './zh-cn/reading.ts';
import { review } from './zh-cn/review.ts';
import { search } from './zh-cn/search.ts';
import { settings } from './zh-cn/settings.ts';
import { window } from './zh-cn/window.ts';
import { workspace } from './zh-cn/workspace.ts';

/** 简体中文：界面的第一语言，也是文案目录的准绳。 */
export const zhCn = {
  ...window,
  ...library,
  ...reading,
  ...panes,
  ...conversion,
  ...notes,
  ...workspace,
  ...review,
  ...search,
  ...facts,
  ...exporting,
  ...noteExport,
  ...settings,
} as const;
