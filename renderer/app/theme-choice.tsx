import { useId } from 'react';
import { type Theme, themes } from '../../preload/contract/vocabulary.ts';
import type { Palette } from '../domain/themes/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { changeTheme } from './theme.ts';

/** What a sample of a theme shows: one palette, or the two between which it follows the system. */
const samples: Readonly<Record<Theme, readonly Palette[]>> = {
  system: ['paper', 'dark'],
  paper: ['paper'],
  white: ['white'],
  dark: ['dark'],
  contrast: ['contrast', 'contrast-dark'],
};

/** The themes, each with a small sample of itself. Native radio buttons, as everywhere. */
export function ThemeChoice() {
  const t = useText();
  const name = useId();
  const chosen = useSettings((state) => state.settings.theme);
  return (
    <fieldset className="themes">
      <legend className="setting-name">{t('settings.theme')}</legend>
      {themes.map((theme) => (
        <label key={theme} className="theme">
          <input type="radio" name={name} checked={theme === chosen} onChange={() => changeTheme(theme)} />
          <span className="theme-samples" aria-hidden="true">
            {samples[theme].map((palette) => (
              <span key={palette} className="theme-sample" data-theme={palette} />
            ))}
          </span>
          <span>{t(`theme.${theme}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
