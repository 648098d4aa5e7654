import { type RefObject, useEffect } from 'react';
import type { BlockId } from '../../preload/contract/index.ts';
import { usePane, usePanes } from '../platform/panes.ts';
import { blockOfNode } from './text-places.ts';

/**
 * Alt+↓ and Alt+↑ move the keyboard focus from paragraph to paragraph, beginning at the one being
 * read, so that any of them can be marked without a mouse.
 */
export function useParagraphKeys(
  textRef: RefObject<HTMLElement | null>,
  beingRead: () => BlockId | null,
): void {
  const { id: pane } = usePane();
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (usePanes.getState().active !== pane) return;
      const root = textRef.current;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (root === null || step === 0 || !event.altKey || event.shiftKey || event.ctrlKey || event.metaKey)
        return;
      // Rows that a table's filter hides are passed over.
      const blocks = [...root.querySelectorAll<HTMLElement>('[data-block]:not([hidden])')];
      const focused = root.contains(document.activeElement) ? blockOfNode(document.activeElement) : null;
      const from = focused ?? beingRead();
      const at = blocks.findIndex(({ dataset }) => dataset.block === from);
      const next = blocks[focused === null ? Math.max(at, 0) : at + step];
      if (next === undefined) return;
      event.preventDefault();
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [textRef, beingRead, pane]);
}
