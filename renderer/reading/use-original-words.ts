import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { BlockId } from '../../preload/contract/index.ts';
import { usePane, usePanes } from '../platform/panes.ts';
import type { DisplayedText } from '../script/index.ts';
import { markingKey } from './marking-keys.ts';
import type { Parts } from './parts.ts';
import { blockOfNode, type CharacterBox, characterAtPoint, selectedPlaces } from './text-places.ts';

/** How long the pointer must rest on a character, in milliseconds. */
const rest = 400;
/** How long the pointer may be on its way from the word to what is said of it. */
const grace = 250;

/** A range of a block's displayed text. */
type ShownRange = { readonly blockId: BlockId; readonly start: number; readonly end: number };

/** What is asked about: one character under the pointer, or all of some text. */
export type AskedOriginal = {
  readonly by: 'pointer' | 'key';
  readonly ranges: readonly ShownRange[];
  /** Where it stands in the window. */
  readonly box: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
};

type OriginalWords = {
  readonly asked: AskedOriginal | null;
  readonly close: () => void;
  /** The pointer is on what is said of the word, which then stays. */
  readonly hold: () => void;
  readonly release: () => void;
};

/**
 * Asks for the original of a converted word: by resting the pointer on a character that differs from the stored
 * one, or by O for the selected text or the focused paragraph. As WCAG 2.2 (1.4.13) has it, what is shown stays
 * until the pointer has left both, Escape is pressed, or the page moves on.
 */
export function useOriginalWords(
  textRef: RefObject<HTMLElement | null>,
  parts: Parts,
  displayed: DisplayedText | null,
  converted: boolean,
): OriginalWords {
  const { id: pane } = usePane();
  const [asked, setAsked] = useState<AskedOriginal | null>(null);
  const [held, setHeld] = useState(false);
  const [outside, setOutside] = useState(false);
  const close = useCallback(() => {
    setAsked(null);
    setHeld(false);
    setOutside(false);
  }, []);

  useEffect(() => {
    const root = textRef.current;
    close();
    if (root === null || displayed === null || !converted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const move = ({ clientX: x, clientY: y, buttons, pointerType }: PointerEvent): void => {
      clearTimeout(timer);
      setOutside(true);
      if (buttons !== 0 || pointerType === 'touch') return;
      timer = setTimeout(() => {
        if (document.getSelection()?.isCollapsed === false) return;
        const found = characterAtPoint(root, x, y);
        if (found === null || !differs(found, parts, displayed)) return;
        const { box, ...range } = found;
        setOutside(false);
        setAsked({ by: 'pointer', ranges: [range], box });
      }, rest);
    };
    const leave = (): void => {
      clearTimeout(timer);
      setOutside(true);
    };
    root.addEventListener('pointermove', move, { passive: true });
    root.addEventListener('pointerleave', leave, { passive: true });
    return () => {
      clearTimeout(timer);
      root.removeEventListener('pointermove', move);
      root.removeEventListener('pointerleave', leave);
    };
  }, [textRef, parts, displayed, converted, close]);

  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      const root = textRef.current;
      if (markingKey(event) !== 'o' || usePanes.getState().active !== pane) return;
      if (root === null || displayed === null || !converted) return;
      const wanted = selectedRanges(root, parts, displayed) ?? focusedRange(root, displayed);
      if (wanted === null) return;
      event.preventDefault();
      setAsked(wanted);
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [textRef, parts, displayed, converted, pane]);

  const open = asked !== null;
  useEffect(() => {
    if (!open) return;
    const page = textRef.current?.parentElement ?? null;
    const leaveByKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close();
    };
    const elsewhere = ({ target }: Event): void => {
      if (!(target instanceof Element && target.closest('.original-words') !== null)) close();
    };
    document.addEventListener('keydown', leaveByKey);
    document.addEventListener('pointerdown', elsewhere);
    page?.addEventListener('scroll', close, { passive: true });
    return () => {
      document.removeEventListener('keydown', leaveByKey);
      document.removeEventListener('pointerdown', elsewhere);
      page?.removeEventListener('scroll', close);
    };
  }, [open, textRef, close]);

  // What the pointer asked for goes when the pointer has left it; what a key asked for waits for a key.
  const leaving = asked?.by === 'pointer' && outside && !held;
  useEffect(() => {
    if (!leaving) return;
    const timer = setTimeout(close, grace);
    return () => clearTimeout(timer);
  }, [leaving, close]);

  const hold = useCallback(() => setHeld(true), []);
  const release = useCallback(() => {
    setHeld(false);
    setOutside(true);
  }, []);
  return { asked, close, hold, release };
}

function differs({ blockId, start, end }: CharacterBox, parts: Parts, displayed: DisplayedText): boolean {
  const shown = displayed.get(blockId);
  const block = parts.partOf(blockId)?.blocks.find(({ id }) => id === blockId);
  if (shown === undefined || block === undefined) return false;
  const stored = block.text.slice(shown.map.toOriginal(start), shown.map.toOriginal(end));
  return stored !== shown.text.slice(start, end);
}

function selectedRanges(root: HTMLElement, parts: Parts, displayed: DisplayedText): AskedOriginal | null {
  const selected = selectedPlaces(root, displayed);
  const blocks = parts.all.flatMap((part) => part.blocks);
  if (selected === null) return null;
  const first = blocks.findIndex(({ id }) => id === selected.start.blockId);
  const last = blocks.findIndex(({ id }) => id === selected.end.blockId);
  const ranges = blocks.slice(first, last + 1).flatMap(({ id }): readonly ShownRange[] => {
    const shown = displayed.get(id);
    if (shown === undefined) return [];
    const start = id === selected.start.blockId ? shown.map.toDisplay(selected.start.offset) : 0;
    const end = id === selected.end.blockId ? shown.map.toDisplay(selected.end.offset) : shown.text.length;
    return [{ blockId: id, start, end }];
  });
  return { by: 'key', ranges, box: selected.range.getBoundingClientRect() };
}

function focusedRange(root: HTMLElement, displayed: DisplayedText): AskedOriginal | null {
  const active = document.activeElement;
  if (active === null || !root.contains(active) || !active.matches('[data-block]:focus-visible')) return null;
  const blockId = blockOfNode(active);
  const shown = blockId === null ? undefined : displayed.get(blockId);
  if (blockId === null || shown === undefined) return null;
  return {
    by: 'key',
    ranges: [{ blockId, start: 0, end: shown.text.length }],
    box: active.getBoundingClientRect(),
  };
}
