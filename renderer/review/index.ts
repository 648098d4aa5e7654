export { ReviewView } from './lazy-review.ts';
export { ReviewBanner } from './review-banner.tsx';
