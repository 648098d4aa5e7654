import { useEffect, useId, useRef } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { useText } from '../settings/index.ts';
import { Segmented } from '../ui/segmented.tsx';

type Action = Pick<Annotation, 'due' | 'status'>;

type Props = {
  readonly value: Action;
  /** A day that is only half typed is not `valid`; it must not be saved as if there were none. */
  readonly onChange: (value: Action, valid: boolean) => void;
};

/** What makes a note an action: whether it is to be done, and until when. */
export function ActionFields({ value, onChange }: Props) {
  const t = useText();
  const dueId = useId();
  const input = useRef<HTMLInputElement>(null);
  // Not a controlled field: a date that is half typed has no value, and React would write the former one over it.
  useEffect(() => {
    const field = input.current;
    if (field !== null && !field.validity.badInput) field.value = value.due ?? '';
  }, [value.due]);
  return (
    <div className="action-fields">
      <Segmented
        label={t('action.label')}
        value={value.status ?? 'none'}
        options={(['none', 'open', 'done'] as const).map((status) => ({
          value: status,
          label: t(`action.${status}`),
        }))}
        onChange={(status) => onChange({ ...value, status: status === 'none' ? null : status }, true)}
      />
      <span className="action-due">
        <label htmlFor={dueId}>{t('action.due')}</label>
        <input
          ref={input}
          id={dueId}
          type="date"
          className="field"
          max="9999-12-31"
          defaultValue={value.due ?? ''}
          onInput={({ currentTarget: { value: typed, validity } }) =>
            onChange(
              // What has a day to be done by is something to do.
              typed === '' ? { ...value, due: null } : { due: typed, status: value.status ?? 'open' },
              !validity.badInput,
            )
          }
        />
      </span>
    </div>
  );
}
