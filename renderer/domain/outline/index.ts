export { headingFace } from './heading-face.ts';
export { headingRanks, printedTitle } from './heading-levels.ts';
