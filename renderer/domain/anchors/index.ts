export { type BlockRange, createAnchor, rangesIn, resolveAnchor, textUnder } from './anchor.ts';
export { type DocumentIndex, documentIndex } from './document-index.ts';
export { headingPath, paragraphMark } from './headings.ts';
