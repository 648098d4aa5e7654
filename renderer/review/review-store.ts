import { create } from 'zustand';
import type { Annotation, Edition } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { ask, codeOf } from '../platform/reader.ts';

type ReviewStore = {
  /** Former editions by hash; null for one that was not kept. */
  readonly editions: ReadonlyMap<string, Edition | null>;
  /** Fetches an edition once. Rejects with a ReaderError when it could not be asked for. */
  readonly load: (editionHash: string) => Promise<void>;
};

export const useReview = create<ReviewStore>((set, get) => ({
  editions: new Map(),
  load: async (editionHash) => {
    if (get().editions.has(editionHash)) return;
    const edition = await ask('editions.read', { editionHash }).catch((error: unknown) => {
      if (codeOf(error) === 'NOT_FOUND') return null;
      throw error;
    });
    set(({ editions }) => ({ editions: new Map(editions).set(editionHash, edition) }));
  },
}));

/** An annotation that a new edition moved, changed or left without a place, and that nobody has looked at yet. */
export type Pending = Annotation & { readonly carried: NonNullable<Annotation['carried']> };

export function isPending(annotation: Annotation): annotation is Pending {
  return annotation.carried !== null;
}

/** How many annotations wait to be looked at. */
export function usePendingCount(): number {
  return useAnnotations(({ annotations }) => {
    let count = 0;
    for (const annotation of annotations.values()) if (isPending(annotation)) count += 1;
    return count;
  });
}
