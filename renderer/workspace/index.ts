export { NotesView, SavedFilters } from './lazy-notes-view.ts';
