import type { BlockId, DocumentContent } from '../../preload/contract/index.ts';
import { blockAtHeight } from './page-lines.ts';

/** How much text lies before and in a block, in UTF-16 units: of all that is on the page, and of its own part. */
type Extent = {
  readonly before: number;
  readonly beforeInPart: number;
  readonly length: number;
  readonly part: DocumentContent;
  readonly partLength: number;
};

export type Extents = { readonly blocks: ReadonlyMap<BlockId, Extent>; readonly length: number };

export type Progress = {
  /** The shares read, 0 to 1: of the page and of the part being read. */
  readonly whole: number;
  readonly ofPart: number;
  readonly part: DocumentContent;
};

/** Where the text of every block lies in that of the page; made once for what is read. */
export function extentsOf(parts: readonly DocumentContent[]): Extents {
  const blocks = new Map<BlockId, Extent>();
  let before = 0;
  for (const part of parts) {
    const partLength = part.blocks.reduce((sum, { text }) => sum + text.length, 0);
    let beforeInPart = 0;
    for (const { id, text } of part.blocks) {
      blocks.set(id, { before, beforeInPart, length: text.length, part, partLength });
      before += text.length;
      beforeInPart += text.length;
    }
  }
  return { blocks, length: before };
}

/** The shares read when `within` (0 to 1) of a block is; null for a block that is not of this text. */
function progressIn({ blocks, length }: Extents, blockId: BlockId, within: number): Progress | null {
  const extent = blocks.get(blockId);
  if (extent === undefined) return null;
  const { before, beforeInPart, part, partLength } = extent;
  const own = extent.length * within;
  const share = (read: number, all: number): number => (all === 0 ? 1 : read / all);
  return {
    whole: share(before + own, length),
    ofPart: share(beforeInPart + own, partLength),
    part,
  };
}

/**
 * How much of the text has been read, counted in characters: heights are only estimated where nothing was laid
 * out yet. The line that divides read from unread moves from the top of the window, where the page begins, to its
 * foot, where it ends, so that both ends are reached.
 */
export function progressOf(page: HTMLElement, extents: Extents): Progress | null {
  const reach = page.scrollHeight - page.clientHeight;
  const scrolled = reach <= 0 ? 1 : Math.min(1, Math.max(0, page.scrollTop / reach));
  const y = page.getBoundingClientRect().top + scrolled * page.clientHeight;
  const block = blockAtHeight(page, y);
  if (block === null) return null;
  const { top, height } = block.getBoundingClientRect();
  const within = height === 0 ? 0 : Math.min(1, Math.max(0, (y - top) / height));
  return progressIn(extents, block.dataset.block as BlockId, within);
}
