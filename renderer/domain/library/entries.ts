import type { DocumentId, DocumentSummary, FolderId, Shelf } from '../../../preload/contract/index.ts';
import { type Validity, validityOf } from '../validity/index.ts';

/** A document with what the user has to do with it. */
export type Entry = {
  readonly document: DocumentSummary;
  /** On the day that is judged by. */
  readonly validity: Validity;
  readonly notes: number;
  /** Moment at which it was read last; null: never. */
  readonly readAt: string | null;
  readonly folderIds: readonly FolderId[];
  readonly tags: readonly string[];
};

/** What the user's data say of the documents, and the day (ISO date) on which validity is judged. */
export type Known = {
  readonly day: string;
  readonly noteCounts: ReadonlyMap<DocumentId, number>;
  readonly readAt: ReadonlyMap<DocumentId, string>;
  readonly shelves: ReadonlyMap<DocumentId, Shelf>;
};

/** The documents as entries, in the same order. */
export function entriesOf(documents: readonly DocumentSummary[], known: Known): readonly Entry[] {
  return documents.map((document) => {
    const shelf = known.shelves.get(document.id);
    return {
      document,
      validity: validityOf(document, known.day),
      notes: known.noteCounts.get(document.id) ?? 0,
      readAt: known.readAt.get(document.id) ?? null,
      folderIds: shelf?.folderIds ?? [],
      tags: shelf?.tags ?? [],
    };
  });
}

/** All tags of documents, the most used first, equals by their writing. */
export function tagsInUse(shelves: Iterable<Pick<Shelf, 'tags'>>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { tags } of shelves) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'zh-CN')).map(([tag]) => tag);
}
