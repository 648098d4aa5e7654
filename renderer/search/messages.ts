import type {
  Facet,
  NearQuery,
  QueryLanguage,
  SearchNote,
  SearchResult,
  Suggestion,
} from '../domain/search/index.ts';

/** What can be asked of the worker. */
export type Question =
  | {
      readonly kind: 'search';
      readonly query: string;
      readonly limit: number;
      readonly exact: boolean;
      readonly perDocument?: number;
      readonly from?: number;
      readonly documentId?: string;
    }
  | { readonly kind: 'facets'; readonly query: string; readonly exact: boolean }
  /** Of a query that found nothing. */
  | { readonly kind: 'nearest'; readonly query: string; readonly exact: boolean }
  | {
      readonly kind: 'suggest';
      readonly typed: string;
      readonly recent: readonly string[];
      readonly language: QueryLanguage;
    };

/** The answer to each kind of question. */
export type Answers = {
  readonly search: { readonly result: SearchResult; readonly milliseconds: number };
  readonly facets: readonly Facet[];
  readonly nearest: readonly NearQuery[];
  readonly suggest: readonly Suggestion[];
};

export type ToWorker =
  | { readonly kind: 'question'; readonly id: number; readonly question: Question }
  /** The notes of the user that came or were changed, and those that went; the first message has all. */
  | { readonly kind: 'notes'; readonly put: readonly SearchNote[]; readonly remove: readonly string[] };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The notes that are searched are other ones now: what was answered before may not hold. */
  | { readonly kind: 'notes-changed' }
  /** How much of the library is in the index, 0 to 1; what is not is scanned. */
  | { readonly kind: 'indexed'; readonly share: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answers[keyof Answers] };
