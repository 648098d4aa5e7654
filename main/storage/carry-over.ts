import {
  type Annotation,
  type Bookmark,
  type Carrying,
  type DocumentContent,
  type DocumentSummary,
  ReaderError,
} from '../../preload/contract/index.ts';
import {
  carryAnnotation,
  carryBookmark,
  isBehind,
  type Passage,
  passageTo,
  sourceOf,
} from '../../renderer/domain/editions/index.ts';
import type { ContentStore } from './content-store.ts';
import type { KeptEditions } from './kept-editions.ts';
import type { UserStore } from './user-store.ts';

type Changes = { readonly annotations: readonly Annotation[]; readonly bookmarks: readonly Bookmark[] };

/**
 * Carries annotations and bookmarks of documents that have another edition over to it, in one write. Without such
 * nothing is read and nothing written. Where the write is refused all of it stays as it was, to be tried again at the
 * next start. Documents that are not in the library are left alone: their notes attach again when they come back.
 */
export async function carryOver(
  user: Pick<UserStore, 'annotations' | 'bookmarks' | 'applyCarried'>,
  content: Pick<ContentStore, 'documents' | 'readDocument'>,
  editions: KeptEditions,
): Promise<Carrying> {
  const annotations: Annotation[] = [];
  const bookmarks: Bookmark[] = [];
  try {
    for (const { document, ...behind } of documentsBehind(user, content.documents)) {
      const present = readable(content, document);
      if (present === null) continue;
      const changes = await carriedTo(present, behind, editions);
      if (changes.annotations.length + changes.bookmarks.length === 0) continue;
      // What is carried to it now hangs on this edition.
      await editions.keep({ editionHash: document.editionHash, blocks: present.blocks });
      annotations.push(...changes.annotations);
      bookmarks.push(...changes.bookmarks);
    }
    if (annotations.length + bookmarks.length > 0) await user.applyCarried(annotations, bookmarks);
    const carried = annotations.filter((each) => each.carried !== null && each.trashedAt === null).length;
    return { carried, problem: null };
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    return { carried: 0, problem: { code: error.code, message: error.message } };
  }
}

/**
 * Keeps the editions of all that has been annotated or bookmarked, for notes that were made before editions were kept
 * or while their file was damaged. What cannot be kept now is kept with the next save.
 */
export async function keepAnnotated(
  user: Pick<UserStore, 'annotations' | 'bookmarks'>,
  content: Pick<ContentStore, 'documents' | 'readDocument'>,
  editions: KeptEditions,
): Promise<void> {
  const used = new Set([
    ...user.annotations().map(({ anchor }) => anchor.editionHash),
    ...user.bookmarks().map(({ editionHash }) => editionHash),
  ]);
  for (const document of content.documents) {
    const present = used.has(document.editionHash) ? readable(content, document) : null;
    if (present !== null) await editions.keep({ editionHash: document.editionHash, blocks: present.blocks });
  }
}

function documentsBehind(
  user: Pick<UserStore, 'annotations' | 'bookmarks'>,
  documents: readonly DocumentSummary[],
): readonly (Changes & { readonly document: DocumentSummary })[] {
  const hashes = new Map(documents.map(({ id, editionHash }) => [id, editionHash]));
  const annotations = user.annotations().filter((each) => {
    const hash = hashes.get(each.anchor.documentId);
    return hash !== undefined && isBehind(each, hash);
  });
  const bookmarks = user.bookmarks().filter(({ documentId, editionHash }) => {
    const hash = hashes.get(documentId);
    return hash !== undefined && hash !== editionHash;
  });
  const ids = new Set([
    ...annotations.map(({ anchor }) => anchor.documentId),
    ...bookmarks.map(({ documentId }) => documentId),
  ]);
  return documents
    .filter(({ id }) => ids.has(id))
    .map((document) => ({
      document,
      annotations: annotations.filter(({ anchor }) => anchor.documentId === document.id),
      bookmarks: bookmarks.filter(({ documentId }) => documentId === document.id),
    }));
}

/** A document that cannot be read now keeps its notes as they are; opening it says what is wrong. */
export function readable(
  content: Pick<ContentStore, 'readDocument'>,
  { id }: DocumentSummary,
): DocumentContent | null {
  try {
    return content.readDocument(id);
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}

async function carriedTo(
  content: DocumentContent,
  behind: Changes,
  editions: KeptEditions,
): Promise<Changes> {
  const passages = new Map<string, Passage>();
  const hashes = [
    ...behind.annotations.map((annotation) => sourceOf(annotation).editionHash),
    ...behind.bookmarks.map(({ editionHash }) => editionHash),
  ];
  for (const hash of new Set(hashes)) passages.set(hash, passageTo(content, await editions.read(hash)));
  const through = <Row>(row: Row, hash: string, carry: (passage: Passage, row: Row) => Row): Row => {
    const passage = passages.get(hash);
    return passage === undefined ? row : carry(passage, row);
  };
  return {
    annotations: behind.annotations.map((row) => through(row, sourceOf(row).editionHash, carryAnnotation)),
    bookmarks: behind.bookmarks.flatMap((row) => {
      const carried = through(row, row.editionHash, carryBookmark);
      return carried === row ? [] : [carried];
    }),
  };
}
