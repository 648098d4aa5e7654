import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useSearch } from './search-store.ts';
import { useSearchWalk } from './walk-store.ts';

/** Where the results of a search were left: how far they were scrolled, and the hit that had the focus. */
type Place = { readonly scroll: number; readonly hit: string | null };

/** Results whose places are known; older ones begin at their top. */
const most = 30;
const places = new Map<string, Place>();

/**
 * Brings the results back to where they were left when one comes back to them, the focus to the hit that was opened, or
 * that one has walked on to meanwhile.
 */
export function useListPlace(view: RefObject<HTMLElement | null>): void {
  const query = useSearch((state) => state.query);
  const exact = useSearch((state) => state.exact);
  const answered = useSearch(
    ({ answer }) => answer !== null && answer.query === query && answer.exact === exact,
  );
  const key = JSON.stringify([query, exact]);
  const returning = useRef(true);

  useLayoutEffect(() => {
    const element = view.current;
    if (!answered || element === null || !returning.current) return;
    returning.current = false;
    const place = places.get(key);
    // Who is typing stays in the box.
    const typing = document.activeElement instanceof HTMLInputElement;
    if (place === undefined || typing) return;
    element.scrollTop = place.scroll;
    const { walk } = useSearchWalk.getState();
    const walked = walk?.query === query && walk.exact === exact ? String(walk.at) : null;
    const hit =
      element.querySelector<HTMLElement>(`[data-hit="${CSS.escape(walked ?? '')}"]`) ??
      element.querySelector<HTMLElement>(`[data-hit="${CSS.escape(place.hit ?? '')}"]`);
    hit?.focus({ preventScroll: true });
    hit?.scrollIntoView({ block: 'nearest' });
  }, [view, key, query, exact, answered]);

  useEffect(() => {
    const element = view.current;
    if (element === null || !answered) return;
    const keep = (change: Partial<Place>): void => {
      const before = places.get(key) ?? { scroll: 0, hit: null };
      places.delete(key);
      places.set(key, { ...before, ...change });
      const [oldest] = places.keys();
      if (places.size > most && oldest !== undefined) places.delete(oldest);
    };
    const scrolled = (): void => keep({ scroll: element.scrollTop });
    const focused = ({ target }: FocusEvent): void => {
      const hit = target instanceof HTMLElement ? target.getAttribute('data-hit') : null;
      if (hit !== null) keep({ hit, scroll: element.scrollTop });
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    element.addEventListener('focusin', focused);
    return () => {
      element.removeEventListener('scroll', scrolled);
      element.removeEventListener('focusin', focused);
    };
  }, [view, key, answered]);
}
