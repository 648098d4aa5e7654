import type { Block, TableCell } from '../../preload/contract/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { useText } from '../settings/index.ts';

type Props = {
  readonly rows: readonly Block[];
  readonly cells: readonly TableCell[];
  readonly displayed: DisplayedText;
};

const columns = ['task', 'subtask', 'seq', 'measure', 'bodies'] as const;

/** A responsibility table, row by row as printed; each cell is a range of its row's block. */
export function TableView({ rows, cells, displayed }: Props) {
  const t = useText();
  const byBlock = Map.groupBy(cells, (cell) => cell.blockId);
  return (
    <div className="table-frame">
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
          {rows.map((row) => (
            <tr key={row.id} className="block" data-block={row.id} tabIndex={-1}>
              {columns.map((column) => {
                const texts = (byBlock.get(row.id) ?? [])
                  .filter((cell) => cell.column === column)
                  .map((cell) => <CellText key={cell.ord} row={row} cell={cell} displayed={displayed} />);
                const className = `column-${column} ${texts.length === 0 ? 'cell-empty' : ''}`;
                // The measure's number names its row.
                return column === 'seq' && texts.length > 0 ? (
                  <th key={column} scope="row" className={className}>
                    {texts}
                  </th>
                ) : (
                  // A narrow window shows a row as a card, where the label stands before the text.
                  <td key={column} className={className} data-label={t(`table.${column}`)}>
                    {texts}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = { readonly row: Block; readonly cell: TableCell; readonly displayed: DisplayedText };

function CellText({ row, cell, displayed }: CellProps) {
  const converted = displayed.get(row.id);
  if (converted === undefined) return null;
  const start = converted.map.toDisplay(cell.start);
  return (
    <span data-text={row.id} data-start={start}>
      {converted.text.slice(start, converted.map.toDisplay(cell.end))}
    </span>
  );
}
