import type { notes as zhCn } from '../zh-cn/notes.ts';
import type { English } from './english.ts';

export const notes: English<typeof zhCn> = {
  'mark.yellow': 'Yellow',
  'mark.green': 'Green',
  'mark.blue': 'Blue',
  'mark.pink': 'Pink',
  'mark.purple': 'Purple',
  'mark.underline': 'Underline',

  'meaning.yellow': 'Deadline',
  'meaning.green': 'Funding',
  'meaning.blue': 'Duty',
  'meaning.pink': 'To check',
  'meaning.purple': 'Other',
  'meaning.underline': 'Key point',

  'marker.highlight': 'Highlight: {{quote}}',
  'marker.note': 'Note: {{quote}}',

  'selection.toolbar': 'Mark the selected text',
  'selection.note': 'Note',
  'selection.bookmark': 'Bookmark',

  'notes.note': 'Note (Markdown)',
  'notes.tags': 'Tags',
  'notes.tagsHint': 'separated by commas',
  'notes.tagsLimit': 'At most {{tags}} tags of at most {{letters}} characters',
  'notes.save': 'Save',
  'notes.cancel': 'Cancel',
  'notes.edit': 'Edit note',
  'notes.delete': 'Delete',
  'notes.deleted': 'Note deleted',
  'notes.draftWaiting': 'unsaved draft',
  'notes.keptInEditor': 'Not saved. Your text is still here: try again, or copy it out',
  'notes.none': 'No notes yet',
  'notes.noneDetail': 'Open a document, select some text, choose a colour or write a note.',
  'notes.noneHere': 'Select some of the text, choose a colour or write a note.',
  'notes.filter': 'Find in notes',
  'notes.found': '{{found, number}} of {{all, number}} notes',
  'notes.noneFound': 'No note matches',
  'notes.clearFilter': 'Clear',
  'notes.unknownDocument': 'No longer in the library ({{id}})',
  'notes.stale': 'The text has changed; this note no longer stands on its words',

  'bookmarks.none': 'No bookmarks yet',
  'bookmarks.noneDetail': 'Press B while reading to bookmark the paragraph.',
  'bookmarks.added': 'Bookmark added',
  'bookmarks.removed': 'Bookmark removed',
  'bookmarks.delete': 'Remove bookmark',
};
