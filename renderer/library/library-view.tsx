import { ArrowDown, ArrowUp, LibraryBig } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DocumentId } from '../../preload/contract/index.ts';
import { useText } from '../settings/index.ts';
import { StateMessage } from '../ui/state-message.tsx';
import { DocumentRow } from './document-row.tsx';
import { type Filters, LibraryFilters, noFilters, passes } from './library-filters.tsx';
import { useLibrary } from './library-store.ts';
import { nextSorting, type SortColumn, type Sorting, sortColumns, sortDocuments } from './sort-documents.ts';
import { useDay } from './validity-day.ts';

type Props = { readonly noteCounts: ReadonlyMap<DocumentId, number> };

/** All documents of the library, the parts of a compilation below it unless another order is asked for. */
export function LibraryView({ noteCounts }: Props) {
  const t = useText();
  const documents = useLibrary((state) => state.documents);
  const day = useDay();
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const known = useMemo(() => ({ day, noteCounts }), [day, noteCounts]);
  const shown = useMemo(
    () => sortDocuments(documents, sorting, known).filter((document) => passes(document, filters, known)),
    [documents, sorting, filters, known],
  );
  const characters = documents.reduce((sum, { characterCount }) => sum + characterCount, 0);

  return (
    <main className="view" aria-labelledby="library-heading">
      <header className="view-head">
        <h1 id="library-heading">{t('nav.library')}</h1>
        <p className="view-facts">
          {[
            t('count.documents', { count: documents.length }),
            t('count.characters', { count: characters }),
            t('library.allOffline'),
          ].join(' · ')}
        </p>
      </header>
      <LibraryFilters documents={documents} filters={filters} known={known} onChange={setFilters} />
      <div className="view-body">
        {shown.length === 0 ? (
          <StateMessage
            icon={LibraryBig}
            title={t('library.noneFound')}
            action={{ label: t('library.showAll'), run: () => setFilters(noFilters) }}
          />
        ) : (
          <table className="library">
            <thead>
              <tr>
                {sortColumns.map((column) => (
                  <SortHeader
                    key={column}
                    column={column}
                    sorting={sorting}
                    onSort={() => setSorting(nextSorting(sorting, column))}
                  />
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((document) => (
                <DocumentRow
                  key={document.id}
                  document={document}
                  notes={noteCounts.get(document.id) ?? 0}
                  part={sorting === null && document.parentId !== null}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </main>
  );
}

type HeaderProps = {
  readonly column: SortColumn;
  readonly sorting: Sorting | null;
  readonly onSort: () => void;
};

function SortHeader({ column, sorting, onSort }: HeaderProps) {
  const t = useText();
  const direction = sorting?.column === column ? sorting.direction : undefined;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th scope="col" aria-sort={direction} className={column === 'notes' ? 'numeric' : undefined}>
      <button type="button" className="library-sort" onClick={onSort}>
        {t(column === 'notes' ? 'nav.notes' : `field.${column}`)}
        {direction !== undefined && <Arrow size={12} strokeWidth={2} aria-hidden="true" />}
      </button>
    </th>
  );
}
