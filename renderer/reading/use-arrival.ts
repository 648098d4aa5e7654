import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type Spot, spotIn, type Target, useNavigation } from '../platform/navigation.ts';
import { usePane } from '../platform/panes.ts';
import type { DisplayedText } from '../script/index.ts';
import type { Parts } from './parts.ts';
import { placeLeft } from './place-left.ts';
import { scrollToPlace, scrollToSpot } from './reading-position.ts';
import { focusBlock } from './use-marking.ts';

/**
 * Brings the page to where the history says it was left, else to the place that was asked for, else to the line
 * where the document was last read. A page that is made anew while it is read, as when a script is being loaded,
 * comes back to that line too.
 */
export function useArrival(
  pageRef: RefObject<HTMLElement | null>,
  parts: Parts,
  target: Target | null,
  displayed: DisplayedText | null,
): void {
  const { id: pane } = usePane();
  const spot = useNavigation((state) => spotIn(state, pane));
  const arrived = useRef<{ readonly spot: Spot | null; readonly target: Target | null } | null>(null);
  // Read when it is arrived, which what is drawn anew on the page is no reason for.
  const text = useRef(displayed);
  const read = useRef(parts);
  useLayoutEffect(() => {
    text.current = displayed;
    read.current = parts;
  }, [displayed, parts]);
  const ready = displayed !== null;
  useLayoutEffect(() => {
    const page = pageRef.current;
    const shown = text.current;
    if (page === null || shown === null || !ready) return;
    const before = arrived.current;
    arrived.current = { spot, target };
    const left = spot !== null && spot !== before?.spot ? spot : null;
    const asked = target !== null && target !== before?.target ? target : null;
    if (left !== null) {
      scrollToSpot(page, left, shown);
      // Keys go on from there, unless they are just being used on something beside the page.
      const { activeElement } = document;
      if (activeElement === document.body || page.contains(activeElement)) focusBlock(page, left.blockId);
    } else if (asked !== null) {
      scrollToPlace(page, asked, shown);
      // What was asked for also takes the keyboard focus, so that keys and screen readers go on from there.
      focusBlock(page, asked.blockId);
    } else if (before === null || (before.spot === spot && before.target === target)) {
      const place = placeLeft(read.current);
      if (place !== null) scrollToSpot(page, { ...place, shift: 0 }, shown);
    }
  }, [pageRef, target, spot, ready]);
}
