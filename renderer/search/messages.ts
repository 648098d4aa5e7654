import type { SearchNote, SearchResult } from '../domain/search/index.ts';

export type ToWorker =
  | {
      readonly kind: 'search';
      readonly id: number;
      readonly query: string;
      readonly limit: number;
    }
  /** The notes of the user that came or were changed, and those that went; the first message has all. */
  | { readonly kind: 'notes'; readonly put: readonly SearchNote[]; readonly remove: readonly string[] };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The notes that are searched are other ones now: what was answered before may not hold. */
  | { readonly kind: 'notes-changed' }
  | {
      readonly kind: 'result';
      readonly id: number;
      readonly result: SearchResult;
      readonly milliseconds: number;
    };
