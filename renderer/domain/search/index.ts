export { createSearchEngine, openSearchEngine, type SearchEngine } from './engine.ts';
export {
  type Facet,
  type FacetField,
  facetFilterText,
  facetSourceOf,
  facetsOf,
} from './facets.ts';
export { type FindInDocument, findInDocument } from './find-in-document.ts';
export { type NearQuery, nearestQueries } from './nearest.ts';
export { parseQuery } from './query.ts';
export { filterKey, type QueryLanguage, withFilter, withoutPlace } from './query-edit.ts';
export type { QueryProblemCode } from './query-problems.ts';
export type { DocumentHits, NoteHit, NoteHits, SearchHit, SearchNote, SearchResult } from './search-types.ts';
export { snippetOf, snippetOfHit } from './snippet.ts';
export { createSuggester, type Suggestion } from './suggest.ts';
