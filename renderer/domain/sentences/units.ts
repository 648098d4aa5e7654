import type { BlockId, DocumentContent, Place, TableCell } from '../../../preload/contract/index.ts';
import type { BlockRange } from '../anchors/index.ts';
import { splitSentences } from './split-sentences.ts';

/** What a selection by keyboard goes by. */
export type UnitKind = 'sentence' | 'paragraph';

// Content is immutable data, so its identity is a sound key.
const sentences = new WeakMap<DocumentContent, readonly BlockRange[]>();
const paragraphs = new WeakMap<DocumentContent, readonly BlockRange[]>();

/**
 * The sentences (or paragraphs) of a document in the order of the source, as ranges of the stored text. A
 * sentence never goes over the end of a block or of a table's cell; a row of a table is one paragraph.
 */
export function unitsOf(content: DocumentContent, kind: UnitKind): readonly BlockRange[] {
  const known = kind === 'sentence' ? sentences : paragraphs;
  const units = known.get(content) ?? (kind === 'sentence' ? sentencesOf(content) : paragraphsOf(content));
  known.set(content, units);
  return units;
}

function sentencesOf({ blocks, cells }: DocumentContent): readonly BlockRange[] {
  const cellsOf = new Map<BlockId, TableCell[]>();
  for (const cell of cells) cellsOf.set(cell.blockId, [...(cellsOf.get(cell.blockId) ?? []), cell]);
  return blocks.flatMap(({ id, text }) => {
    const own = cellsOf.get(id)?.sort((one, other) => one.start - other.start);
    return (own ?? [{ start: 0, end: text.length }]).flatMap((cell) =>
      splitSentences(text.slice(cell.start, cell.end)).map(({ start, end }) => ({
        blockId: id,
        start: cell.start + start,
        end: cell.start + end,
      })),
    );
  });
}

function paragraphsOf({ blocks }: DocumentContent): readonly BlockRange[] {
  return blocks.flatMap(({ id, text }) => {
    const start = text.length - text.trimStart().length;
    const end = text.trimEnd().length;
    return start < end ? [{ blockId: id, start, end }] : [];
  });
}

/** A selection of whole units: the one it was begun at and the one at its moving end. */
export type UnitSelection = { readonly anchor: number; readonly focus: number };

/** Moves the moving end; null where there is no further unit in that direction. */
export function extendBy(
  { anchor, focus }: UnitSelection,
  step: 1 | -1,
  count: number,
): UnitSelection | null {
  const next = focus + step;
  return next < 0 || next >= count ? null : { anchor, focus: next };
}

/** The text that is selected now, as places of the stored text in reading order. */
export type SelectedPlaces = { readonly start: Place; readonly end: Place; readonly backward: boolean };

/**
 * The units that a selection touches; null where it touches none. `order` is the position of a block on the page.
 */
export function unitsTouched(
  units: readonly BlockRange[],
  { start, end, backward }: SelectedPlaces,
  order: (blockId: BlockId) => number,
): UnitSelection | null {
  const from = { block: order(start.blockId), offset: start.offset };
  const to = { block: order(end.blockId), offset: end.offset };
  const first = units.findIndex((unit) => {
    const block = order(unit.blockId);
    return block > from.block || (block === from.block && unit.end > from.offset);
  });
  const last = units.findLastIndex((unit) => {
    const block = order(unit.blockId);
    return block < to.block || (block === to.block && unit.start < to.offset);
  });
  if (first === -1 || last < first) return null;
  return backward ? { anchor: last, focus: first } : { anchor: first, focus: last };
}
