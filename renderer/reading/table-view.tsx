import { lazy, Suspense, useCallback, useMemo, useRef } from 'react';
import type { Block, DocumentSummary, TableCell } from '../../preload/contract/index.ts';
import { convertText } from '../domain/script/index.ts';
import { useDetails, useLibrary } from '../library/index.ts';
import { type DisplayedText, useConverter, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { bodiesOf, tableRows } from './table-layout.ts';
import { TableRowView } from './table-row.tsx';
import { useBodyFilter, useNamedBodies } from './use-body-filter.ts';

// What chooses among the rows may come a moment after them.
const TableFilter = lazy(() =>
  import('./table-filter.tsx').then((module) => ({ default: module.TableFilter })),
);

type Props = {
  readonly rows: readonly Block[];
  readonly cells: readonly TableCell[];
  readonly displayed: DisplayedText;
};

const columns = ['task', 'subtask', 'seq', 'measure', 'bodies'] as const;

/**
 * A responsibility table. As soon as the document's details are there, each row stands in its right group and can be
 * filtered by who is responsible; until then, and for a table that holds no measures, the rows are as printed. One
 * tree of elements serves both, so that the texts of the rows stay the same nodes.
 */
export function TableView({ rows, cells, displayed }: Props) {
  const t = useText();
  const frame = useRef<HTMLDivElement>(null);
  const documentId = rows[0]?.documentId;
  const content = useLibrary(({ contents }) =>
    documentId === undefined ? undefined : contents.get(documentId),
  );
  const details = useDetails((state) =>
    documentId === undefined ? undefined : state.details.get(documentId),
  );
  const measures = useMemo(() => {
    const own = new Set(rows.map(({ id }) => id));
    return (details?.measures ?? []).filter(({ rowBlockId }) => own.has(rowBlockId));
  }, [details, rows]);
  const { chosen, choose } = useBodyFilter(rows, measures);
  const shown = useMemo(() => tableRows(rows, cells, measures, chosen), [rows, cells, measures, chosen]);
  const bodies = useMemo(() => bodiesOf(measures), [measures]);
  const inScript = useScript(content?.document);
  useNamedBodies(frame, shown, chosen, displayed);
  return (
    <div ref={frame} className="table-frame">
      <div className="table-control">
        {measures.length > 0 && (
          <Suspense>
            <TableFilter
              bodies={bodies}
              chosen={chosen}
              onChoose={choose}
              shown={shown.filter(({ measure, hidden }) => measure !== null && !hidden).length}
              all={measures.length}
              inScript={inScript}
            />
          </Suspense>
        )}
      </div>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`column-${column}`}>
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <TableRowView
              key={row.row.id}
              shown={row}
              content={content}
              displayed={displayed}
              inScript={inScript}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What turns a text of the library's own into the script that the document is shown in. */
function useScript(document: DocumentSummary | undefined): (text: string) => string {
  const [view] = useScriptView(document);
  const converter = useConverter(document, view) ?? null;
  return useCallback((text) => convertText(text, converter).text, [converter]);
}
