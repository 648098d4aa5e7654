import { useId } from 'react';
import { fontSizes, indents, lineHeights, measures, typefaces } from '../../preload/contract/vocabulary.ts';
import { useLibrary } from '../library/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import {
  changeTypography,
  resetTypography,
  setTypographyApart,
  useSettings,
  useText,
  useTypography,
} from '../settings/index.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Switch } from '../ui/switch.tsx';
import { TypographySample } from './typography-sample.tsx';

/** How documents are set: all of them, or only the one that is open. */
export function TypographySettings() {
  const t = useText();
  const titleId = useId();
  const route = useNavigation((state) => state.route);
  const open = useLibrary((state) =>
    route.view === 'reader' ? state.byId.get(route.documentId) : undefined,
  );
  const id = open?.id ?? null;
  const apart = useSettings(({ settings }) => id !== null && settings.documentTypography[id] !== undefined);
  const marks = useSettings((state) => state.settings.paragraphMarks);
  const change = useSettings((state) => state.change);
  const typography = useTypography(id);
  return (
    <section aria-labelledby={titleId} className="typography">
      <h3 id={titleId} className="settings-title">
        {t('settings.text')}
      </h3>
      <TypographySample typography={typography} />
      {open !== undefined && (
        <Switch
          label={t('settings.onlyThisDocument')}
          detail={open.title}
          isSelected={apart}
          onChange={(on) => setTypographyApart(open.id, on)}
        />
      )}
      <div className="setting setting-faces">
        <span className="setting-name">{t('settings.typeface')}</span>
        <Segmented
          label={t('settings.typeface')}
          value={typography.typeface}
          onChange={(typeface) => changeTypography(id, (old) => ({ ...old, typeface }))}
          options={typefaces.map((value) => ({ value, label: t(`typeface.${value}`) }))}
        />
      </div>
      <Range
        label={t('settings.fontSize')}
        range={fontSizes}
        value={typography.fontSize}
        shown={String(typography.fontSize)}
        onChange={(fontSize) => changeTypography(id, (old) => ({ ...old, fontSize }))}
      />
      <Range
        label={t('settings.lineHeight')}
        range={lineHeights}
        value={typography.lineHeight}
        shown={(typography.lineHeight / 100).toFixed(2)}
        onChange={(lineHeight) => changeTypography(id, (old) => ({ ...old, lineHeight }))}
      />
      <Range
        label={t('settings.measure')}
        range={measures}
        value={typography.measure}
        shown={t('count.characters', { count: typography.measure })}
        onChange={(measure) => changeTypography(id, (old) => ({ ...old, measure }))}
      />
      <div className="setting">
        <span className="setting-name">{t('settings.indent')}</span>
        <Segmented
          label={t('settings.indent')}
          value={String(typography.indent)}
          onChange={(value) =>
            changeTypography(id, (old) => ({
              ...old,
              indent: indents.find((indent) => String(indent) === value) ?? old.indent,
            }))
          }
          options={indents.map((value) => ({ value: String(value), label: t(`indent.${value}`) }))}
        />
      </div>
      <Switch
        label={t('settings.justify')}
        isSelected={typography.justify}
        onChange={(justify) => changeTypography(id, (old) => ({ ...old, justify }))}
      />
      <Switch
        label={t('settings.paragraphMarks')}
        detail={t('settings.paragraphMarksDetail')}
        isSelected={marks}
        onChange={(paragraphMarks) => change({ paragraphMarks })}
      />
      <button type="button" className="button button-line" onClick={() => resetTypography(id)}>
        {t('settings.reset')}
      </button>
    </section>
  );
}

type RangeProps = {
  readonly label: string;
  readonly range: { readonly smallest: number; readonly largest: number; readonly step: number };
  readonly value: number;
  /** The value as it is shown and said. */
  readonly shown: string;
  readonly onChange: (value: number) => void;
};

function Range({ label, range, value, shown, onChange }: RangeProps) {
  const id = useId();
  return (
    <div className="setting">
      <label htmlFor={id} className="setting-name">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={range.smallest}
        max={range.largest}
        step={range.step}
        value={value}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <output htmlFor={id}>{shown}</output>
    </div>
  );
}
