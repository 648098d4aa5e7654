import type { NativeTheme } from 'electron';
import type { Theme } from '../../preload/contract/index.ts';

/** The light or dark side of a theme; high contrast follows the system in that. */
export function nativeThemeOf(theme: Theme): NativeTheme['themeSource'] {
  if (theme === 'dark') return 'dark';
  return theme === 'paper' || theme === 'white' ? 'light' : 'system';
}
