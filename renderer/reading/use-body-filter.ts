import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { create } from 'zustand';
import type { Block, BlockId, Measure } from '../../preload/contract/index.ts';
import { namesAny } from '../domain/bodies/index.ts';
import { type Target, targetOf, useNavigation } from '../platform/navigation.ts';
import { usePane } from '../platform/panes.ts';
import type { DisplayedText } from '../script/index.ts';
import { clearLayers, setLayer } from './highlights.ts';
import { namesIn, type TableRow } from './table-layout.ts';
import { collectTextNodes, pageRanges } from './text-places.ts';

type Chosen = {
  /** The canonical name of a body. */
  readonly body: string;
  /** Where the page had been sent last when it was chosen: only a later jump can contradict it. */
  readonly target: Target | null;
};

/** The filter of each table, by its first row: the page is made anew when its script is switched. */
const useChosen = create<ReadonlyMap<BlockId, Chosen>>(() => new Map());

function keep(table: BlockId, chosen: Chosen | null): void {
  const others = [...useChosen.getState()].filter(([key]) => key !== table);
  useChosen.setState(new Map(chosen === null ? others : [...others, [table, chosen]]), true);
}

type BodyFilter = {
  /** The canonical name of the body whose rows are shown; null for all rows. */
  readonly chosen: string | null;
  readonly choose: (canonical: string | null) => void;
};

/** The filter of one table. Going to a row that it hides takes it away, before the page scrolls there. */
export function useBodyFilter(rows: readonly Block[], measures: readonly Measure[]): BodyFilter {
  const table = rows[0]?.id;
  const { id } = usePane();
  const target = useNavigation((state) => targetOf(state, id));
  const kept = useChosen((state) => (table === undefined ? undefined : state.get(table)));
  const contradicted =
    kept !== undefined &&
    target !== kept.target &&
    rows.some(({ id }) => id === target?.blockId) &&
    !measures.some((each) => each.rowBlockId === target?.blockId && namesAny(each, new Set([kept.body])));
  useEffect(() => {
    if (contradicted && table !== undefined) keep(table, null);
  }, [contradicted, table]);
  const choose = (body: string | null): void => {
    if (table !== undefined) keep(table, body === null ? null : { body, target });
  };
  return { chosen: kept === undefined || contradicted ? null : kept.body, choose };
}

/** Takes away the filter that hides a row of a table on the page. */
export function showRow(row: HTMLElement): void {
  const first = row.closest('table')?.querySelector<HTMLElement>('[data-block]')?.dataset.block;
  if (first !== undefined) keep(first as BlockId, null);
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
    const painter = {};
    setLayer(painter, highlightName, pageRanges(ranges, collectTextNodes(frame.current), displayed), -1);
    return () => clearLayers(painter);
  }, [frame, rows, chosen, displayed]);
}
