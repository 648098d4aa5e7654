import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { BlockId, DocumentId, Place, ReadingPosition } from '../../preload/contract/index.ts';
import { anchorOfPlace } from '../domain/anchors/index.ts';
import { type Spot, tellWhere } from '../platform/navigation.ts';
import { nextPaint } from '../platform/next-paint.ts';
import { usePane } from '../platform/panes.ts';
import { ask } from '../platform/reader.ts';
import type { DisplayedText } from '../script/index.ts';
import { reportProblem, useUserData } from '../settings/index.ts';
import { approach, awayFrom, blockOnPage, placeAtReadingLine } from './page-lines.ts';
import type { Parts } from './parts.ts';
import { usePositions } from './positions-store.ts';
import { extentsOf, progressOf } from './progress.ts';

/** How long the page must lie still before its position is kept, in milliseconds. */
const settleTime = 400;

/**
 * Follows the page: answers the block being read, keeps the position when the page has come to rest, unless the
 * page only accompanies another (`kept`), and tells the history where the page was left. Nothing is followed while
 * `displayed` is null.
 */
export function useReadingPosition(
  pageRef: RefObject<HTMLElement | null>,
  documentId: DocumentId,
  parts: Parts,
  displayed: DisplayedText | null,
  kept: boolean,
): BlockId | null {
  const [current, setCurrent] = useState<BlockId | null>(null);
  const { id: pane } = usePane();
  const keep = usePositions((state) => state.keep);
  const extents = useMemo(() => extentsOf(parts.all), [parts]);
  useEffect(() => {
    const page = pageRef.current;
    if (page === null || displayed === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const place = placeAtReadingLine(page, displayed);
      if (place === null) return;
      setCurrent(place.blockId);
      if (!kept) return;
      const part = parts.partOf(place.blockId);
      const left: ReadingPosition = {
        documentId,
        place,
        anchor: part === undefined ? null : anchorOfPlace(part, place),
        progress: progressOf(page, extents)?.whole ?? 0,
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
    // To ask where the page stands before it was painted would lay it out once more.
    let following = true;
    void nextPaint().then(() => {
      if (following) setCurrent(placeAtReadingLine(page, displayed)?.blockId ?? null);
    });
    const settle = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, settleTime);
    };
    settle();
    page.addEventListener('scroll', settle, { passive: true });
    // A window that is closed before the page has come to rest keeps where it was.
    window.addEventListener('pagehide', look);
    const forget = tellWhere(pane, () => spotOf(page, displayed));
    return () => {
      forget();
      following = false;
      clearTimeout(timer);
      page.removeEventListener('scroll', settle);
      window.removeEventListener('pagehide', look);
    };
  }, [pageRef, documentId, parts, extents, displayed, pane, keep, kept]);
  return current;
}

/** Just where the page stands, for coming back to it. */
function spotOf(page: HTMLElement, displayed: DisplayedText): Spot | null {
  const place = placeAtReadingLine(page, displayed);
  return place && { ...place, shift: awayFrom(page, place, displayed) ?? 0 };
}

/** Brings a page back to where it was left. */
export function scrollToSpot(page: HTMLElement, { shift, ...place }: Spot, displayed: DisplayedText): void {
  approach(page, () => {
    const away = awayFrom(page, place, displayed);
    return away === null ? null : away - shift;
  });
}

/**
 * Brings a place to the reading line. Words further on in a block come into view with its beginning where both
 * have room, else without it.
 */
export function scrollToPlace(page: HTMLElement, place: Place, displayed: DisplayedText): void {
  if (blockOnPage(page, place.blockId) === null) return;
  approach(page, () => {
    const block = awayFrom(page, { ...place, offset: 0 }, displayed);
    const line = awayFrom(page, place, displayed);
    if (block === null || line === null) return null;
    return line - block > page.clientHeight * 0.4 ? line : block;
  });
}
