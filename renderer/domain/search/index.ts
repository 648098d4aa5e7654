export { createSearchEngine, type SearchEngine } from './engine.ts';
export {
  maximumQueryLength,
  maximumWords,
  type ParsedQuery,
  parseQuery,
  type QueryNode,
  type QueryProblem,
  type QueryProblemCode,
} from './query.ts';
export type {
  DocumentHits,
  SearchHit,
  SearchOptions,
  SearchResult,
  TextRange,
} from './search-types.ts';
export { type SnippetPiece, snippetOf, snippetOfHit } from './snippet.ts';
