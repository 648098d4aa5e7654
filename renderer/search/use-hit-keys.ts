import { type RefObject, useEffect } from 'react';
import { useSearch } from './search-store.ts';

/** Hits that the page keys pass. */
const page = 8;

/**
 * The keys of the results: arrows, Home, End and the page keys walk over the hits, and from the first one up into the
 * box. Of all hits only one is a stop of the Tab key, the last one that had the focus.
 */
export function useHitKeys(view: RefObject<HTMLElement | null>): void {
  const answer = useSearch((state) => state.answer);
  const opened = useSearch((state) => state.opened);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other results are other hits
  useEffect(() => {
    const hits = hitsIn(view.current);
    if (!hits.some((hit) => hit.tabIndex === 0)) hits[0]?.setAttribute('tabindex', '0');
  }, [view, answer, opened]);
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      // The box has answered its own arrow key by now: it is the way to the first hit.
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      const hits = hitsIn(view.current);
      const { activeElement } = document;
      const at = activeElement instanceof HTMLElement ? hits.indexOf(activeElement) : -1;
      const to = at === -1 ? null : stepOf(event.key, at, hits.length);
      if (to === null) return;
      event.preventDefault();
      if (to < 0) document.querySelector<HTMLElement>('.search-box input')?.focus();
      else hits[Math.min(to, hits.length - 1)]?.focus();
    };
    const focused = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement) || !target.matches('[data-hit]')) return;
      for (const hit of hitsIn(view.current)) hit.tabIndex = hit === target ? 0 : -1;
    };
    document.addEventListener('keydown', keys);
    document.addEventListener('focusin', focused);
    return () => {
      document.removeEventListener('keydown', keys);
      document.removeEventListener('focusin', focused);
    };
  }, [view]);
}

function hitsIn(view: HTMLElement | null): readonly HTMLElement[] {
  return [...(view?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
}

/** Where a key leads to from an index; -1 is above the first, null no such key. */
function stepOf(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return Math.max(index - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
