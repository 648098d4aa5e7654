import { languages } from '../../preload/contract/vocabulary.ts';
import { useSettings, useText } from '../settings/index.ts';
import { Segmented } from '../ui/segmented.tsx';
import { ThemeChoice } from './theme-choice.tsx';
import { TypographySettings } from './typography-settings.tsx';

/** How the window and the text look. */
export function DisplaySettings() {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const change = useSettings((state) => state.change);
  return (
    <>
      <div className="setting">
        <span className="setting-name">{t('settings.language')}</span>
        <Segmented
          label={t('settings.language')}
          value={language}
          onChange={(value) => change({ language: value })}
          options={languages.map((value) => ({
            value,
            label: t(`language.${value}`),
            lang: value === 'en' ? 'en' : 'zh-Hans',
          }))}
        />
      </div>
      <ThemeChoice />
      <TypographySettings />
    </>
  );
}
