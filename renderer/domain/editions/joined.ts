import type { BlockId, EditionBlock, Place } from '../../../preload/contract/index.ts';

/** A document as the one text in which it is aligned with another edition: its blocks, a line feed between them. */
export type Joined = {
  readonly text: string;
  readonly blocks: readonly EditionBlock[];
  /** Where each block begins in `text`, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly positions: ReadonlyMap<BlockId, number>;
};

/** Joins blocks; a document's edition hash is that of the text this gives. */
export const joinBlocks = (blocks: readonly EditionBlock[]): Joined => {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of blocks) {
    starts.push(length);
    length += text.length + 1;
  }
  return {
    text: blocks.map(({ text }) => text).join('\n'),
    blocks,
    starts,
    positions: new Map(blocks.map(({ id }, position) => [id, position])),
  };
};

/** Where a place of this very edition stands in the joined text, or null when there is no such place. */
export const offsetOf = (
  { blocks, starts, positions }: Joined,
  { blockId, offset }: Place,
): number | null => {
  const position = positions.get(blockId);
  const block = position === undefined ? undefined : blocks[position];
  const start = position === undefined ? undefined : starts[position];
  return block === undefined || start === undefined || offset > block.text.length ? null : start + offset;
};

/** The place of an offset in the joined text; one between two blocks is the end of the former. */
export const placeAt = ({ blocks, starts }: Joined, offset: number): Place | null => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  const start = starts[low];
  if (block === undefined || start === undefined) return null;
  return { blockId: block.id, offset: Math.max(0, Math.min(block.text.length, offset - start)) };
};
