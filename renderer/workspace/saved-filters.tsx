import { Pencil, Trash2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { SavedNoteFilter } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { filterNotes, sameFilter } from '../domain/notes/index.ts';
import { text, useSettings, useText } from '../settings/index.ts';
import { keepFocusNear } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { NameForm } from '../ui/name-form.tsx';
import { useNotices } from '../ui/notices.ts';
import { useNoteWorld } from './use-world.ts';
import { useWorkspace } from './workspace-store.ts';

/** The filters the user saved, in the side bar, each with how many notes it finds now. */
export function SavedFilters() {
  const t = useText();
  const saved = useSettings((state) => state.settings.noteFilters);
  const annotations = useAnnotations((state) => state.annotations);
  const trashed = useAnnotations((state) => state.trashed);
  const world = useNoteWorld();
  const counts = useMemo(
    () =>
      saved.map(
        ({ filter }) =>
          filterNotes((filter.trash ? trashed : annotations).values(), filter, world).found.length,
      ),
    [saved, annotations, trashed, world],
  );
  const [renaming, setRenaming] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  if (saved.length === 0) return null;
  const endRenaming = (id: string): void => {
    setRenaming(null);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-filter="${CSS.escape(id)}"] .saved-filter`)?.focus(),
    );
  };
  return (
    <>
      <p id="saved-filters" className="side-title">
        {t('savedFilter.title')}
      </p>
      <ul ref={list} className="saved-filters" aria-labelledby="saved-filters">
        {saved.map((entry, index) => (
          <li key={entry.id} data-filter={entry.id}>
            {renaming === entry.id ? (
              <NameForm
                label={t('savedFilter.name')}
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
              <Entry entry={entry} count={counts[index] ?? 0} onRename={() => setRenaming(entry.id)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

type EntryProps = {
  readonly entry: SavedNoteFilter;
  readonly count: number;
  readonly onRename: () => void;
};

function Entry({ entry, count, onRename }: EntryProps) {
  const t = useText();
  const { id, name, filter } = entry;
  const here = useWorkspace((state) => sameFilter(state.filter, filter));
  const choose = useWorkspace((state) => state.choose);
  return (
    <>
      <button
        type="button"
        className="saved-filter"
        aria-current={here ? 'true' : undefined}
        onClick={() => choose(filter)}
        onKeyDown={(event) => {
          if (event.key === 'F2') onRename();
        }}
      >
        <span className="recent-title">{name}</span>
        <span className="recent-facts">{t('count.notes', { count })}</span>
      </button>
      <IconButton icon={Pencil} label={t('savedFilter.rename', { name })} tip="left" onPress={onRename} />
      <IconButton
        icon={Trash2}
        label={t('savedFilter.delete', { name })}
        tip="left"
        onPress={(button) => {
          const keepFocus = keepFocusNear(button.closest('li'));
          const before = useSettings.getState().settings.noteFilters;
          replace((other) => (other.id === id ? [] : [other]));
          requestAnimationFrame(keepFocus);
          const say = text();
          useNotices.getState().show({
            tone: 'plain',
            text: say('savedFilter.deleted', { name }),
            action: {
              label: say('undo.undo'),
              run: () => useSettings.getState().change({ noteFilters: before }),
            },
          });
        }}
      />
    </>
  );
}

function replace(alter: (entry: SavedNoteFilter) => readonly SavedNoteFilter[]): void {
  const { settings, change } = useSettings.getState();
  change({ noteFilters: settings.noteFilters.flatMap(alter) });
}
