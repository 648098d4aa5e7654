export { createSearchEngine } from './engine.ts';
export { type FindInDocument, findInDocument } from './find-in-document.ts';
export type { QueryProblemCode } from './query.ts';
export type { DocumentHits, SearchHit, SearchResult } from './search-types.ts';
export { snippetOf, snippetOfHit } from './snippet.ts';
