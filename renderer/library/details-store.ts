import { create } from 'zustand';
import type { DocumentDetails, DocumentId, ErrorCode } from '../../preload/contract/index.ts';
import { ask, codeOf } from '../platform/reader.ts';

type DetailsStore = {
  readonly details: ReadonlyMap<DocumentId, DocumentDetails>;
  /** Why a document's details could not be read, until they are asked for again. */
  readonly failures: ReadonlyMap<DocumentId, ErrorCode>;
  /**
   * Reads a document's details unless they are known or on their way. Never rejects: the outcome is in `details`
   * or in `failures`.
   */
  readonly load: (id: DocumentId) => Promise<void>;
};

const underway = new Map<DocumentId, Promise<void>>();

/** What is shown beside a document's text: facts, citations, evidence, repairs. Fetched after the text is there. */
export const useDetails = create<DetailsStore>((set, get) => {
  const read = async (id: DocumentId): Promise<void> => {
    set(({ failures }) => ({ failures: new Map([...failures].filter(([key]) => key !== id)) }));
    try {
      const answer = await ask('library.readDetails', { documentId: id });
      set(({ details }) => ({ details: new Map(details).set(id, answer) }));
    } catch (error) {
      set(({ failures }) => ({ failures: new Map(failures).set(id, codeOf(error)) }));
    }
  };
  return {
    details: new Map(),
    failures: new Map(),
    load: (id) => {
      if (get().details.has(id)) return Promise.resolve();
      // Two panels may ask for the same document in one frame.
      const asked = underway.get(id) ?? read(id).finally(() => underway.delete(id));
      underway.set(id, asked);
      return asked;
    },
  };
});
