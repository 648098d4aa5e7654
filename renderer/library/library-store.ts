import { create } from 'zustand';
import type { DocumentContent, DocumentId, DocumentSummary, Failure } from '../../preload/contract/index.ts';
import { ask } from '../platform/reader.ts';

type LibraryStore = {
  readonly documents: readonly DocumentSummary[];
  readonly byId: ReadonlyMap<DocumentId, DocumentSummary>;
  readonly problem: Failure | null;
  readonly file: string;
  readonly contents: ReadonlyMap<DocumentId, DocumentContent>;
  readonly open: (library: {
    readonly documents: readonly DocumentSummary[];
    readonly problem: Failure | null;
    readonly file: string;
    readonly opened: DocumentContent | null;
  }) => void;
  /** The document's content, from memory when it was read before. Rejects with a ReaderError. */
  readonly load: (id: DocumentId) => Promise<DocumentContent>;
};

export const useLibrary = create<LibraryStore>((set, get) => ({
  documents: [],
  byId: new Map(),
  problem: null,
  file: '',
  contents: new Map(),
  open: ({ documents, problem, file, opened }) =>
    set({
      documents,
      byId: new Map(documents.map((document) => [document.id, document])),
      problem,
      file,
      contents: new Map(opened === null ? [] : [[opened.document.id, opened]]),
    }),
  load: async (id) => {
    const known = get().contents.get(id);
    if (known !== undefined) return known;
    const content = await ask('library.readDocument', { documentId: id });
    set(({ contents }) => ({ contents: new Map(contents).set(id, content) }));
    return content;
  },
}));
