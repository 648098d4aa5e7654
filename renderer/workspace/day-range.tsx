import { useEffect, useId, useRef } from 'react';
import { useText } from '../settings/index.ts';
import { useWorkspace } from './workspace-store.ts';

/** The days of the last change, both included; either may be left open. */
export function DayRange() {
  const t = useText();
  const { from, until } = useWorkspace((state) => state.filter);
  const narrow = useWorkspace((state) => state.narrow);
  return (
    <fieldset className="day-range">
      <legend>{t('workspace.dates')}</legend>
      <DayField label={t('workspace.from')} day={from} onChange={(day) => narrow({ from: day })} />
      <DayField label={t('workspace.until')} day={until} onChange={(day) => narrow({ until: day })} />
    </fieldset>
  );
}

type DayProps = {
  readonly label: string;
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
};

/** A day that may be empty. */
export function DayField({ label, day, onChange }: DayProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // Not a controlled field: a date that is half typed has no value, and React would write the former one over it.
  useEffect(() => {
    if (input.current !== null && document.activeElement !== input.current) input.current.value = day ?? '';
  }, [day]);
  return (
    <span className="day-field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="date"
        className="field"
        max="9999-12-31"
        defaultValue={day ?? ''}
        onChange={({ target: { value, validity } }) => {
          if (!validity.badInput) onChange(value === '' ? null : value);
        }}
      />
    </span>
  );
}
