import type { BlockId } from '../../preload/contract/index.ts';
import { usePanes } from '../platform/panes.ts';
import type { Parts } from './parts.ts';

/** What a pane shows, and the block that is being read in it. */
export type PaneContent = { readonly parts: Parts; readonly current: BlockId | null };

/** The element whose size the splitter controls. */
export const firstPaneId = 'first-pane';

/** Gives the focus to the pane that does not have it. */
export function focusOtherPane(): void {
  const other = usePanes.getState().active === 'first' ? 'second' : 'first';
  const page = document.querySelector<HTMLElement>(`[data-pane="${other}"]`);
  page?.setAttribute('tabindex', '-1');
  page?.focus({ preventScroll: true });
}
