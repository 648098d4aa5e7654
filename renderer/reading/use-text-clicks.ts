import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from '../../preload/contract/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { placeAtPoint } from './text-places.ts';

type Point = { readonly x: number; readonly y: number };

/** Calls `onClick` with the place in the stored text for every plain click on the text; the end of a selection is none. */
export function useTextClicks(
  textRef: RefObject<HTMLElement | null>,
  displayed: DisplayedText | null,
  onClick: (place: Place, at: Point) => void,
): void {
  const handler = useRef(onClick);
  useEffect(() => {
    handler.current = onClick;
  });
  useEffect(() => {
    const root = textRef.current;
    if (root === null || displayed === null) return;
    const click = (event: MouseEvent): void => {
      if (document.getSelection()?.isCollapsed === false) return;
      if (event.target instanceof Element && event.target.closest('button') !== null) return;
      const at = { x: event.clientX, y: event.clientY };
      const place = placeAtPoint(root, displayed, at.x, at.y);
      if (place !== null) handler.current(place, at);
    };
    root.addEventListener('click', click);
    return () => root.removeEventListener('click', click);
  }, [textRef, displayed]);
}
