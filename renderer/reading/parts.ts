import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type {
  Anchor,
  BlockId,
  DocumentContent,
  DocumentId,
  ErrorCode,
  Place,
} from '../../preload/contract/index.ts';
import { createAnchors } from '../domain/anchors/index.ts';
import { pageOf, useLibrary } from '../library/index.ts';
import { codeOf } from '../platform/reader.ts';

/**
 * What is read on one page: a document or, for a compilation, the compilation itself followed by the
 * documents in it, from cover to cover. Block ids are unique in the library, so a block tells its part.
 */
export type Parts = {
  readonly main: DocumentContent;
  readonly all: readonly DocumentContent[];
  readonly ids: ReadonlySet<DocumentId>;
  readonly partOf: (blockId: BlockId) => DocumentContent | undefined;
  /** Whether this very edition of a document is on the page: places of another mean nothing here. */
  readonly has: (documentId: DocumentId, editionHash: string) => boolean;
};

/** The parts of a document, or null while they are being fetched, or why they cannot be. */
export function useParts(documentId: DocumentId): Parts | ErrorCode | null {
  const loadAll = useLibrary((state) => state.loadAll);
  const documents = useLibrary((state) => state.documents);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const ids = useMemo(() => pageOf(documents, documentId), [documentId, documents]);
  // The same list as long as it holds the same contents, whatever else is fetched meanwhile.
  const all = useLibrary(useShallow((state) => ids.flatMap((id) => state.contents.get(id) ?? [])));
  useEffect(() => {
    let present = true;
    setProblem(null);
    loadAll(ids).catch((error: unknown) => {
      if (present) setProblem(codeOf(error));
    });
    return () => {
      present = false;
    };
  }, [ids, loadAll]);
  const parts = useMemo(() => partsOf(all), [all]);
  if (problem !== null) return problem;
  return all.length === ids.length ? parts : null;
}

function partsOf(all: readonly DocumentContent[]): Parts | null {
  const [main] = all;
  if (main === undefined) return null;
  const owners = new Map(all.flatMap((part) => part.blocks.map((block) => [block.id, part] as const)));
  return {
    main,
    all,
    ids: new Set(all.map(({ document }) => document.id)),
    partOf: (blockId) => owners.get(blockId),
    has: (id, hash) => all.some(({ document }) => document.id === id && document.editionHash === hash),
  };
}

/** More text than two windows hold, in UTF-16 units. */
const windowful = 3000;

/**
 * The documents of a page that are drawn first: from the beginning to a block (null: the beginning itself), and as
 * many after it as fill a window below it. Nothing of what is drawn later changes where these stand.
 */
export function firstParts({ all, partOf }: Parts, blockId: BlockId | null): readonly DocumentContent[] {
  const part = blockId === null ? undefined : partOf(blockId);
  const last = part === undefined ? 0 : all.indexOf(part);
  const from = part?.blocks.findIndex(({ id }) => id === blockId) ?? 0;
  let below = 0;
  const end = all.findIndex(({ blocks }, at) => {
    if (at < last) return false;
    below += blocks.slice(at === last ? from : 0).reduce((sum, { text }) => sum + text.length, 0);
    return below >= windowful;
  });
  return end === -1 ? all : all.slice(0, end + 1);
}

/**
 * The anchors of a selection on a page of several documents, one for each stretch between `hidden` blocks. They belong
 * to the document it begins in; what of the selection runs on into the next document is left out.
 */
export function anchorsWithin(
  { partOf }: Parts,
  start: Place,
  end: Place,
  hidden: ReadonlySet<BlockId>,
): readonly Anchor[] {
  const part = partOf(start.blockId);
  const last = part?.blocks.at(-1);
  if (part === undefined || last === undefined) return [];
  const within = partOf(end.blockId) === part ? end : { blockId: last.id, offset: last.text.length };
  return createAnchors(part, start, within, hidden);
}
