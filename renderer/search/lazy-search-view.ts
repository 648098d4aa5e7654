import { lazy } from 'react';

/** The results, fetched when they are first looked at: they bring the search engine's code with them. */
export const SearchView = lazy(() =>
  import('./search-view.tsx').then((module) => ({ default: module.SearchView })),
);
