import type { BlockRange } from '../domain/anchors/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { approach, blockOnPage, boxOf, rangeOf } from './page-lines.ts';
import { focusBlock } from './use-marking.ts';

/** What must stay free at the top of the page, in CSS pixels: the head and the bar lie there. */
const headroom = 84;
const footroom = 32;

function boxOnPage(page: HTMLElement, place: BlockRange, displayed: DisplayedText): DOMRect | null {
  const block = blockOnPage(page, place.blockId);
  return block === null ? null : boxOf(block, place.start, place.end, displayed);
}

/** Whether a place cannot be seen as the page stands, or only under what lies over it. */
export function isOutOfSight(page: HTMLElement, place: BlockRange, displayed: DisplayedText): boolean {
  const box = boxOnPage(page, place, displayed);
  if (box === null) return true;
  const { top, bottom } = page.getBoundingClientRect();
  return box.top < top + headroom || box.bottom > bottom - footroom;
}

/** Brings a place to where the eye falls, below the bar. */
export function scrollToFound(page: HTMLElement, place: BlockRange, displayed: () => DisplayedText): void {
  approach(page, () => {
    const box = boxOnPage(page, place, displayed());
    if (box === null) return null;
    return box.top - page.getBoundingClientRect().top - Math.max(headroom, page.clientHeight * 0.3);
  });
}

/** Gives the focus to the paragraph of a place and selects its words, so that they can be marked or cited at once. */
export function selectFound(page: HTMLElement, place: BlockRange, displayed: DisplayedText): void {
  focusBlock(page, place.blockId);
  const block = blockOnPage(page, place.blockId);
  const range = block && rangeOf(block, place.start, place.end, displayed);
  if (range === null) return;
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}
