import { type RefObject, useEffect } from 'react';
import type { BlockId } from '../../preload/contract/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';
import {
  extendBy,
  type UnitKind,
  type UnitSelection,
  unitsOf,
  unitsTouched,
} from '../domain/sentences/index.ts';
import { usePane, usePanes } from '../platform/panes.ts';
import type { DisplayedText } from '../script/index.ts';
import { text } from '../settings/index.ts';
import { markingKey } from './marking-keys.ts';
import type { Parts } from './parts.ts';
import { say } from './said.tsx';
import { blockOfNode, collectTextNodes, hiddenBlocks, pointOf, selectedPlaces } from './text-places.ts';

type Move = { readonly kind: UnitKind; readonly step: 1 | -1; readonly extend: boolean };

/** How far from the edge of the window the moving end is kept, in CSS pixels; the toolbar stands there. */
const margin = 60;

const arrows: Readonly<Record<string, Move>> = {
  ArrowRight: { kind: 'sentence', step: 1, extend: true },
  ArrowLeft: { kind: 'sentence', step: -1, extend: true },
  ArrowDown: { kind: 'paragraph', step: 1, extend: true },
  ArrowUp: { kind: 'paragraph', step: -1, extend: true },
};

/**
 * Selects text without a mouse: S takes the sentence (S again the next, with Shift the one before), Shift+Alt with an
 * arrow makes the selection a sentence or a paragraph longer or shorter at its moving end. Characters and lines the
 * browser itself does, with Shift and an arrow. It is the page's own selection, so that whatever can be done with one
 * that was drawn by mouse can be done with it.
 */
export function useSentenceKeys(
  textRef: RefObject<HTMLElement | null>,
  parts: Parts,
  displayed: DisplayedText | null,
  beingRead: () => BlockId | null,
): void {
  const { id: pane } = usePane();
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      const root = textRef.current;
      const move = moveOf(event);
      if (usePanes.getState().active !== pane) return;
      if (move === null || root === null || displayed === null) return;
      event.preventDefault();
      const hidden = hiddenBlocks(root);
      const units = parts.all
        .flatMap((part) => unitsOf(part, move.kind))
        .filter(({ blockId }) => !hidden.has(blockId));
      const next = nextOf(move, units, root, parts, displayed, beingRead);
      if (next !== null) select(root, displayed, units, next);
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [textRef, parts, displayed, beingRead, pane]);
}

function moveOf(event: KeyboardEvent): Move | null {
  const { altKey, shiftKey, ctrlKey, metaKey, target } = event;
  if (altKey && shiftKey && !ctrlKey && !metaKey) {
    const typing = target instanceof Element && target.matches('input, textarea, select');
    const arrow = typing ? undefined : arrows[event.key];
    if (arrow !== undefined) return arrow;
  }
  if (markingKey(event) !== 's') return null;
  return { kind: 'sentence', step: shiftKey ? -1 : 1, extend: false };
}

function nextOf(
  { step, extend }: Move,
  units: readonly BlockRange[],
  root: HTMLElement,
  { all }: Parts,
  displayed: DisplayedText,
  beingRead: () => BlockId | null,
): UnitSelection | null {
  const positions = new Map(
    all.flatMap(({ blocks }) => blocks.map(({ id }) => id)).map((id, at) => [id, at]),
  );
  const order = (id: BlockId): number => positions.get(id) ?? -1;
  const found = selectedPlaces(root, displayed);
  const touched = found === null ? null : unitsTouched(units, { ...found, backward: isBackward() }, order);
  if (touched === null) {
    const focused = root.contains(document.activeElement) ? blockOfNode(document.activeElement) : null;
    const from = focused ?? beingRead();
    const first = units.findIndex(({ blockId }) => from === null || order(blockId) >= order(from));
    return first === -1 ? null : { anchor: first, focus: first };
  }
  if (extend) return extendBy(touched, step, units.length);
  const edge = step === 1 ? Math.max(touched.anchor, touched.focus) : Math.min(touched.anchor, touched.focus);
  const next = edge + step;
  return next < 0 || next >= units.length ? null : { anchor: next, focus: next };
}

function isBackward(): boolean {
  const selection = document.getSelection();
  if (selection?.anchorNode == null || selection.focusNode === null) return false;
  const range = document.createRange();
  range.setStart(selection.anchorNode, selection.anchorOffset);
  return range.comparePoint(selection.focusNode, selection.focusOffset) < 0;
}

/** A paragraph may be longer than the window: brings the moving end itself into view. */
function showPoint(root: HTMLElement, [node, offset]: readonly [node: Text, offset: number]): void {
  const page = root.closest('main');
  if (page === null) return;
  const point = document.createRange();
  point.setStart(node, Math.max(0, offset - 1));
  point.setEnd(node, Math.min(node.length, offset + 1));
  const { top, bottom } = point.getBoundingClientRect();
  const view = page.getBoundingClientRect();
  if (bottom > view.bottom) page.scrollTop += bottom - view.bottom + margin;
  else if (top < view.top) page.scrollTop -= view.top - top + margin;
}

function select(
  root: HTMLElement,
  displayed: DisplayedText,
  units: readonly BlockRange[],
  { anchor, focus }: UnitSelection,
): void {
  const first = units[Math.min(anchor, focus)];
  const last = units[Math.max(anchor, focus)];
  const moving = units[focus];
  if (first === undefined || last === undefined || moving === undefined) return;
  const nodes = collectTextNodes(root);
  const from = pointOf({ blockId: first.blockId, offset: first.start }, 'start', nodes, displayed);
  const to = pointOf({ blockId: last.blockId, offset: last.end }, 'end', nodes, displayed);
  if (from === null || to === null) return;
  // The paragraph of the moving end has the focus, so that the other keys of paragraphs go on from there.
  const block = root.querySelector<HTMLElement>(`[data-block="${CSS.escape(moving.blockId)}"]`);
  block?.focus({ preventScroll: true });
  const [base, extent] = focus < anchor ? [to, from] : [from, to];
  document.getSelection()?.setBaseAndExtent(...base, ...extent);
  block?.scrollIntoView({ block: 'nearest' });
  showPoint(root, extent);
  const words = document.getSelection()?.toString() ?? '';
  const t = text();
  say(t('selection.said', { count: [...words].length, words: [...words].slice(0, 16).join('') }));
}
