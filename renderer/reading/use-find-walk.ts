import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { BlockId, Place } from '../../preload/contract/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import type { DisplayedText } from '../script/index.ts';
import { isOutOfSight, scrollToFound } from './found-place.ts';
import { blockOnPage, placeAtReadingLine } from './page-lines.ts';
import type { Parts } from './parts.ts';
import { selectedPlaces } from './text-places.ts';
import { showRow } from './use-body-filter.ts';
import type { Found } from './use-find.ts';

type Where = {
  readonly parts: Parts;
  readonly page: HTMLElement;
  readonly root: HTMLElement;
  readonly displayed: DisplayedText;
};

type Walk = {
  /** The index of the place the user is at; null while there is none. */
  readonly at: number | null;
  /** Goes to the next or the previous place, from the last on to the first; waits for an answer that is on its way. */
  readonly step: (by: 1 | -1) => void;
};

/**
 * The way over the places found: at first the next one after what is being read or selected, later the next one
 * after the place last stepped to. The words may be typed on: the same place stays as long as it still fits. All of
 * a session with the bar is one step of the history.
 */
export function useFindWalk(found: Found | null, { parts, page, root, displayed }: Where): Walk {
  const [at, setAt] = useState<number | null>(null);
  const walk = useRef<{ found: Found | null; at: number | null; waiting: 1 | -1 | 0 }>({
    found: null,
    at: null,
    waiting: 0,
  });
  const origin = useRef<Place | null>(null);
  const left = useRef(false);
  const text = useLatest(displayed);

  const goTo = useCallback(
    (index: number | null): void => {
      walk.current.at = index;
      setAt(index);
      const place = index === null ? undefined : walk.current.found?.places[index];
      if (place === undefined || !isOutOfSight(page, place, text.current)) return;
      if (!left.current) useNavigation.getState().step();
      left.current = true;
      scrollToFound(page, place, () => text.current);
    },
    [page, text],
  );
  const step = useCallback(
    (by: 1 | -1): void => {
      const { found: now, at: from } = walk.current;
      if (now === null || from === null) {
        walk.current.waiting = by;
        return;
      }
      const next = (from + by + now.places.length) % now.places.length;
      const place = now.places[next];
      if (place === undefined) return;
      origin.current = { blockId: place.blockId, offset: place.start };
      const block = blockOnPage(page, place.blockId);
      if (block?.hidden === true) showRow(block);
      goTo(next);
    },
    [page, goTo],
  );

  useEffect(() => {
    walk.current.found = found;
    walk.current.at = null;
    if (found === null) return;
    origin.current ??= selectedPlaces(root, text.current)?.start ?? placeAtReadingLine(page, text.current);
    const { waiting } = walk.current;
    walk.current.waiting = 0;
    const isFrom = notBefore(parts, origin.current);
    // What is being typed lifts no filter of a table; only a step to a hidden row does.
    const isShown = ({ blockId }: BlockRange): boolean => blockOnPage(page, blockId)?.hidden !== true;
    const { places } = found;
    const next = [
      places.findIndex((place) => isFrom(place) && isShown(place)),
      places.findIndex(isShown),
      places.length - 1,
    ].find((index) => index >= 0);
    const place = next === undefined ? undefined : places[next];
    if (place === undefined) return goTo(null);
    goTo(next ?? null);
    const here = place.blockId === origin.current?.blockId && place.start === origin.current.offset;
    if (waiting === -1 || (waiting === 1 && here)) step(waiting);
  }, [found, parts, page, root, text, goTo, step]);
  return { at, step };
}

/** Says whether a place begins at or after `origin`, in the order of the source. */
function notBefore(parts: Parts, origin: Place | null): (place: BlockRange) => boolean {
  if (origin === null) return () => true;
  const order = new Map<BlockId, number>();
  for (const { blocks } of parts.all) for (const { id } of blocks) order.set(id, order.size);
  const from = order.get(origin.blockId) ?? 0;
  return ({ blockId, start }) => {
    const at = order.get(blockId) ?? 0;
    return at > from || (at === from && start >= origin.offset);
  };
}

function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
