import { FolderOpen, FolderX, LibraryBig } from 'lucide-react';
import { lazy, Suspense, useDeferredValue, useMemo, useRef } from 'react';
import type { FolderId } from '../../preload/contract/index.ts';
import { libraryLayouts } from '../../preload/contract/vocabulary.ts';
import { filterEntries, isNarrowing, noFilter, rowsOf, sortEntries } from '../domain/library/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { useSettings, useText } from '../settings/index.ts';
import { Segmented } from '../ui/segmented.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { DocumentTable } from './document-table.tsx';
import { LibraryFilters } from './library-filters.tsx';
import { useList } from './list-store.ts';
import { useShelves } from './shelves-store.ts';
import { type Reading, useEntries } from './use-entries.ts';

const TimelineList = lazy(() =>
  import('./timeline-list.tsx').then((module) => ({ default: module.TimelineList })),
);

type Props = {
  readonly reading: Reading;
  /** The folder whose documents are shown; undefined: all documents. */
  readonly folderId: FolderId | undefined;
};

/** The documents of the library or of one folder, as a list or along the years. */
export function LibraryView({ reading, folderId }: Props) {
  const t = useText();
  const go = useNavigation((state) => state.go);
  const folder = useShelves((state) => (folderId === undefined ? undefined : state.folders.get(folderId)));
  const layout = useSettings((state) => state.settings.libraryLayout);
  const change = useSettings((state) => state.change);
  const { filter, sorting, closed } = useList();
  const field = useRef<HTMLInputElement>(null);
  const entries = useEntries(reading, folderId);
  // The field shows each letter at once; a long list follows when there is time.
  const applied = useDeferredValue(filter);
  const shown = useMemo(
    () => sortEntries(filterEntries(entries, applied), sorting),
    [entries, applied, sorting],
  );
  const rows = useMemo(
    () =>
      rowsOf(shown, {
        grouped: sorting === null,
        // What is looked for is shown, also where its compilation is folded.
        closed: isNarrowing(applied) ? new Set() : closed,
      }),
    [shown, sorting, applied, closed],
  );
  const characters = entries.reduce((sum, { document }) => sum + document.characterCount, 0);

  if (folderId !== undefined && folder === undefined) {
    return (
      <main className="view">
        <StateMessage
          icon={FolderX}
          heads
          title={t('folder.gone')}
          detail={t('folder.goneDetail')}
          action={{ label: t('nav.library'), run: () => go({ view: 'library' }) }}
        />
      </main>
    );
  }
  return (
    <main className="view" aria-labelledby="library-heading">
      <header className="view-head">
        <h1 id="library-heading">{folder?.name ?? t('nav.library')}</h1>
        <p className="view-facts">
          {[
            t('count.documents', { count: entries.length }),
            t('count.characters', { count: characters }),
            t('library.allOffline'),
          ].join(' · ')}
        </p>
        <div className="view-actions">
          <Segmented
            label={t('library.layout')}
            value={layout}
            options={libraryLayouts.map((value) => ({ value, label: t(`library.${value}`) }))}
            onChange={(libraryLayout) => change({ libraryLayout })}
          />
        </div>
      </header>
      {entries.length === 0 && folder !== undefined ? (
        <StateMessage
          icon={FolderOpen}
          title={t('folder.empty')}
          detail={t('folder.emptyDetail')}
          action={{ label: t('folder.toLibrary'), run: () => go({ view: 'library' }) }}
        />
      ) : (
        <>
          <LibraryFilters
            entries={entries}
            filter={filter}
            found={shown.length}
            sorting={sorting}
            sortable={layout === 'list'}
            field={field}
          />
          <div className="view-body">
            {shown.length === 0 ? (
              <StateMessage
                icon={LibraryBig}
                title={t('library.noneFound')}
                action={{
                  label: t('library.showAll'),
                  run: () => {
                    useList.setState({ filter: noFilter });
                    field.current?.focus();
                  },
                }}
              />
            ) : layout === 'list' ? (
              <DocumentTable rows={rows} sorting={sorting} />
            ) : (
              <Suspense>
                <TimelineList entries={shown} />
              </Suspense>
            )}
          </div>
        </>
      )}
    </main>
  );
}
