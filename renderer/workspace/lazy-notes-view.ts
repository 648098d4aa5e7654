import { lazy } from 'react';

/** The workspace, fetched when it is first looked at: the first text needs neither its lists nor its dialogs. */
export const NotesView = lazy(() =>
  import('./notes-view.tsx').then((module) => ({ default: module.NotesView })),
);

export const SavedFilters = lazy(() =>
  import('./saved-filters.tsx').then((module) => ({ default: module.SavedFilters })),
);
