import { useId, useState } from 'react';
import { type MarkStyle, markStyles, maximumMeaningLength } from '../../preload/contract/vocabulary.ts';
import { changeMeaning, useSettings, useText, usualMeaningOf } from '../settings/index.ts';

/** What the colours and the underline stand for, in the user's own words. */
export function MeaningSettings() {
  const t = useText();
  const meanings = useSettings((state) => state.settings.markMeanings);
  const change = useSettings((state) => state.change);
  // Drawn anew after a reset, since each field holds what is typed in it.
  const [round, setRound] = useState(0);
  return (
    <>
      <p className="setting-hint">{t('settings.meaningsDetail')}</p>
      <div key={round} className="meanings">
        {markStyles.map((style) => (
          <Meaning key={style} style={style} own={meanings[style] ?? ''} />
        ))}
      </div>
      <button
        type="button"
        className="button button-line"
        onClick={() => {
          change({ markMeanings: {} });
          setRound((old) => old + 1);
        }}
      >
        {t('settings.usualMeanings')}
      </button>
    </>
  );
}

function Meaning({ style, own }: { readonly style: MarkStyle; readonly own: string }) {
  const t = useText();
  const id = useId();
  const language = useSettings((state) => state.settings.language);
  const [typed, setTyped] = useState(own);
  return (
    <div className="setting meaning">
      <span className={`swatch swatch-${style}`} aria-hidden="true">
        {style === 'underline' ? 'U' : null}
      </span>
      <label htmlFor={id} className="setting-name">
        {t(`mark.${style}`)}
      </label>
      <input
        id={id}
        className="field"
        value={typed}
        maxLength={maximumMeaningLength}
        placeholder={usualMeaningOf(style, language)}
        onChange={({ target: { value } }) => {
          setTyped(value);
          changeMeaning(style, value);
        }}
      />
    </div>
  );
}
