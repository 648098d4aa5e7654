export { createSearchEngine, type SearchEngine } from './engine.ts';
export { type FindInDocument, findInDocument } from './find-in-document.ts';
export type { QueryProblemCode } from './query-problems.ts';
export type { DocumentHits, SearchHit, SearchResult } from './search-types.ts';
export { snippetOf, snippetOfHit } from './snippet.ts';
