import { lazy } from 'react';

/** The view, fetched when it is first looked at. */
export const FactsView = lazy(() =>
  import('./facts-view.tsx').then((module) => ({ default: module.FactsView })),
);
