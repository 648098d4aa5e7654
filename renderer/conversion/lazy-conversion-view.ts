import { lazy } from 'react';

/** The view, fetched when it is first looked at. */
export const ConversionView = lazy(() =>
  import('./conversion-view.tsx').then((module) => ({ default: module.ConversionView })),
);
