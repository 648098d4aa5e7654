import type { Block, BlockId } from '../../../preload/contract/index.ts';

/** How far into a document its own title can stand: after the head, the 文号 and whom it is addressed to. */
const titleReach = 12;

/** The block that is the document's title, or undefined where the source prints none. */
export function printedTitle(blocks: readonly Block[]): Block | undefined {
  return blocks.slice(0, titleReach).find(({ kind }) => kind === 'title');
}

/**
 * The rank of every heading, 1 to 6, for h1 to h6. The document's title is the one h1; what is issued
 * with it (a plan below its notice) is an h2 with its own headings below. No rank is left out on the way
 * down, even where the source leaves one out: a screen reader's outline would have a hole.
 */
export function headingRanks(blocks: readonly Block[]): ReadonlyMap<BlockId, number> {
  const ranks = new Map<BlockId, number>();
  const title = printedTitle(blocks);
  let base = 1;
  let last = 1;
  for (const block of blocks) {
    if (block.kind === 'title') {
      base = block === title ? 1 : 2;
      last = base;
    } else if (block.kind === 'heading') {
      last = Math.min(base + (block.level ?? 1), last + 1, 6);
    } else continue;
    ranks.set(block.id, last);
  }
  return ranks;
}
