import { useEffect, useMemo, useState } from 'react';
import type {
  DocumentContent,
  DocumentId,
  DocumentSummary,
  ErrorCode,
} from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { byPlace } from '../domain/notes/index.ts';
import { useLibrary } from '../library/index.ts';
import { codeOf } from '../platform/reader.ts';
import { isPending, type Pending, useReview } from './review-store.ts';

export type PendingGroup = {
  readonly document: DocumentSummary | undefined;
  readonly documentId: DocumentId;
  readonly notes: readonly Pending[];
  /** Null until both texts are here. */
  readonly content: DocumentContent | null;
};

const rank = { orphan: 0, changed: 1, moved: 2 } as const;

/** The notes to look at by document, those without a place first, with the texts they are compared in. */
export function usePending(): {
  readonly groups: readonly PendingGroup[];
  readonly problem: ErrorCode | null;
} {
  const annotations = useAnnotations((state) => state.annotations);
  const documents = useLibrary((state) => state.documents);
  const contents = useLibrary((state) => state.contents);
  const editions = useReview((state) => state.editions);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const pending = useMemo(() => [...annotations.values()].filter(isPending), [annotations]);
  useEffect(() => {
    let present = true;
    const { load } = useLibrary.getState();
    const known = new Set(documents.map(({ id }) => id));
    const ids = new Set(pending.map(({ anchor }) => anchor.documentId));
    const hashes = new Set(pending.map(({ carried }) => carried.from.editionHash));
    Promise.all([
      ...[...ids].filter((id) => known.has(id)).map(load),
      ...[...hashes].map(useReview.getState().load),
    ]).then(
      () => present && setProblem(null),
      (error: unknown) => present && setProblem(codeOf(error)),
    );
    return () => {
      present = false;
    };
  }, [pending, documents]);
  const groups = useMemo(() => {
    const order = new Map(documents.map(({ id }, index) => [id, index]));
    const at = (id: DocumentId): number => order.get(id) ?? documents.length;
    return [...Map.groupBy(pending, ({ anchor }) => anchor.documentId)]
      .sort(([one], [other]) => at(one) - at(other))
      .map(([documentId, notes]): PendingGroup => {
        const loaded = notes.every(({ carried }) => editions.has(carried.from.editionHash));
        return {
          documentId,
          document: documents.find(({ id }) => id === documentId),
          content: loaded ? (contents.get(documentId) ?? null) : null,
          notes: notes.sort((a, b) => rank[a.carried.state] - rank[b.carried.state] || byPlace(a, b)),
        };
      });
  }, [pending, documents, contents, editions]);
  return { groups, problem };
}
