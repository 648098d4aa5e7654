import { useId, useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { maximumNameLength, maximumSavedFilters } from '../../preload/contract/vocabulary.ts';
import { sameFilter } from '../domain/notes/index.ts';
import { text, useSettings, useText } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { useWorkspace } from './workspace-store.ts';

/** Keeps the present filter under a name, unless it is kept already. */
export function SaveFilter() {
  const t = useText();
  const filter = useWorkspace((state) => state.filter);
  const saved = useSettings((state) => state.settings.noteFilters);
  if (saved.some((other) => sameFilter(other.filter, filter))) return null;
  return (
    <DialogTrigger>
      <Button className="button">{t('savedFilter.save')}</Button>
      <Popover className="small-popover">
        <Dialog aria-label={t('savedFilter.save')}>
          {({ close }) => (
            <NameForm
              label={t('savedFilter.name')}
              name=""
              onCancel={close}
              onSave={(name) => {
                keep(name);
                close();
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function keep(name: string): void {
  const { settings, change } = useSettings.getState();
  const t = text();
  if (settings.noteFilters.length >= maximumSavedFilters) {
    useNotices
      .getState()
      .show({ tone: 'problem', text: t('savedFilter.full', { count: maximumSavedFilters }) });
    return;
  }
  const { filter } = useWorkspace.getState();
  change({ noteFilters: [...settings.noteFilters, { id: crypto.randomUUID(), name, filter }] });
  useNotices.getState().show({ tone: 'plain', text: t('savedFilter.saved', { name }) });
}

type NameProps = {
  readonly label: string;
  readonly name: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
};

/** Asks for a name; an empty one cannot be saved. */
export function NameForm({ label, name, onSave, onCancel }: NameProps) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState(name);
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onSave(typed.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        // biome-ignore lint/a11y/noAutofocus: the form is opened to type in
        autoFocus
        id={id}
        className="field"
        value={typed}
        maxLength={maximumNameLength}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="form-foot">
        <button type="button" className="button" onClick={onCancel}>
          {t('notes.cancel')}
        </button>
        <button type="submit" className="button button-main" disabled={typed.trim() === ''}>
          {t('notes.save')}
        </button>
      </div>
    </form>
  );
}
