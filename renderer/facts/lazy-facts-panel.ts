import { lazy } from 'react';

/** The 要点 of a document, fetched when they are first looked at: they bring the folding tables with them. */
export const FactsPanel = lazy(() =>
  import('./facts-panel.tsx').then((module) => ({ default: module.FactsPanel })),
);
