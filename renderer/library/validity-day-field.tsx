import { useEffect, useId, useRef } from 'react';
import { localDay } from '../domain/validity/index.ts';
import { useText } from '../settings/index.ts';
import { useDay, useValidityDay } from './validity-day.ts';

/** On which day it is judged whether documents are in force: today, or any other. */
export function ValidityDayField() {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const day = useDay();
  const chosen = useValidityDay((state) => state.chosen);
  const choose = useValidityDay((state) => state.choose);
  // Not a controlled field: a date that is half typed has no value, and React would write the former one over it.
  useEffect(() => {
    if (input.current !== null) input.current.value = day;
  }, [day]);
  return (
    <div className="validity-day">
      <label htmlFor={id}>{t('validity.onDay')}</label>
      <input
        ref={input}
        id={id}
        type="date"
        className="field"
        max="9999-12-31"
        defaultValue={day}
        onChange={({ target: { value } }) => {
          if (value !== '') choose(value === localDay(new Date()) ? null : value);
        }}
        onBlur={({ target }) => {
          target.value = day;
        }}
      />
      {chosen !== null && (
        <button type="button" className="button button-line" onClick={() => choose(null)}>
          {t('validity.today')}
        </button>
      )}
    </div>
  );
}
