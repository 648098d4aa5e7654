import { squeeze, trimRange } from './lines.ts';
import type { Furniture, Range, Repair, TableCell } from './model.ts';

/** A printed row: its cells that hold something, and what each of them is. */
export interface TableRow extends Range {
  readonly text: string;
  readonly positions: readonly number[];
  readonly repairs: readonly Repair[];
  readonly cells: readonly TableCell[];
  /** The row's number, null for a row that holds only a label. */
  readonly seq: number | null;
}

export interface TableReading {
  readonly rows: readonly TableRow[];
  readonly headers: readonly Furniture[];
}

type Column = TableCell['column'];

/**
 * Read a table of measures whose columns cannot be trusted (R10). The first line is the header; its repeats
 * on every page are furniture, so is itself. In a row the cell that is the next integer is its number, the
 * next cell that is not empty is the measure, the one after names the bodies; cells before the number are
 * group labels: (一)… of the task, 1.… of the subtask.
 */
export function readTable(source: string, lines: readonly Range[]): TableReading {
  const first = lines[0];
  if (first === undefined) return { rows: [], headers: [] };
  const header = squeeze(source.slice(first.start, first.end));
  const numbered = header.includes('序号');
  const rows: TableRow[] = [];
  const headers: Furniture[] = [];
  let due = 1;
  lines.forEach((line, index) => {
    // A table without row numbers keeps its first header as a row: nothing else tells what its columns are.
    if (squeeze(source.slice(line.start, line.end)) === header && (numbered || index > 0)) {
      headers.push({ start: line.start, end: line.end, reason: 'table-header' });
      return;
    }
    const parts = cellRanges(source, line);
    const at = numbered ? parts.findIndex((c) => source.slice(c.start, c.end) === String(due)) : -1;
    const columns = parts.map((cell, i) =>
      numbered ? columnOf(source.slice(cell.start, cell.end), i, at) : 'cell',
    );
    rows.push(toRow(source, parts, columns, at < 0 ? null : due));
    if (at >= 0) due += 1;
  });
  return { rows, headers };
}

function cellRanges(source: string, line: Range): readonly Range[] {
  const cells: Range[] = [];
  let start = line.start;
  for (let i = line.start; i <= line.end; i += 1) {
    if (i < line.end && source[i] !== '\t') continue;
    const cell = trimRange(source, { start, end: i });
    if (cell.end > cell.start) cells.push(cell);
    start = i + 1;
  }
  return cells;
}

function columnOf(text: string, index: number, seqAt: number): Column {
  if (seqAt >= 0 && index >= seqAt) {
    return index === seqAt ? 'seq' : index === seqAt + 1 ? 'measure' : 'bodies';
  }
  return /^[(（]?[一二三四五六七八九十]+[)）]/.test(text) ? 'task' : 'subtask';
}

/** The row as a text: cells verbatim, one TAB between them; what differs from the file is a repair. */
function toRow(
  source: string,
  parts: readonly Range[],
  columns: readonly Column[],
  seq: number | null,
): TableRow {
  const positions: number[] = [];
  const repairs: Repair[] = [];
  const cells: TableCell[] = [];
  let text = '';
  parts.forEach((cell, i) => {
    const before = parts[i - 1];
    if (before !== undefined) {
      const original = source.slice(before.end, cell.start);
      if (original !== '\t') {
        const place = { start: before.end, end: cell.start, at: text.length };
        repairs.push({ ...place, kind: 'space', original, replacement: '\t', note: 'empty cells' });
      }
      positions.push(before.end);
      text += '\t';
    }
    cells.push({
      column: columns[i] ?? 'cell',
      text: { start: text.length, end: text.length + cell.end - cell.start },
      source: cell,
    });
    for (let p = cell.start; p < cell.end; p += 1) positions.push(p);
    text += source.slice(cell.start, cell.end);
  });
  const start = parts[0]?.start ?? 0;
  return { start, end: parts[parts.length - 1]?.end ?? start, text, positions, repairs, cells, seq };
}
