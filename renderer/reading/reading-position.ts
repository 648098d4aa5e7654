import { type RefObject, useEffect, useState } from 'react';
import type { BlockId, DocumentId, ReadingPosition } from '../../preload/contract/index.ts';
import { ask } from '../platform/reader.ts';
import { reportProblem, useUserData } from '../settings/index.ts';
import { usePositions } from './positions-store.ts';

/** How long the page must lie still before its position is kept, in milliseconds. */
const settleTime = 400;
/** The line of the page, in CSS pixels from its top, that counts as the place being read. */
export const readingLine = 80;

type Position = { readonly blockId: BlockId; readonly progress: number };

/** The block at the reading line of a page. */
export function blockAtLine(page: HTMLElement): HTMLElement | null {
  const line = page.getBoundingClientRect().top + readingLine;
  // Sections first: asking a block for its box would lay out a section that the browser has skipped.
  const section = firstReaching([...page.querySelectorAll<HTMLElement>('.section')], line);
  const block =
    section && firstReaching([...section.querySelectorAll<HTMLElement>('[data-block]:not([hidden])')], line);
  return block ?? null;
}

/** The block at the reading line, and how much of the document lies above the foot of the window. */
export function positionOf(page: HTMLElement): Position | null {
  const block = blockAtLine(page);
  const blockId = block?.dataset.block as BlockId | undefined;
  if (blockId === undefined) return null;
  const reach = page.scrollHeight - page.clientHeight;
  return { blockId, progress: reach <= 0 ? 1 : Math.min(1, Math.max(0, page.scrollTop / reach)) };
}

/** The first of `elements`, which lie one below the other, that ends below `line`; else the last. */
function firstReaching(elements: readonly HTMLElement[], line: number): HTMLElement | undefined {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > line) high = middle;
    else low = middle + 1;
  }
  return elements[low];
}

/**
 * Follows the page: answers the block being read, and keeps the position when the page has come to rest, unless the
 * page only accompanies another (`kept`).
 */
export function useReadingPosition(
  pageRef: RefObject<HTMLElement | null>,
  documentId: DocumentId | undefined,
  kept: boolean,
): BlockId | null {
  const [current, setCurrent] = useState<BlockId | null>(null);
  const keep = usePositions((state) => state.keep);
  useEffect(() => {
    const page = pageRef.current;
    if (page === null || documentId === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const position = positionOf(page);
      if (position === null) return;
      setCurrent(position.blockId);
      if (!kept) return;
      const left: ReadingPosition = {
        documentId,
        place: { blockId: position.blockId, offset: 0 },
        progress: position.progress,
        readAt: new Date().toISOString(),
      };
      keep(left);
      // The state of the data folder is told once, at the top of the window; a position is not worth a second word.
      if (useUserData.getState().problem === null) {
        ask('positions.save', left).catch((error: unknown) =>
          reportProblem('problem.positionNotKept', error),
        );
      }
    };
    // Where it begins is known at once; only keeping it can wait.
    const first = requestAnimationFrame(() => setCurrent(positionOf(page)?.blockId ?? null));
    const settle = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, settleTime);
    };
    settle();
    page.addEventListener('scroll', settle, { passive: true });
    return () => {
      cancelAnimationFrame(first);
      clearTimeout(timer);
      page.removeEventListener('scroll', settle);
    };
  }, [pageRef, documentId, keep, kept]);
  return current;
}

/**
 * Brings a block to the reading line. Sections that were never laid out have only an estimated height,
 * so the way there is corrected once the browser has laid out what came into view.
 */
export function scrollToBlock(page: HTMLElement, blockId: BlockId): boolean {
  const find = (): HTMLElement | null => {
    const block = page.querySelector<HTMLElement>(`[data-block="${CSS.escape(blockId)}"]`);
    const sheet = block?.closest<HTMLElement>('.sheet') ?? null;
    // What stands above a document's first block, its head and a title that was given to it, belongs to it.
    return block !== null && sheet?.querySelector('[data-block]') === block ? sheet : block;
  };
  if (find() === null) return false;
  let frames = 8;
  const approach = (): void => {
    const place = find();
    if (place === null) return;
    const line = place.matches('.sheet') ? 0 : readingLine - 8;
    const away = place.getBoundingClientRect().top - page.getBoundingClientRect().top - line;
    if (Math.abs(away) > 1) page.scrollTop += away;
    frames -= 1;
    if (frames > 0) requestAnimationFrame(approach);
  };
  approach();
  return true;
}
