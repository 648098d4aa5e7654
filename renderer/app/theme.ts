import { useSyncExternalStore } from 'react';
import type { LightTheme, Theme } from '../../preload/contract/vocabulary.ts';
import { lightThemes } from '../../preload/contract/vocabulary.ts';
import { isDark, otherSide, type Palette, paletteOf } from '../domain/themes/index.ts';
import { useSettings } from '../settings/index.ts';

// Main sets the native theme from the settings, so this query speaks for the system only under the
// themes that follow it.
const darkQuery = window.matchMedia('(prefers-color-scheme: dark)');
const contrastQuery = window.matchMedia('(prefers-contrast: more)');

function palette(): Palette {
  const { theme } = useSettings.getState().settings;
  return paletteOf(theme, { dark: darkQuery.matches, moreContrast: contrastQuery.matches });
}

function onThemeChange(changed: () => void): () => void {
  const stop = useSettings.subscribe(changed);
  for (const query of [darkQuery, contrastQuery]) query.addEventListener('change', changed);
  return () => {
    stop();
    for (const query of [darkQuery, contrastQuery]) query.removeEventListener('change', changed);
  };
}

/** Shows the window in its theme, from now on. Called once, before the first paint. */
export function applyTheme(): void {
  const apply = (): void => {
    const shown = palette();
    const { dataset } = document.documentElement;
    if (dataset.theme !== shown) dataset.theme = shown;
  };
  apply();
  onThemeChange(apply);
}

/** Whether the window is dark at the moment. */
export function useDark(): boolean {
  return useSyncExternalStore(onThemeChange, () => isDark(palette()));
}

/** Chooses a theme; a light one is remembered as the one to come back to from the dark. */
export function changeTheme(theme: Theme): void {
  useSettings.getState().change(isLight(theme) ? { theme, lightTheme: theme } : { theme });
}

/** From dark to the light theme last used or back; from then on the choice no longer follows the system. */
export function toggleTheme(): void {
  const { theme, lightTheme } = useSettings.getState().settings;
  changeTheme(otherSide(theme, lightTheme, palette()));
}

function isLight(theme: Theme): theme is LightTheme {
  return lightThemes.some((light) => light === theme);
}
