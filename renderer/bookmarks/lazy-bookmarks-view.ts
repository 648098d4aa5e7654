import { lazy } from 'react';

/** The list, fetched when it is first looked at. */
export const BookmarksView = lazy(() =>
  import('./bookmarks-view.tsx').then((module) => ({ default: module.BookmarksView })),
);
