import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { SavedSearch } from '../../preload/contract/index.ts';
import { text, useSettings, useText } from '../settings/index.ts';
import { keepFocusNear } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { NameForm } from '../ui/name-form.tsx';
import { offerUndo } from './search-history.ts';
import { showResults } from './search-store.ts';

/** The searches that the user gave names to; nothing is drawn where there are none. */
export function SavedSearches() {
  const t = useText();
  const saved = useSettings((state) => state.settings.savedSearches);
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  if (saved.length === 0) return null;
  const endRenaming = (id: string): void => {
    setRenaming(null);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-saved="${CSS.escape(id)}"] .start-entry`)?.focus(),
    );
  };
  return (
    <section className="start-section" aria-labelledby="saved-searches">
      <h2 id="saved-searches">{t('search.saved')}</h2>
      <ul ref={list} className="start-list">
        {saved.map((entry) => (
          <li key={entry.id} data-saved={entry.id}>
            {renaming === entry.id ? (
              <NameForm
                label={t('search.saveName')}
                name={entry.name}
                cancelLabel={t('notes.cancel')}
                saveLabel={t('notes.save')}
                onCancel={() => endRenaming(entry.id)}
                onSave={(name) => {
                  replace((other) => (other.id === entry.id ? [{ ...other, name }] : [other]));
                  endRenaming(entry.id);
                }}
              />
            ) : (
              <Entry entry={entry} onRename={() => setRenaming(entry.id)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type EntryProps = { readonly entry: SavedSearch; readonly onRename: () => void };

function Entry({ entry: { id, name, query, exact }, onRename }: EntryProps) {
  const t = useText();
  const remove = (item: HTMLElement | null): void => {
    const keepFocus = keepFocusNear(item);
    const before = useSettings.getState().settings.savedSearches;
    replace((other) => (other.id === id ? [] : [other]));
    requestAnimationFrame(keepFocus);
    offerUndo(text()('search.savedDeleted', { name }), () =>
      useSettings.getState().change({ savedSearches: before }),
    );
  };
  return (
    <>
      <button
        type="button"
        className="start-entry"
        data-start
        onClick={() => {
          showResults(query, exact, 'chosen');
          document.querySelector<HTMLElement>('.search-box input')?.focus();
        }}
        onKeyDown={(event) => {
          if (event.key === 'F2') onRename();
          else if (event.key === 'Delete') remove(event.currentTarget.closest('li'));
        }}
      >
        <span className="start-query">{name}</span>
        <span className="start-facts">{[query, ...(exact ? [t('search.exactOn')] : [])].join(' · ')}</span>
      </button>
      <IconButton icon={Pencil} label={t('search.savedRename', { name })} tip="left" onPress={onRename} />
      <IconButton
        icon={Trash2}
        label={t('search.savedDelete', { name })}
        tip="left"
        onPress={(button) => remove(button.closest('li'))}
      />
    </>
  );
}

function replace(alter: (entry: SavedSearch) => readonly SavedSearch[]): void {
  const { settings, change } = useSettings.getState();
  change({ savedSearches: settings.savedSearches.flatMap(alter) });
}
