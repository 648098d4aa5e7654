import { create } from 'zustand';
import type { BlockId, DocumentId } from '../../preload/contract/index.ts';

type OriginalStore = {
  readonly of: { readonly documentId: DocumentId; readonly blockId: BlockId } | null;
};

/** The block whose source is being looked at. */
export const useOriginal = create<OriginalStore>(() => ({ of: null }));
