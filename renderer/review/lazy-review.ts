import { lazy } from 'react';

/** The queue, fetched when it is first looked at: it comes with what compares texts. */
export const ReviewView = lazy(() =>
  import('./review-view.tsx').then((module) => ({ default: module.ReviewView })),
);
