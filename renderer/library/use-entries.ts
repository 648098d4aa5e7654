import { useMemo } from 'react';
import type { DocumentId, FolderId } from '../../preload/contract/index.ts';
import { type Entry, entriesOf } from '../domain/library/index.ts';
import { useLibrary } from './library-store.ts';
import { useShelves } from './shelves-store.ts';
import { useDay } from './validity-day.ts';

/** What the library is told of the user's reading and notes by those who keep them. */
export type Reading = {
  readonly noteCounts: ReadonlyMap<DocumentId, number>;
  /** Moments at which documents were read last. */
  readonly readAt: ReadonlyMap<DocumentId, string>;
};

/** The documents of a folder, or all of them, with what the user has to do with each. */
export function useEntries(
  { noteCounts, readAt }: Reading,
  folderId: FolderId | undefined,
): readonly Entry[] {
  const documents = useLibrary((state) => state.documents);
  const shelves = useShelves((state) => state.shelves);
  const day = useDay();
  return useMemo(() => {
    const all = entriesOf(documents, { day, noteCounts, readAt, shelves });
    return folderId === undefined ? all : all.filter(({ folderIds }) => folderIds.includes(folderId));
  }, [documents, day, noteCounts, readAt, shelves, folderId]);
}
