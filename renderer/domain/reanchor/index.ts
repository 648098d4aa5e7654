export { alignEditions } from './align.ts';
export { equalInOrder } from './equal-sentences.ts';
export { placesLike, type SearchedText, searchedText } from './places-like.ts';
export { type QuoteAnchor, type Reanchored, reanchor } from './reanchor.ts';
