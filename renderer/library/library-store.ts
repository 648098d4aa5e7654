import { create } from 'zustand';
import { ReaderError } from '../../preload/contract/errors.ts';
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
  /** The same for several, which appear in the store together. */
  readonly loadAll: (ids: readonly DocumentId[]) => Promise<void>;
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
    await get().loadAll([id]);
    const content = get().contents.get(id);
    if (content === undefined) throw new ReaderError('NOT_FOUND', `no document ${id}`);
    return content;
  },
  loadAll: async (ids) => {
    const missing = ids.filter((id) => !get().contents.has(id));
    if (missing.length === 0) return;
    const read = await Promise.all(missing.map(reading));
    set(({ contents }) => ({
      contents: new Map([...contents, ...read.map((content) => [content.document.id, content] as const)]),
    }));
  },
}));

const underway = new Map<DocumentId, Promise<DocumentContent>>();

/** Asks for a document, once for all who want it at the same time. */
function reading(id: DocumentId): Promise<DocumentContent> {
  const known = underway.get(id);
  if (known !== undefined) return known;
  const asked = ask('library.readDocument', { documentId: id }).finally(() => underway.delete(id));
  underway.set(id, asked);
  return asked;
}

/** The documents that are read on one page with this one: itself, and of a compilation those in it. */
export function pageOf(documents: readonly DocumentSummary[], id: DocumentId): readonly DocumentId[] {
  return [id, ...documents.filter(({ parentId }) => parentId === id).map((document) => document.id)];
}

/** Fetches a document that is about to be opened: what the pointer rests on is there when it is clicked. */
export function prefetch(id: DocumentId): void {
  const { documents, loadAll } = useLibrary.getState();
  // What cannot be read is told when it is opened.
  loadAll(pageOf(documents, id)).catch(() => undefined);
}
