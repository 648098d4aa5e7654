import { useState } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { actionStatuses } from '../../preload/contract/vocabulary.ts';
import type { BulkChange } from '../domain/notes/index.ts';
import { useText } from '../settings/index.ts';
import { changeNotes } from './bulk-changes.ts';
import { DayField } from './day-range.tsx';

type Props = { readonly notes: readonly Annotation[]; readonly onClose: () => void };

const keep = 'keep';
const none = 'none';
const dues = ['keep', 'set', 'clear'] as const;

/** Status and due date for all of the notes, each of which may stay as it is. */
export function BulkActionForm({ notes, onClose }: Props) {
  const t = useText();
  const [status, setStatus] = useState<string>(keep);
  const [due, setDue] = useState<(typeof dues)[number]>('keep');
  const [day, setDay] = useState<string | null>(null);
  const known = actionStatuses.find((other) => other === status);
  const change: BulkChange = {
    ...(known !== undefined ? { status: known } : status === none ? { status: null } : {}),
    ...(due === 'keep' ? {} : { due: due === 'set' ? day : null }),
  };
  const ready = Object.keys(change).length > 0 && (due !== 'set' || day !== null);
  const dueLabels = { keep: t('bulk.dueKeep'), set: t('bulk.dueSet'), clear: t('bulk.dueClear') } as const;
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        onClose();
        void changeNotes(notes, change);
      }}
    >
      <label className="form-line">
        <span>{t('bulk.status')}</span>
        <select
          // biome-ignore lint/a11y/noAutofocus: the form is opened to choose in
          autoFocus
          className="field"
          value={status}
          onChange={(event) => setStatus(event.target.value)}
        >
          <option value={keep}>{t('bulk.keep')}</option>
          {actionStatuses.map((value) => (
            <option key={value} value={value}>
              {t(`noteStatus.${value}`)}
            </option>
          ))}
          <option value={none}>{t('noteStatus.none')}</option>
        </select>
      </label>
      <label className="form-line">
        <span>{t('bulk.due')}</span>
        <select
          className="field"
          value={due}
          onChange={(event) => setDue(dues.find((other) => other === event.target.value) ?? 'keep')}
        >
          {dues.map((value) => (
            <option key={value} value={value}>
              {dueLabels[value]}
            </option>
          ))}
        </select>
      </label>
      {due === 'set' && <DayField label={t('bulk.due')} day={day} onChange={setDay} />}
      <div className="form-foot">
        <button type="button" className="button" onClick={onClose}>
          {t('notes.cancel')}
        </button>
        <button type="submit" className="button button-main" disabled={!ready}>
          {t('bulk.apply')}
        </button>
      </div>
    </form>
  );
}
