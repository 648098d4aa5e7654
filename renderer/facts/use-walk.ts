import { type RefObject, useEffect } from 'react';

/** Arrow keys walk over the buttons of a list that have `data-walk`; `leave` is called on the way up from the first. */
export function useWalk(list: RefObject<HTMLElement | null>, leave?: () => void): void {
  useEffect(() => {
    const walk = (event: KeyboardEvent): void => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0 || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const stops = [...(list.current?.querySelectorAll<HTMLElement>('[data-walk]') ?? [])];
      const at = stops.findIndex((stop) => stop.matches(':focus'));
      if (at === -1) return;
      event.preventDefault();
      if (at + step < 0) leave?.();
      else stops[at + step]?.focus();
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, [list, leave]);
}
