import { useEffect, useState } from 'react';
import type { DocumentContent } from '../../preload/contract/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';
import type { FindInDocument, QueryProblemCode } from '../domain/search/index.ts';
import { reportProblem } from '../settings/index.ts';

export type Found = {
  readonly query: string;
  readonly places: readonly BlockRange[];
  readonly problem: QueryProblemCode | null;
};

/** How long the page may be kept busy at a time, in milliseconds: half of a frame. */
const slice = 8;

/** All places of a query in what is read, looked for in slices; the last answer stays until the next is complete. */
export function useFound(contents: readonly DocumentContent[], query: string): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let stop: (() => void) | null = () => undefined;
    loadFinder().then(
      ({ findInDocument }) => {
        if (stop !== null)
          stop = look(findInDocument(contents, query), (answer) => setFound({ query, ...answer }));
      },
      (error: unknown) => reportProblem('problem.find', error),
    );
    return () => {
      stop?.();
      stop = null;
    };
  }, [contents, query]);
  return found;
}

const loadFinder = () => import('./find-words.ts');

/** Looks for all places in slices; the returned function stops that. */
function look(
  { problems, places }: FindInDocument,
  tell: (answer: Omit<Found, 'query'>) => void,
): () => void {
  const all: BlockRange[] = [];
  return inSlices(() => {
    const until = performance.now() + slice;
    while (performance.now() < until) {
      const next = places.next();
      if (next.done === true) {
        tell({ places: all, problem: problems[0]?.code ?? null });
        return true;
      }
      all.push(...next.value);
    }
    return false;
  });
}

/** Calls `work` until it is done, giving the window time between; the returned function stops it. */
function inSlices(work: () => boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    if (!work()) timer = setTimeout(next);
  };
  next();
  return () => clearTimeout(timer);
}
