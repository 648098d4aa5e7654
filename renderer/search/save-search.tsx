import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { maximumKeptQuery, maximumSavedSearches } from '../../preload/contract/vocabulary.ts';
import { text, useSettings, useText } from '../settings/index.ts';
import { NameForm } from '../ui/name-form.tsx';
import { useNotices } from '../ui/notices.ts';
import { useSearch } from './search-store.ts';

/** Keeps the present search under a name, unless it is kept already. */
export function SaveSearch() {
  const t = useText();
  const query = useSearch((state) => state.query.trim());
  const exact = useSearch((state) => state.exact);
  const saved = useSettings((state) => state.settings.savedSearches);
  const known = saved.some((other) => other.query === query && other.exact === exact);
  if (known || query.length > maximumKeptQuery) return null;
  return (
    <DialogTrigger>
      <Button className="button button-line">{t('search.save')}</Button>
      <Popover className="small-popover">
        <Dialog aria-label={t('search.save')}>
          {({ close }) => (
            <NameForm
              label={t('search.saveName')}
              name={query.slice(0, 60)}
              cancelLabel={t('notes.cancel')}
              saveLabel={t('notes.save')}
              onCancel={close}
              onSave={(name) => {
                close();
                keep(name, query, exact);
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function keep(name: string, query: string, exact: boolean): void {
  const { settings, change } = useSettings.getState();
  const t = text();
  const { show } = useNotices.getState();
  if (settings.savedSearches.length >= maximumSavedSearches) {
    show({ tone: 'problem', text: t('search.savedFull', { count: maximumSavedSearches }) });
    return;
  }
  change({ savedSearches: [...settings.savedSearches, { id: crypto.randomUUID(), name, query, exact }] });
  show({ tone: 'plain', text: t('search.savedAs', { name }) });
}
