import { ArrowDown, ArrowUp } from 'lucide-react';
import { lazy, Suspense, useLayoutEffect, useRef } from 'react';
import {
  nextSorting,
  type Row,
  type SortColumn,
  type Sorting,
  sortColumns,
} from '../domain/library/index.ts';
import { useText } from '../settings/index.ts';
import { DocumentRow } from './document-row.tsx';
import { focusRow, type ReachRow } from './focus-row.ts';
import { useList } from './list-store.ts';

/** From how many rows on only those near the window are in the page. */
const manyRows = 150;

const VirtualRows = lazy(() =>
  import('./virtual-rows.tsx').then((module) => ({ default: module.VirtualRows })),
);

type Props = { readonly rows: readonly Row[]; readonly sorting: Sorting | null };

/** The list of documents. Up and down walk over the titles, left and right over the buttons of a row; heads sort. */
export function DocumentTable({ rows, sorting }: Props) {
  const t = useText();
  const table = useRef<HTMLTableElement>(null);
  const reach = useRef<ReachRow>(null);
  const many = rows.length > manyRows;
  useWayBack(rows, (index) => (many ? reach.current?.(index) : focusRow(table.current, index)), many);
  return (
    <table
      ref={table}
      className="library"
      aria-rowcount={many ? rows.length + 1 : undefined}
      onKeyDown={(event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        if (!(event.target instanceof HTMLElement) || event.defaultPrevented) return;
        // Not in a menu over the table, which is in it for React only.
        const row = event.target.closest<HTMLElement>('tr[data-index]');
        if (row === null) return;
        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
          const buttons = [...row.querySelectorAll('button')].filter((button) => button.checkVisibility());
          const step = event.key === 'ArrowRight' ? 1 : -1;
          buttons[buttons.indexOf(event.target as HTMLButtonElement) + step]?.focus();
          return;
        }
        if (!event.target.matches('[data-title]')) return;
        const at = Number(row.dataset.index);
        const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
        if (to === undefined || to < 0 || to >= rows.length) return;
        event.preventDefault();
        if (many) reach.current?.(to);
        else focusRow(table.current, to);
      }}
    >
      <thead>
        <tr aria-rowindex={many ? 1 : undefined}>
          {sortColumns.map((column) => (
            <SortHeader
              key={column}
              column={column}
              sorting={sorting}
              onSort={() => useList.setState({ sorting: nextSorting(sorting, column) })}
            />
          ))}
          <th scope="col">
            <span className="visually-hidden">{t('library.actions')}</span>
          </th>
        </tr>
      </thead>
      {many ? (
        <Suspense>
          <VirtualRows rows={rows} reach={reach} />
        </Suspense>
      ) : (
        <tbody>
          {rows.map((row, index) => (
            <DocumentRow key={row.entry.document.id} row={row} index={index} counted={false} />
          ))}
        </tbody>
      )}
    </table>
  );
}

/** Brings who comes back from a document to its row. */
function useWayBack(rows: readonly Row[], reach: ReachRow, late: boolean): void {
  useLayoutEffect(() => {
    const { opened } = useList.getState();
    if (opened === null) return;
    useList.setState({ opened: null });
    const index = rows.findIndex(({ entry }) => entry.document.id === opened);
    // Who came by the side bar keeps the focus there.
    if (index < 0 || document.activeElement !== document.body) return;
    if (late) setTimeout(() => reach(index));
    else reach(index);
  });
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
