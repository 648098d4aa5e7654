import type { Block, BlockId, Body, Measure, TableCell } from '../../preload/contract/index.ts';
import { namesAny } from '../domain/bodies/index.ts';
import { bare } from './same-words.ts';

/** A group's cell: it spans the shown rows of its group and stands in the first of them. */
export type GroupCell = {
  /** Empty where no group is known. */
  readonly label: string;
  readonly span: number;
  /** What the source prints in this place, in the order of the source. */
  readonly printed: readonly TableCell[];
  /** Whether that is the label itself, so that it need not be said twice. */
  readonly agrees: boolean;
};

export type TableRow = {
  readonly row: Block;
  /** Null for a row that holds nothing but a label. */
  readonly measure: Measure | null;
  readonly hidden: boolean;
  readonly task: GroupCell | null;
  readonly subtask: GroupCell | null;
  /** Labels that are printed in this row although their group begins elsewhere. */
  readonly strays: readonly TableCell[];
  readonly cells: readonly TableCell[];
};

type Columns = { readonly task: string; readonly subtask: string };

/**
 * The rows of a responsibility table, grouped by what they belong to and not by where the source happens to print
 * a label (003 prints eleven of them rows too late or too early). `chosen` is the canonical name of the body whose
 * rows are shown, or null for all. Printed labels keep to their own row whatever is chosen: a text node that moved
 * would lose the marks painted on it. Without measures every row is as printed.
 */
export function tableRows(
  rows: readonly Block[],
  cells: readonly TableCell[],
  measures: readonly Measure[],
  chosen: string | null,
): readonly TableRow[] {
  if (measures.length === 0) return printedRows(rows, cells);
  const byRow = new Map(measures.map((measure) => [measure.rowBlockId, measure]));
  const cellsByRow = byBlock(cells);
  const wanted = new Set(chosen === null ? [] : [chosen]);
  // A row without a measure goes with the row before it, as the label of a page that was turned does.
  let last: Columns = { task: '', subtask: '' };
  const plain = rows.map((row) => {
    const measure = byRow.get(row.id) ?? null;
    last = measure ?? last;
    const hidden = chosen !== null && (measure === null || !namesAny(measure, wanted));
    return {
      row,
      measure,
      hidden,
      cells: cellsByRow.get(row.id) ?? [],
      task: last.task,
      subtask: last.subtask,
    };
  });
  const keys = {
    task: plain.map(({ task }) => task),
    subtask: plain.map(({ task, subtask }) => `${task}\n${subtask}`),
  };
  return plain.map((each, at) => {
    const cellOf = (column: keyof Columns): GroupCell | null => {
      const columnKeys = keys[column];
      const key = columnKeys[at];
      let start = at;
      while (start > 0 && columnKeys[start - 1] === key) start -= 1;
      let end = at + 1;
      while (columnKeys[end] === key && end < plain.length) end += 1;
      const group = plain.slice(start, end);
      if (at !== start && (each.hidden || group.find(({ hidden }) => !hidden) !== each)) return null;
      const printed = at === start ? each.cells.filter((cell) => cell.column === column) : [];
      const [only] = printed;
      const label = each[column];
      const agrees =
        only !== undefined && printed.length === 1 && bare(textOf(each.row, only)) === bare(label);
      return { label, span: Math.max(1, group.filter(({ hidden }) => !hidden).length), printed, agrees };
    };
    const task = cellOf('task');
    const subtask = cellOf('subtask');
    const kept = new Set([...(task?.printed ?? []), ...(subtask?.printed ?? [])]);
    const strays = each.cells.filter(
      (cell) => (cell.column === 'task' || cell.column === 'subtask') && !kept.has(cell),
    );
    return {
      row: each.row,
      measure: each.measure,
      hidden: each.hidden,
      task,
      subtask,
      strays,
      cells: each.cells,
    };
  });
}

function printedRows(rows: readonly Block[], cells: readonly TableCell[]): readonly TableRow[] {
  const cellsByRow = byBlock(cells);
  return rows.map((row) => {
    const own = cellsByRow.get(row.id) ?? [];
    const cellOf = (wanted: keyof Columns): GroupCell => {
      const printed = own.filter(({ column }) => column === wanted);
      return { label: '', span: 1, printed, agrees: true };
    };
    return {
      row,
      measure: null,
      hidden: false,
      task: cellOf('task'),
      subtask: cellOf('subtask'),
      strays: [],
      cells: own,
    };
  });
}

/** The bodies that the rows name, each with its other printed names and the number of its rows. */
export function bodiesOf(measures: readonly Measure[]): readonly Body[] {
  const found = new Map<string, { readonly aliases: Set<string>; readonly rows: Set<BlockId> }>();
  for (const { bodies, rowBlockId } of measures) {
    for (const { canonical, printed } of bodies) {
      const body = found.get(canonical) ?? { aliases: new Set(), rows: new Set() };
      if (printed !== canonical) body.aliases.add(printed);
      body.rows.add(rowBlockId);
      found.set(canonical, body);
    }
  }
  return [...found].map(([canonical, { aliases, rows }]) => ({
    canonical,
    aliases: [...aliases],
    measureCount: rows.size,
  }));
}

type Range = { readonly start: number; readonly end: number };

/** Where a row's text names the body, as printed there; offsets in the row's stored text. */
export function namesIn({ row, measure, cells }: TableRow, canonical: string): readonly Range[] {
  const cell = cells.find(({ column }) => column === 'bodies');
  if (cell === undefined || measure === null) return [];
  let from = cell.start;
  return measure.bodies.flatMap(({ printed, canonical: named }) => {
    const start = row.text.indexOf(printed, from);
    if (start === -1 || start + printed.length > cell.end) return [];
    from = start + printed.length;
    return named === canonical ? [{ start, end: from }] : [];
  });
}

export function textOf({ text }: Block, { start, end }: TableCell): string {
  return text.slice(start, end);
}

// By hand: the tests run on a Node that has no Map.groupBy yet.
function byBlock(cells: readonly TableCell[]): ReadonlyMap<BlockId, readonly TableCell[]> {
  const found = new Map<BlockId, TableCell[]>();
  for (const cell of cells) {
    const own = found.get(cell.blockId);
    if (own === undefined) found.set(cell.blockId, [cell]);
    else own.push(cell);
  }
  return found;
}
