import type { SearchResult } from '../domain/search/index.ts';

export type ToWorker = {
  readonly kind: 'search';
  readonly id: number;
  readonly query: string;
  readonly limit: number;
};

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'result';
      readonly id: number;
      readonly result: SearchResult;
      readonly milliseconds: number;
    };
