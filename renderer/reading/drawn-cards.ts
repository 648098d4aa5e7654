import { useLayoutEffect } from 'react';
import { create } from 'zustand';
import type { AnnotationId } from '../../preload/contract/index.ts';

/** The notes whose cards are in the page; of a long list those far from what is seen are not. */
export const useDrawnCards = create<{ readonly ids: ReadonlySet<AnnotationId> }>(() => ({ ids: new Set() }));

/** Says that the card of a note is in the page, as long as it is. */
export function useDrawnCard(id: AnnotationId): void {
  useLayoutEffect(() => {
    useDrawnCards.setState(({ ids }) => ({ ids: new Set(ids).add(id) }));
    return () =>
      useDrawnCards.setState(({ ids }) => ({ ids: new Set([...ids].filter((each) => each !== id)) }));
  }, [id]);
}
