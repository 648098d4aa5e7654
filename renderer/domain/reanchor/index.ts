export { alignEditions } from './align.ts';
export { type QuoteAnchor, type Reanchored, reanchor } from './reanchor.ts';
