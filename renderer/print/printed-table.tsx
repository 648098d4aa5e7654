import type { Block, Measure, TableCell } from '../../preload/contract/index.ts';
import type { Converter } from '../domain/script/index.ts';
import { convertText } from '../domain/script/index.ts';
import type { Translate } from '../domain/strings/index.ts';
import type { NumberedNote } from './numbered-notes.ts';
import { PrintedText } from './printed-text.tsx';

type Props = {
  readonly rows: readonly Block[];
  readonly cells: readonly TableCell[];
  readonly measures: readonly Measure[];
  readonly marks: readonly NumberedNote[];
  readonly highlights: boolean;
  readonly converter: Converter | null;
  readonly t: Translate;
};

const columns = ['task', 'subtask', 'seq', 'measure', 'bodies'] as const;

/**
 * A responsibility table. Rows stand under the task they belong to, which is said once; a row that is a label
 * and nothing else, printed by the source on a page of its own, is taken up in that. Without measures every row is as printed.
 */
export function PrintedTable({ rows, cells, measures, marks, highlights, converter, t }: Props) {
  const byRow = new Map(measures.map((measure) => [measure.rowBlockId, measure]));
  const shown = measures.length === 0 ? rows : rows.filter(({ id }) => byRow.has(id));
  const textOf = (row: Block, column: TableCell['column']): React.ReactNode =>
    cells
      .filter((cell) => cell.blockId === row.id && cell.column === column)
      .map((cell) => (
        <PrintedText
          key={cell.ord}
          block={row}
          piece={cell}
          marks={marks}
          highlights={highlights}
          converter={converter}
        />
      ));
  return (
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
        {shown.map((row, index) => {
          const measure = byRow.get(row.id);
          const before = byRow.get(shown[index - 1]?.id ?? row.id);
          const label = (column: 'task' | 'subtask'): React.ReactNode => {
            if (measure === undefined) return textOf(row, column);
            const said = index > 0 && before?.[column] === measure[column];
            return said ? null : convertText(measure[column], converter).text;
          };
          return (
            <tr key={row.id}>
              <td className="column-task">{label('task')}</td>
              <td className="column-subtask">{label('subtask')}</td>
              <td className="column-seq">{textOf(row, 'seq')}</td>
              <td>{textOf(row, 'measure')}</td>
              <td>{textOf(row, 'bodies')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
