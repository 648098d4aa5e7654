import { conversion } from './en/conversion.ts';
import { exporting } from './en/exporting.ts';
import { facts } from './en/facts.ts';
import { library } from './en/library.ts';
import { noteExport } from './en/note-export.ts';
import { notes } from './en/notes.ts';
import { panes } from './en/panes.ts';
import { reading } from './en/reading.ts';
import { review } from './en/review.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { window } from './en/window.ts';
import { workspace } from './en/workspace.ts';

/** English. Each part of it has exactly the texts of its Chinese part. */
export const en = {
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
};
