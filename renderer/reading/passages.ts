import { useEffect, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type {
  BlockId,
  Citation,
  Defect,
  DocumentDetails,
  Place,
  ScriptView,
} from '../../preload/contract/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';
import { useDetails } from '../library/index.ts';
import type { Parts } from './parts.ts';

/** What the library knows of single passages of the text on the page. */
export type Passages = {
  readonly citations: readonly Citation[];
  readonly defects: readonly (Defect & { readonly blockId: BlockId })[];
  /** Where to paint: citations that can be followed or explained, and places where the source is damaged. */
  readonly cited: readonly BlockRange[];
  readonly damaged: readonly BlockRange[];
};

const nothing: Passages = { citations: [], defects: [], cited: [], damaged: [] };

/** The passages of a page; empty until they are there. They are asked for once the text has been painted. */
export function usePassages(parts: Parts, painted: boolean, view: ScriptView): Passages {
  const load = useDetails((state) => state.load);
  useEffect(() => {
    if (!painted) return;
    const handle = requestIdleCallback(() => {
      for (const id of parts.ids) void load(id);
    });
    return () => cancelIdleCallback(handle);
  }, [parts, painted, load]);
  const known = useDetails(
    useShallow((state) => [...parts.ids].flatMap((id) => state.details.get(id) ?? [])),
  );
  const complete = known.length === parts.ids.size;
  return useMemo(() => (complete ? passagesOf(known, view) : nothing), [complete, known, view]);
}

function passagesOf(details: readonly DocumentDetails[], view: ScriptView): Passages {
  const citations = details.flatMap((of) => of.citations).filter(isTold);
  const defects = details
    .flatMap((of) => of.defects)
    // Characters of the other script among those of the source are seen only in the source's own.
    .filter(({ kind }) => view === 'original' || kind !== 'mixed-script')
    .flatMap((defect) => (defect.blockId === null ? [] : [{ ...defect, blockId: defect.blockId }]));
  return {
    citations,
    defects,
    cited: citations.map(({ blockId, start, end }) => ({ blockId, start, end })),
    // Where a table differs from the text it repeats, that concerns a row; its marker says so.
    damaged: defects.flatMap(({ blockId, start, end, kind }) =>
      kind.startsWith('table-') || start === null || end === null || end <= start
        ? []
        : [{ blockId, start, end }],
    ),
  };
}

/** A document's own 文号, a form, the name of something that is no document: there is nothing to say of them. */
function isTold({ kind }: Citation): boolean {
  return kind !== 'self' && kind !== 'form' && kind !== 'not-a-document';
}

/** The passage under a place of the text: damage before a citation, of two citations the shorter. */
export function passageAt(
  { citations, defects }: Passages,
  place: Place,
): { readonly citation: Citation } | { readonly defect: Defect & { readonly blockId: BlockId } } | null {
  const holds = (range: {
    readonly blockId: BlockId;
    readonly start: number | null;
    readonly end: number | null;
  }) =>
    range.blockId === place.blockId &&
    range.start !== null &&
    range.end !== null &&
    range.start <= place.offset &&
    place.offset < range.end;
  const defect = defects.find(holds);
  if (defect !== undefined) return { defect };
  const [citation] = citations.filter(holds).sort((a, b) => a.end - a.start - (b.end - b.start));
  return citation === undefined ? null : { citation };
}
