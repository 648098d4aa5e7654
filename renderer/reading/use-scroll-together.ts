import { type RefObject, useEffect } from 'react';
import { useNavigation } from '../platform/navigation.ts';
import { type PaneId, usePanes } from '../platform/panes.ts';
import type { Correspondence, PagePlace } from './correspondence.ts';
import { blockAtLine, readingLine } from './page-lines.ts';

/** How many frames the following page is corrected for: what it has never laid out has only an estimated height. */
const corrections = 6;

/**
 * Keeps two pages where they correspond. One of them leads: the one that was last touched, or sent somewhere. Only
 * its scrolling is followed, and what the other does because of it never leads back. The other page is set, not
 * animated, in the same frame.
 */
export function useScrollTogether(
  frame: RefObject<HTMLElement | null>,
  correspondence: Correspondence | null,
): void {
  useEffect(() => {
    const panes = frame.current?.closest<HTMLElement>('.panes') ?? null;
    if (panes === null || correspondence === null) return;
    const pageOf = (id: PaneId): HTMLElement | null => panes.querySelector(`[data-pane="${id}"]`);
    let leader: PaneId = 'first';
    let left = 0;
    let handle: number | null = null;
    const align = (): void => {
      handle = null;
      const from = pageOf(leader);
      const to = pageOf(leader === 'first' ? 'second' : 'first');
      if (from === null || to === null) return;
      const place = placeOf(from);
      const wanted = place === null ? null : correspondence(place, leader);
      if (wanted !== null) bringTo(to, wanted, from.scrollTop <= 0);
      left -= 1;
      if (left > 0) handle = requestAnimationFrame(align);
    };
    const follow = (): void => {
      left = corrections;
      handle ??= requestAnimationFrame(align);
    };
    const lead = (id: PaneId): void => {
      leader = id;
    };
    const scrolled = ({ target }: Event): void => {
      if (target === pageOf(leader)) follow();
    };
    const touched = ({ target }: Event): void => {
      const page = target instanceof Element ? target.closest<HTMLElement>('[data-pane]') : null;
      if (page !== null) lead(page.dataset.pane === 'second' ? 'second' : 'first');
    };
    const stopNavigation = useNavigation.subscribe((now, before) => {
      if (now.target !== before.target && now.target !== null) lead('first');
      else if (now.besideTarget !== before.besideTarget && now.besideTarget !== null) lead('second');
    });
    const stopPanes = usePanes.subscribe((now, before) => {
      if (now.active !== before.active) lead(now.active);
    });
    // What is resized or opened beside is aligned anew.
    const resized = new ResizeObserver(follow);
    for (const pane of panes.querySelectorAll('.pane')) resized.observe(pane);
    panes.addEventListener('scroll', scrolled, { capture: true, passive: true });
    panes.addEventListener('wheel', touched, { capture: true, passive: true });
    follow();
    return () => {
      stopNavigation();
      stopPanes();
      resized.disconnect();
      panes.removeEventListener('scroll', scrolled, { capture: true });
      panes.removeEventListener('wheel', touched, { capture: true });
      if (handle !== null) cancelAnimationFrame(handle);
    };
  }, [frame, correspondence]);
}

function placeOf(page: HTMLElement): PagePlace | null {
  const block = blockAtLine(page);
  const blockId = block?.dataset.block as PagePlace['blockId'] | undefined;
  if (block === null || blockId === undefined) return null;
  const { top, height } = block.getBoundingClientRect();
  const above = page.getBoundingClientRect().top + readingLine - top;
  return { blockId, share: height <= 0 ? 0 : Math.min(1, Math.max(0, above / height)) };
}

function bringTo(page: HTMLElement, { blockId, share }: PagePlace, toTop: boolean): void {
  const block = page.querySelector(`[data-block="${CSS.escape(blockId)}"]:not([hidden])`);
  if (block === null) return;
  const { top, height } = block.getBoundingClientRect();
  const away = top + height * share - page.getBoundingClientRect().top - readingLine;
  const wanted = toTop ? 0 : page.scrollTop + away;
  if (Math.abs(wanted - page.scrollTop) > 1) page.scrollTop = wanted;
}
