import type { ExportChoice } from './exporting.ts';

/** The choice of a user who has not chosen yet; without zod, so that the renderer can begin with it too. */
export const defaultExportChoice: ExportChoice = {
  groupBy: 'document',
  orderBy: 'place',
  quoteScript: 'original',
  quote: true,
  note: true,
  metadata: true,
  sheets: [],
  template: { title: '', author: '', unit: '', footer: '' },
};
