import type { exporting as zhCn } from '../zh-cn/exporting.ts';
import type { English } from './english.ts';

export const exporting: English<typeof zhCn> = {
  'export.button': 'Export notes',
  'export.allNotesTitle': 'All policies',
  'export.fileName': '{{title}} notes',
  'export.done': 'Exported {{notes}} to {{file}}',
  'export.heading': 'Policy notes',
  'export.exportedOn': 'Exported on {{day}}',
  'export.quote': 'Quote (original)',
  'export.place': 'Place',
  'export.tags': 'Tags',
  'export.mark': 'Mark',
  'export.created': 'Date',
  'export.none': 'No notes.',
  'export.titleGiven': 'The source has no title; this one was given by the library',
  'export.unknownDocument': 'No longer in the library ({{id}})',
  'export.factsFileName': '{{title}} targets and deadlines',
  'export.partialDate': 'The source says only “{{due}}”; this entry is on the last day of it ({{day}}).',
};
