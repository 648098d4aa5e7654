import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import { useSettings } from './settings-store.ts';

export type Side = 'left' | 'right';

// The same width at which the style sheet lays the sides over the middle.
const narrow = window.matchMedia('(max-width: 900px)');

/**
 * The sides of a narrow window, which lie over the text: closed at first, and not remembered, since
 * what is remembered are the sides of a window that has room for them.
 */
const useOverlay = create<Readonly<Record<Side, boolean>>>(() => ({ left: false, right: false }));

/** Whether a side of the window is open. */
export function usePanel(side: Side): boolean {
  const isNarrow = useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => narrow.removeEventListener('change', changed);
    },
    () => narrow.matches,
  );
  const overlay = useOverlay((state) => state[side]);
  const kept = useSettings((state) =>
    side === 'left' ? state.settings.leftPanel : state.settings.rightPanel,
  );
  return isNarrow ? overlay : kept;
}

export function showPanel(side: Side, open: boolean): void {
  if (narrow.matches) useOverlay.setState({ left: false, right: false, [side]: open });
  else useSettings.getState().change(side === 'left' ? { leftPanel: open } : { rightPanel: open });
}

export function togglePanel(side: Side): void {
  const { leftPanel, rightPanel } = useSettings.getState().settings;
  const kept = side === 'left' ? leftPanel : rightPanel;
  showPanel(side, !(narrow.matches ? useOverlay.getState()[side] : kept));
}

/** Closes what lies over the text of a narrow window; says whether anything did. */
export function closeOverlays(): boolean {
  const { left, right } = useOverlay.getState();
  useOverlay.setState({ left: false, right: false });
  return left || right;
}
