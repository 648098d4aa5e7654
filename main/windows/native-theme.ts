import type { NativeTheme } from 'electron';
import type { Theme } from '../../preload/contract/index.ts';
import { type Palette, paletteOf } from '../../renderer/domain/themes/index.ts';

/** The light or dark side of a theme; high contrast follows the system in that. */
export function nativeThemeOf(theme: Theme): NativeTheme['themeSource'] {
  if (theme === 'dark') return 'dark';
  return theme === 'paper' || theme === 'white' ? 'light' : 'system';
}

/** The page's own colour in each palette (`--paper` in renderer/ui/styles/tokens.css). */
const pageColours: Readonly<Record<Palette, string>> = {
  paper: '#fcfbf8',
  white: '#ffffff',
  dark: '#1c1b19',
  contrast: '#ffffff',
  'contrast-dark': '#000000',
};

/** The colour of the window where the page is not painted yet: at the start and while it is made larger. */
export function windowColourOf(
  theme: Theme,
  system: Pick<NativeTheme, 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>,
): string {
  return pageColours[
    paletteOf(theme, { dark: system.shouldUseDarkColors, moreContrast: system.shouldUseHighContrastColors })
  ];
}
