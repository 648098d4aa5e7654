import type { Block, BlockId, Measure } from '../../preload/contract/index.ts';
import type { PaneId } from '../platform/panes.ts';

/** A place on a page: a block, and how much of its height lies above, from 0 to 1. */
export type PagePlace = { readonly blockId: BlockId; readonly share: number };

/** Where the other pane stands when `from` stands at `place`; null where nothing corresponds. */
export type Correspondence = (place: PagePlace, from: PaneId) => PagePlace | null;

/** Two panes of the same text, in whatever scripts. */
export const sameText: Correspondence = (place) => place;

/**
 * A text in the first pane and its responsibility table in the second. A paragraph's height is shared evenly among
 * the rows that repeat it; what lies between such paragraphs corresponds to the line between their rows. Rows that
 * repeat nothing go with the row before them. A row of the text's own table corresponds to itself.
 */
export function textAndTable(blocks: readonly Block[], measures: readonly Measure[]): Correspondence {
  const rowsOf = new Map<BlockId, BlockId[]>();
  for (const { bodyBlockId, rowBlockId } of measures) {
    if (bodyBlockId === null) continue;
    const rows = rowsOf.get(bodyBlockId);
    if (rows === undefined) rowsOf.set(bodyBlockId, [rowBlockId]);
    else rows.push(rowBlockId);
  }
  const rowOf = new Map<BlockId, (share: number) => PagePlace>();
  const bodyOf = new Map<BlockId, (share: number) => PagePlace>();
  // Backwards, since what has no rows of its own stands before the rows that come next.
  let next: PagePlace | null = null;
  for (const { id, kind } of blocks.toReversed()) {
    const rows = rowsOf.get(id);
    const [first] = rows ?? [];
    const between = next;
    if (kind === 'table') rowOf.set(id, (share) => ({ blockId: id, share }));
    else if (rows !== undefined && first !== undefined) {
      rowOf.set(id, (share) => partAt(rows, share, first));
      next = { blockId: first, share: 0 };
    } else if (between !== null) rowOf.set(id, () => between);
  }
  for (const [body, rows] of rowsOf) {
    rows.forEach((row, at) => {
      bodyOf.set(row, (share) => ({ blockId: body, share: (at + share) / rows.length }));
    });
  }
  let previous: PagePlace | null = null;
  for (const { id, kind } of blocks) {
    if (kind !== 'table') continue;
    const before = previous;
    const own = bodyOf.get(id);
    if (own !== undefined) previous = own(1);
    else if (before !== null) bodyOf.set(id, () => before);
  }
  return ({ blockId, share }, from) => (from === 'first' ? rowOf : bodyOf).get(blockId)?.(share) ?? null;
}

function partAt(rows: readonly BlockId[], share: number, first: BlockId): PagePlace {
  const at = Math.min(rows.length - 1, Math.floor(share * rows.length));
  return { blockId: rows[at] ?? first, share: Math.min(1, share * rows.length - at) };
}
