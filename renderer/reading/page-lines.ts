import type { BlockId, Place } from '../../preload/contract/index.ts';
import type { DisplayedText } from '../script/index.ts';

/** The line of the page, in CSS pixels from its top, that counts as the place being read. */
export const readingLine = 80;
/** Where a block or a line is brought to, so that it is the one at the reading line. */
const arrivalLine = readingLine - 8;

/** The block at a height of the window, or the nearest one. */
export function blockAtHeight(page: HTMLElement, y: number): HTMLElement | null {
  // Sections first: asking a block for its box would lay out a section that the browser has skipped.
  // A live collection: asked for at every frame of a scroll, it is not gathered anew.
  const section = firstReaching(page.getElementsByClassName('section'), y);
  const blocks = section?.querySelectorAll<HTMLElement>('[data-block]:not([hidden])') ?? [];
  const block = firstReaching(blocks, y);
  return block instanceof HTMLElement ? block : null;
}

/** The block at the reading line of a page. */
export function blockAtLine(page: HTMLElement): HTMLElement | null {
  return blockAtHeight(page, page.getBoundingClientRect().top + readingLine);
}

/** The first of `elements`, which lie one below the other, that ends below `y`; else the last. */
function firstReaching(elements: ArrayLike<Element>, y: number): Element | undefined {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return elements[low];
}

/** The place in the stored text that stands at the reading line: its block, and where the line there begins. */
export function placeAtReadingLine(page: HTMLElement, displayed: DisplayedText): Place | null {
  const y = page.getBoundingClientRect().top + readingLine;
  const block = blockAtLine(page);
  const blockId = block?.dataset.block as BlockId | undefined;
  if (block === null || blockId === undefined) return null;
  const piece = longestPiece(block);
  const map = displayed.get(blockId)?.map;
  if (piece === null || map === undefined) return { blockId, offset: 0 };
  const offset = firstCharacterBelow(piece.node, y);
  // The first line is the block itself, with what stands before its text.
  return { blockId, offset: offset === 0 ? 0 : map.toOriginal(piece.start + offset) };
}

/** How far (CSS pixels) below its place of arrival a place of the text stands; null where it is not on the page. */
export function awayFrom(
  page: HTMLElement,
  { blockId, offset }: Place,
  displayed: DisplayedText,
): number | null {
  const block = blockOnPage(page, blockId);
  if (block === null) return null;
  const top = page.getBoundingClientRect().top;
  const line = offset === 0 ? null : boxOf(block, offset, offset + 1, displayed);
  if (line !== null) return line.top - top - arrivalLine;
  const sheet = block.closest<HTMLElement>('.sheet');
  // What stands above a document's first block, its head and a title that was given to it, belongs to it.
  if (sheet?.querySelector('[data-block]') === block) return sheet.getBoundingClientRect().top - top;
  return block.getBoundingClientRect().top - top - arrivalLine;
}

export function blockOnPage(page: HTMLElement, blockId: BlockId): HTMLElement | null {
  return page.querySelector<HTMLElement>(`[data-block="${CSS.escape(blockId)}"]`);
}

/** The box of a range of a block's stored text in window coordinates; null where it has none. */
export function boxOf(
  block: HTMLElement,
  start: number,
  end: number,
  displayed: DisplayedText,
): DOMRect | null {
  const range = rangeOf(block, start, end, displayed);
  const box = range?.getBoundingClientRect();
  return box === undefined || box.height === 0 ? null : box;
}

/** A range of a block's stored text on the page, within one of its texts. */
export function rangeOf(
  block: HTMLElement,
  start: number,
  end: number,
  displayed: DisplayedText,
): Range | null {
  const map = displayed.get(block.dataset.block as BlockId)?.map;
  if (map === undefined) return null;
  const from = map.toDisplay(start);
  const piece = piecesOf(block).findLast((each) => each.start <= from);
  if (piece === undefined) return null;
  const range = document.createRange();
  range.setStart(piece.node, Math.min(from - piece.start, piece.node.length));
  range.setEnd(piece.node, Math.min(map.toDisplay(end) - piece.start, piece.node.length));
  return range;
}

type Piece = { readonly node: Text; readonly start: number };

/** The texts of a block by where they begin; the cells of a row need not stand in that order. */
function piecesOf(block: HTMLElement): readonly Piece[] {
  return [...block.querySelectorAll<HTMLElement>('[data-text]')]
    .flatMap((element) => {
      const node = element.firstChild;
      return node instanceof Text ? [{ node, start: Number(element.dataset.start ?? '0') }] : [];
    })
    .sort((one, other) => one.start - other.start);
}

function longestPiece(block: HTMLElement): Piece | null {
  return piecesOf(block).reduce<Piece | null>(
    (longest, piece) => (longest === null || piece.node.length > longest.node.length ? piece : longest),
    null,
  );
}

/** The offset of the first character that ends below `y`; of the last where none does. */
function firstCharacterBelow(node: Text, y: number): number {
  const range = document.createRange();
  let low = 0;
  let high = Math.max(0, node.length - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    range.setStart(node, middle);
    range.setEnd(node, middle + 1);
    if (range.getBoundingClientRect().bottom > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

const approaches = new WeakMap<HTMLElement, number>();

/**
 * Scrolls a page by what `away` says until it says 0 (null: not known yet). Sections that were never laid out
 * have only an estimated height, so the way is corrected over some frames, once the browser has laid out what
 * came into view. A later call ends the earlier one.
 */
export function approach(page: HTMLElement, away: () => number | null): void {
  const turn = (approaches.get(page) ?? 0) + 1;
  approaches.set(page, turn);
  let frames = 60;
  let still = 0;
  let set = { top: page.scrollTop, height: page.scrollHeight };
  const move = (): void => {
    if (approaches.get(page) !== turn) return;
    // Somebody has gone elsewhere: what is laid out anew moves the page by no more than its height changes.
    const moved = Math.abs(page.scrollTop - set.top) - Math.abs(page.scrollHeight - set.height);
    if (moved > 2 * page.clientHeight) frames = 0;
    if (frames <= 0) {
      leave();
      return;
    }
    const distance = away() ?? 0;
    const before = page.scrollTop;
    if (Math.abs(distance) > 1) page.scrollTop += distance;
    // Arrived, or as far as the page goes: some frames in a row, since what comes into view is laid out only then.
    set = { top: page.scrollTop, height: page.scrollHeight };
    still = set.top === before ? still + 1 : 0;
    frames -= 1;
    if (frames > 0 && still < 8) requestAnimationFrame(move);
    else leave();
  };
  // Whoever scrolls meanwhile is not held back.
  const leave = (): void => {
    for (const name of ['wheel', 'pointerdown', 'keydown'] as const) page.removeEventListener(name, stop);
  };
  const stop = (): void => {
    frames = 0;
    leave();
  };
  for (const name of ['wheel', 'pointerdown', 'keydown'] as const)
    page.addEventListener(name, stop, { passive: true });
  move();
}
