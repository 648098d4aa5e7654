import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { maximumSavedFilters } from '../../preload/contract/vocabulary.ts';
import { sameFilter } from '../domain/notes/index.ts';
import { text, useSettings, useText } from '../settings/index.ts';
import { NameForm } from '../ui/name-form.tsx';
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
              cancelLabel={t('notes.cancel')}
              saveLabel={t('notes.save')}
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
