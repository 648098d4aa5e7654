import { ArrowUpRight } from 'lucide-react';
import type { Block, BlockId, DocumentContent, TableCell } from '../../preload/contract/index.ts';
import { documentIndex, paragraphMark } from '../domain/anchors/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { jumpWithin } from './jump.ts';
import { wordsIn } from './same-words.ts';
import type { GroupCell, TableRow } from './table-layout.ts';

type Props = {
  readonly shown: TableRow;
  readonly content: DocumentContent | undefined;
  readonly displayed: DisplayedText;
  readonly inScript: (text: string) => string;
};

/** One row. Its text stands in one text node per cell (see text-places.ts), whether or not the row is shown. */
export function TableRowView({ shown, content, displayed, inScript }: Props) {
  const t = useText();
  const { row, measure, cells, strays } = shown;
  const textsOf = (column: TableCell['column']): React.ReactNode[] =>
    cells
      .filter((cell) => cell.column === column)
      .map((cell) => <CellText key={cell.ord} row={row} cell={cell} displayed={displayed} />);
  const seq = textsOf('seq');
  const text = textsOf('measure');
  const bodies = textsOf('bodies');
  const unnamed = measure !== null && measure.bodies.length === 0;
  return (
    <tr className="block" data-block={row.id} tabIndex={-1} hidden={shown.hidden}>
      {(['task', 'subtask'] as const).map((column) => {
        const group = shown[column];
        return (
          group !== null && (
            <LabelCell
              key={column}
              column={column}
              group={group}
              row={row}
              displayed={displayed}
              inScript={inScript}
            />
          )
        );
      })}
      {seq.length > 0 ? (
        // The measure's number names its row.
        <th key="seq" scope="row" className="column-seq">
          {seq}
        </th>
      ) : (
        <td key="seq" className="column-seq cell-empty" />
      )}
      <td
        key="measure"
        className={`column-measure ${text.length + strays.length === 0 ? 'cell-empty' : ''}`}
        data-label={t('table.measure')}
      >
        {/* Before the measure, as in the stored text: a selection over both must run forwards. */}
        {strays.map((cell) => (
          <span key={`stray ${cell.ord}`} className="table-printed">
            {t('table.printedHere')} <CellText row={row} cell={cell} displayed={displayed} />
          </span>
        ))}
        {text}
        {measure !== null && content !== undefined && measure.bodyBlockId !== null && (
          <BodyLink content={content} blockId={measure.bodyBlockId} words={measure.measure} />
        )}
      </td>
      {/* A narrow window shows a row as a card, where the label stands before the text. */}
      <td
        key="bodies"
        className={`column-bodies ${bodies.length === 0 && !unnamed ? 'cell-empty' : ''}`}
        data-label={t('table.bodies')}
      >
        {bodies}
        {unnamed && (
          <span className="pill" title={t('table.noBodies')}>
            {t('field.unstated')}
          </span>
        )}
      </td>
    </tr>
  );
}

type LabelProps = Pick<Props, 'displayed' | 'inScript'> & {
  readonly column: 'task' | 'subtask';
  readonly group: GroupCell;
  readonly row: Block;
};

/** What a group of rows belongs to; what is printed in its place stands below where that says something else. */
function LabelCell({ column, group, row, displayed, inScript }: LabelProps) {
  const t = useText();
  const { label, span, printed, agrees } = group;
  const texts = printed.map((cell) => (
    <CellText key={cell.ord} row={row} cell={cell} displayed={displayed} />
  ));
  if (label === '' && texts.length === 0) return <td className={`column-${column} cell-empty`} />;
  const differs = !agrees && texts.length > 0;
  return (
    <th
      scope="row"
      rowSpan={span === 1 ? undefined : span}
      className={`column-${column} ${differs ? 'label-differs' : ''}`}
    >
      <div className="table-label">
        {!agrees && <span key="label">{inScript(label)}</span>}
        {differs && (
          <span key="differs" className="table-printed">
            {t('table.printedHere')}
          </span>
        )}
        {texts}
      </div>
    </th>
  );
}

type LinkProps = {
  readonly content: DocumentContent;
  readonly blockId: BlockId;
  readonly words: string;
};

/** To the paragraph of the body that a row repeats, its words marked there where they are the same. */
function BodyLink({ content, blockId, words }: LinkProps) {
  const t = useText();
  const { positions, blocks } = documentIndex(content);
  const block = blocks[positions.get(blockId) ?? -1];
  if (block === undefined) return null;
  const place = paragraphMark(content, block.parentId ?? block.id)
    .replaceAll('(', '（')
    .replaceAll(')', '）');
  const jump = (): void => {
    const same = wordsIn(block.text, words);
    jumpWithin(content.document.id, {
      blockId,
      offset: same?.start ?? 0,
      marks: same === null ? [] : [{ blockId, ...same }],
    });
  };
  return (
    <button type="button" className="table-link" onClick={jump}>
      <ArrowUpRight size={12} strokeWidth={1.75} aria-hidden="true" />
      {t('table.inBody', { place })}
    </button>
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
