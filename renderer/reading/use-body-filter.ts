import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Block, Measure } from '../../preload/contract/index.ts';
import { namesAny } from '../domain/bodies/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import type { DisplayedText } from '../script/index.ts';
import { namesIn, type TableRow } from './table-layout.ts';
import { collectTextNodes, pageRanges } from './text-places.ts';

type BodyFilter = {
  /** The canonical name of the body whose rows are shown; null for all rows. */
  readonly chosen: string | null;
  readonly choose: (canonical: string | null) => void;
};

/** The filter of one table. Going to a row that it hides takes it away, before the page scrolls there. */
export function useBodyFilter(rows: readonly Block[], measures: readonly Measure[]): BodyFilter {
  const target = useNavigation((state) => state.target);
  const [chosen, choose] = useState<string | null>(null);
  const [seen, setSeen] = useState(target);
  if (target !== seen) {
    setSeen(target);
    const measure = measures.find(({ rowBlockId }) => rowBlockId === target?.blockId);
    const inTable = rows.some(({ id }) => id === target?.blockId);
    const shown = measure !== undefined && chosen !== null && namesAny(measure, new Set([chosen]));
    if (chosen !== null && inTable && !shown) choose(null);
  }
  return { chosen, choose };
}

const highlightName = 'named-body';

/** Marks the chosen body wherever a shown row names it; the user's own marks lie over it. */
export function useNamedBodies(
  frame: RefObject<HTMLElement | null>,
  rows: readonly TableRow[],
  chosen: string | null,
  displayed: DisplayedText,
): void {
  useLayoutEffect(() => {
    if (frame.current === null || chosen === null) return;
    const ranges = rows
      .filter(({ hidden }) => !hidden)
      .flatMap((shown) => namesIn(shown, chosen).map((name) => ({ blockId: shown.row.id, ...name })));
    const highlight = new Highlight(...pageRanges(ranges, collectTextNodes(frame.current), displayed));
    highlight.priority = -1;
    CSS.highlights.set(highlightName, highlight);
    return () => void CSS.highlights.delete(highlightName);
  }, [frame, rows, chosen, displayed]);
}
