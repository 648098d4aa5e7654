import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect } from 'react';
import { create } from 'zustand';
import type { Annotation, AnnotationId, BlockId } from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { trashWithNotice, useAnnotations } from '../annotations/index.ts';
import { byPlace } from '../domain/notes/index.ts';
import { usePane, usePanes } from '../platform/panes.ts';
import type { DisplayedText } from '../script/index.ts';
import { showPanel, text } from '../settings/index.ts';
import { markingKey } from './marking-keys.ts';
import { scrollToPlace } from './reading-position.ts';
import { say } from './said.tsx';
import { blockOfNode } from './text-places.ts';

/** The annotation whose marker takes the focus as soon as it is there. */
export const useMarkerFocus = create<{ readonly wanted: AnnotationId | null }>(() => ({ wanted: null }));

/** M goes to the marker of the next annotation of the document, with Shift to the one before. */
export function useMarkerKeys(
  textRef: RefObject<HTMLElement | null>,
  annotations: readonly Annotation[],
  displayed: DisplayedText | null,
  beingRead: () => BlockId | null,
): void {
  const { id: pane } = usePane();
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      const root = textRef.current;
      if (
        root === null ||
        displayed === null ||
        usePanes.getState().active !== pane ||
        markingKey(event) !== 'm'
      )
        return;
      event.preventDefault();
      const next = nextOf(annotations, event.shiftKey ? -1 : 1, root, beingRead);
      if (next === undefined) {
        say(text()('marker.none'));
        return;
      }
      useAnnotations.getState().select(next.id);
      useMarkerFocus.setState({ wanted: next.id });
      const block = root.querySelector<HTMLElement>(
        `[data-block="${CSS.escape(next.anchor.start.blockId)}"]`,
      );
      const page = root.closest<HTMLElement>('.page');
      if (page !== null && block !== null && !isInView(block, page))
        scrollToPlace(page, next.anchor.start, displayed);
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [textRef, annotations, displayed, beingRead, pane]);
}

/** From the marker that has the focus, else from the paragraph that has it or is being read; round at the ends. */
function nextOf(
  annotations: readonly Annotation[],
  step: 1 | -1,
  root: HTMLElement,
  beingRead: () => BlockId | null,
): Annotation | undefined {
  const inOrder = [...annotations].sort(byPlace);
  const active = root.contains(document.activeElement) ? document.activeElement : null;
  const marker = active instanceof HTMLElement ? active.dataset.marker : undefined;
  const at = inOrder.findIndex(({ id }) => id === marker);
  if (at !== -1) return inOrder.at((at + step) % inOrder.length);
  const from = (active === null ? null : blockOfNode(active)) ?? beingRead() ?? '';
  return step === 1
    ? (inOrder.find(({ anchor }) => anchor.start.blockId >= from) ?? inOrder[0])
    : (inOrder.findLast(({ anchor }) => anchor.start.blockId < from) ?? inOrder.at(-1));
}

function isInView(block: HTMLElement, page: HTMLElement): boolean {
  const { top } = block.getBoundingClientRect();
  const view = page.getBoundingClientRect();
  return top >= view.top && top < view.bottom - 80;
}

/** The keys of one marker: E edits its note, Delete deletes it, 1 to 6 give it another style. */
export function useMarkerKeyActions(
  annotation: Annotation,
  blockId: BlockId,
): (event: ReactKeyboardEvent<HTMLButtonElement>) => void {
  return (event) => {
    const { id } = annotation;
    const key = markingKey(event.nativeEvent);
    const style = markStyles[Number(key) - 1] ?? (key === 'u' ? 'underline' : undefined);
    if (event.key === 'Delete' || event.key === 'Backspace') {
      const block = event.currentTarget.closest<HTMLElement>('.sheet');
      void trashWithNotice(annotation).then((done) => {
        const paragraph = block?.querySelector<HTMLElement>(`[data-block="${CSS.escape(blockId)}"]`);
        if (done) paragraph?.focus({ preventScroll: true });
      });
    } else if (key === 'e' || key === 'n') {
      showPanel('right', true);
      useAnnotations.getState().startEditing(id);
    } else if (style !== undefined) void useAnnotations.getState().edit(id, { style });
    else return;
    event.preventDefault();
    event.stopPropagation();
    // The page listens at the document itself, where React's own handler stands too.
    event.nativeEvent.stopImmediatePropagation();
  };
}
