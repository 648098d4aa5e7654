export { byPlace } from './by-place.ts';
export { type BulkChange, changedNote, tagsOf } from './change-notes.ts';
export {
  everyNote,
  filterNotes,
  isOpenFilter,
  type NoteCounts,
  type NoteWorld,
  sameFilter,
  toggled,
} from './filter-notes.ts';
export { prepareNotes } from './folded-note.ts';
export { groupNotes, type NoteGroup } from './sort-notes.ts';
