export { type BlockRange, createAnchor, rangesIn, resolveAnchor, textUnder } from './anchor.ts';
export { documentIndex } from './document-index.ts';
export { headingPath, paragraphMark } from './headings.ts';
