import { useSyncExternalStore } from 'react';
import { useSettings } from '../settings/index.ts';

// Main sets the native theme from the settings, so the media query speaks for the setting as well as
// for the system; the page needs no theme of its own.
const query = window.matchMedia('(prefers-color-scheme: dark)');

/** Whether the window is dark at the moment. */
export function useDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}

/** From dark to light or back; from then on the choice no longer follows the system. */
export function toggleTheme(): void {
  useSettings.getState().change({ theme: query.matches ? 'paper' : 'dark' });
}
