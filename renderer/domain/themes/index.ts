import type { LightTheme, Theme } from '../../../preload/contract/vocabulary.ts';

/** The palettes there are; the contrast theme has a light and a dark one. */
export type Palette = 'paper' | 'white' | 'dark' | 'contrast' | 'contrast-dark';

/** What the system asks for. */
export type SystemWish = { readonly dark: boolean; readonly moreContrast: boolean };

/** The palette that a theme is shown in, on a system that wishes so. */
export function paletteOf(theme: Theme, { dark, moreContrast }: SystemWish): Palette {
  if (theme === 'contrast' || (theme === 'system' && moreContrast))
    return dark ? 'contrast-dark' : 'contrast';
  if (theme === 'system') return dark ? 'dark' : 'paper';
  return theme;
}

export function isDark(palette: Palette): boolean {
  return palette === 'dark' || palette === 'contrast-dark';
}

/**
 * The theme on the other side: dark, or the light theme last used. Where the system is dark the theme of
 * high contrast is dark too, and is not the other side of it.
 */
export function otherSide(theme: Theme, lightTheme: LightTheme, shown: Palette): Theme {
  if (!isDark(shown)) return 'dark';
  return theme !== 'dark' && lightTheme === 'contrast' ? 'paper' : lightTheme;
}
