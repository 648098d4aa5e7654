export { type Alignment, alignEditions } from './align.ts';
export { type AnchorState, type QuoteAnchor, type Reanchored, reanchor } from './reanchor.ts';
