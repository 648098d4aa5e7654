import type { BlockId } from '../../../preload/contract/index.ts';
import type { MarkStyle } from '../../../preload/contract/vocabulary.ts';
import type { BlockRange } from './anchor.ts';

/** What is to be painted of one annotation. */
export type Mark = { readonly style: MarkStyle; readonly ranges: readonly BlockRange[] };

export type Layers = {
  /** What to paint of each mark, in the order of the marks; what a shorter fill lies over is cut out. */
  readonly painted: readonly (readonly BlockRange[])[];
  /** Where two or more fills, or two or more underlines, lie over each other. */
  readonly overlaps: readonly BlockRange[];
};

type Piece = { readonly mark: number; readonly start: number; readonly end: number };

/**
 * Lays marks over each other so that each of them can be seen: of fills that overlap the shortest lies on top
 * (it is the one a click means first, and the longer one shows around it). An underline hides nothing and is never
 * cut. A mark that overlaps nothing comes back with the very ranges it came with.
 */
export function layersOf(marks: readonly Mark[]): Layers {
  const lengths = marks.map(({ ranges }) => ranges.reduce((sum, { start, end }) => sum + end - start, 0));
  const byBlock = new Map<BlockId, Piece[]>();
  marks.forEach(({ ranges }, mark) => {
    for (const { blockId, start, end } of ranges) {
      const pieces = byBlock.get(blockId) ?? [];
      pieces.push({ mark, start, end });
      byBlock.set(blockId, pieces);
    }
  });
  const cuts = new Map<number, BlockRange[]>();
  const overlaps: BlockRange[] = [];
  for (const [blockId, pieces] of byBlock) {
    if (pieces.length === 1) continue;
    const isLine = ({ mark }: Piece): boolean => marks[mark]?.style === 'underline';
    for (const same of [pieces.filter((piece) => !isLine(piece)), pieces.filter(isLine)]) {
      for (const { start, end, over } of overlapping(same)) {
        overlaps.push({ blockId, start, end });
        const [top, ...others] = over.toSorted((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || b - a);
        for (const mark of others) {
          if (marks[mark]?.style === 'underline' || marks[mark]?.style === marks[top ?? mark]?.style)
            continue;
          cuts.set(mark, [...(cuts.get(mark) ?? []), { blockId, start, end }]);
        }
      }
    }
  }
  return {
    painted: marks.map(({ ranges }, mark) => {
      const own = cuts.get(mark);
      return own === undefined ? ranges : ranges.flatMap((range) => without(range, own));
    }),
    overlaps: joined(overlaps),
  };
}

/** The stretches of a block that two or more pieces cover, with the marks that do, in the order of the text. */
function overlapping(
  pieces: readonly Piece[],
): readonly { readonly start: number; readonly end: number; readonly over: readonly number[] }[] {
  if (pieces.length < 2) return [];
  const ends = [...new Set(pieces.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return ends.slice(0, -1).flatMap((start, index) => {
    const end = ends[index + 1] ?? start;
    const over = pieces.filter((piece) => piece.start <= start && piece.end >= end).map(({ mark }) => mark);
    return over.length < 2 ? [] : [{ start, end, over }];
  });
}

function without(range: BlockRange, cuts: readonly BlockRange[]): readonly BlockRange[] {
  let rest: BlockRange[] = [range];
  for (const cut of cuts) {
    if (cut.blockId !== range.blockId) continue;
    rest = rest.flatMap((piece) =>
      [
        { ...piece, end: Math.min(piece.end, cut.start) },
        { ...piece, start: Math.max(piece.start, cut.end) },
      ].filter(({ start, end }) => start < end),
    );
  }
  return rest;
}

/** Neighbouring ranges as one, where they come one after the other. */
function joined(ranges: readonly BlockRange[]): readonly BlockRange[] {
  const result: BlockRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last?.blockId === range.blockId && last.end === range.start)
      result.splice(-1, 1, { ...last, end: range.end });
    else result.push(range);
  }
  return result;
}
