import { squeeze } from './lines.ts';
import { sourceRange } from './mapped.ts';
import type { Block, Defect, Measure, MeasureBody, TableCell } from './model.ts';

/** Names of bodies: alias -> the one to filter by. */
export type BodyNames = ReadonlyMap<string, string>;

export interface MeasureReading {
  readonly measures: readonly Measure[];
  readonly bodies: readonly MeasureBody[];
  readonly defects: readonly Defect[];
}

interface Section {
  readonly task: string;
  readonly subtask: string;
  readonly body: Block;
  readonly plain: string;
  readonly pairs: ReadonlySet<string>;
}

/** Shortest run of characters by which a measure finds the sections it may repeat. */
const RUN = 4;
/** What stands in more sections than this tells nothing of one; and without a limit, time would grow by the square. */
const MOST = 16;

/** Run of `RUN` characters -> places of the first sections that hold it. */
type SectionsByRun = ReadonlyMap<string, readonly number[]>;

/**
 * The measures of a responsibility table with their right groups. Labels in the table are printed on wrong
 * rows, so a row's group is that of the numbered paragraph of the body it repeats (R10); the measure's words
 * stay as the table has them, and where they differ from the body both readings go into a defect.
 */
export function readMeasures(blocks: readonly Block[], names: BodyNames): MeasureReading {
  const rows = blocks.filter((b) => b.kind === 'table' && b.cells.some((c) => c.column === 'seq'));
  const sections = rows.length === 0 ? [] : bodySections(blocks);
  const byRun = sectionsByRun(sections);
  const measures: Measure[] = [];
  const bodies: MeasureBody[] = [];
  const defects: Defect[] = [];
  for (const row of rows) {
    const seq = Number(cellText(row, 'seq'));
    const cell = row.cells.find((c) => c.column === 'measure');
    if (cell === undefined) continue;
    const measure = cellText(row, 'measure');
    const section = bestSection(sections, byRun, measure);
    measures.push({
      seq,
      task: section?.task ?? '',
      subtask: section?.subtask ?? '',
      measure,
      bodyBlockId: section?.body.id ?? null,
      rowBlockId: row.id,
      ...cell.source,
    });
    const printed = splitBodies(cellText(row, 'bodies'));
    printed.forEach((body, ord) => {
      bodies.push({ blockId: row.id, seq, ord, body, canonical: names.get(body) ?? body });
    });
    if (printed.length === 0) {
      defects.push({ ...cell.source, kind: 'table-omission', note: `第${seq}行没有责任单位` });
    }
    if (section !== undefined) defects.push(...differences(row, cell, measure, section));
  }
  defects.push(...wrongLabels(blocks, measures));
  return { measures, bodies, defects };
}

/** Labels printed on rows of another group, or worded otherwise than in the body. */
function wrongLabels(blocks: readonly Block[], measures: readonly Measure[]): readonly Defect[] {
  const defects: Defect[] = [];
  const groups = new Map(measures.map((m) => [m.seq, m]));
  let last = 0;
  let before: Measure | undefined;
  for (const row of blocks.filter((b) => b.kind === 'table')) {
    const seq = row.cells.some((c) => c.column === 'seq') ? Number(cellText(row, 'seq')) : null;
    last = seq ?? last;
    const own = groups.get(last);
    if (seq !== null && own !== undefined) {
      defects.push(...missingLabels(row, own, before));
      before = own;
    }
    for (const cell of row.cells) {
      if (own === undefined || (cell.column !== 'task' && cell.column !== 'subtask')) continue;
      const printed = squeeze(row.text.slice(cell.text.start, cell.text.end));
      const right = cell.column === 'task' ? own.task : own.subtask;
      if (printed === squeeze(right)) continue;
      defects.push({ ...cell.source, kind: 'table-label', note: `此行应属“${right}”，表中印“${printed}”` });
    }
  }
  return defects;
}

/** The first row of a group should print the group's label. */
function missingLabels(row: Block, own: Measure, before: Measure | undefined): readonly Defect[] {
  return (['task', 'subtask'] as const).flatMap((column) => {
    const right = own[column];
    const number = /^[(（]?[^)）.．、]+[)）.．、]/.exec(right)?.[0];
    if (number === undefined || before?.[column] === right) return [];
    if (squeeze(cellText(row, column)).startsWith(number)) return [];
    const note = `“${right}”自此行起，表中未在此行印出`;
    return [{ start: own.start, end: own.end, kind: 'table-label', note }];
  });
}

/** Bodies named at the end of a measure in running text: (责任部门：市商务委、市科委) (R15). */
export function readAttributions(blocks: readonly Block[], names: BodyNames): readonly MeasureBody[] {
  const found: MeasureBody[] = [];
  const headings = new Map(blocks.map((b) => [b.id, b]));
  for (const block of blocks) {
    const named = /[(（](?:责任部门|责任单位)[:：]([^()（）]*)[)）]$/.exec(block.text)?.[1];
    const heading = block.runInOf === null ? block : headings.get(block.runInOf);
    const seq = Number(/\d+/.exec(heading?.number ?? '')?.[0] ?? Number.NaN);
    if (named === undefined || Number.isNaN(seq)) continue;
    splitBodies(named).forEach((body, ord) => {
      found.push({ blockId: block.id, seq, ord, body, canonical: names.get(body) ?? body });
    });
  }
  return found;
}

function splitBodies(text: string): readonly string[] {
  return text
    .split(/[、,，;；]/)
    .map((name) => squeeze(name))
    .filter((name) => name !== '');
}

function cellText(row: Block, column: TableCell['column']): string {
  const cell = row.cells.find((c) => c.column === column);
  return cell === undefined ? '' : row.text.slice(cell.text.start, cell.text.end);
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < text.length; i += 1) pairs.add(text.slice(i, i + 2));
  return pairs;
}

function bodySections(blocks: readonly Block[]): readonly Section[] {
  const byId = new Map(blocks.map((b) => [b.id, b]));
  return blocks.flatMap((body) => {
    const heading = body.runInOf === null ? undefined : byId.get(body.runInOf);
    if (heading === undefined) return [];
    const above = heading.parentId === null ? undefined : byId.get(heading.parentId);
    const plain = squeeze(body.text);
    return [
      {
        task: above === undefined ? '' : `${above.number ?? ''}${above.text}`,
        subtask: `${heading.number ?? ''}${heading.text}`,
        body,
        plain,
        pairs: pairsOf(plain),
      },
    ];
  });
}

function sectionsByRun(sections: readonly Section[]): SectionsByRun {
  const byRun = new Map<string, number[]>();
  for (const [place, { plain }] of sections.entries()) {
    for (let i = 0; i + RUN <= plain.length; i += 1) {
      const run = plain.slice(i, i + RUN);
      const places = byRun.get(run);
      if (places === undefined) byRun.set(run, [place]);
      else if (places.length < MOST && places[places.length - 1] !== place) places.push(place);
    }
  }
  return byRun;
}

/** The section that shares most pairs of characters with the measure, and at least half; the first of equals. */
function bestSection(
  sections: readonly Section[],
  byRun: SectionsByRun,
  measure: string,
): Section | undefined {
  const plain = squeeze(measure);
  const own = [...pairsOf(plain)];
  const places = new Set<number>();
  for (let i = 0; i + RUN <= plain.length; i += 1)
    for (const place of byRun.get(plain.slice(i, i + RUN)) ?? []) places.add(place);
  let best: Section | undefined;
  let most = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    const section = sections[place];
    if (section === undefined) continue;
    const shared = own.filter((pair) => section.pairs.has(pair)).length;
    if (shared > most) {
      best = section;
      most = shared;
    }
  }
  return most * 2 >= own.length ? best : undefined;
}

/** Clauses of the row that the body words otherwise, each with both readings. */
function differences(row: Block, cell: TableCell, measure: string, section: Section): readonly Defect[] {
  if (section.plain.includes(squeeze(measure).replace(/。$/, ''))) return [];
  const defects: Defect[] = [];
  const clauses = section.plain.split(/(?<=[。,，])/);
  let at = 0;
  for (const clause of measure.split(/(?<=[。,，])/)) {
    const from = cell.text.start + at;
    at += clause.length;
    const plain = squeeze(clause).replace(/[。,，]$/, '');
    if (plain === '' || section.plain.includes(plain)) continue;
    const near = nearest(clauses, plain);
    const { start, end } = sourceRange(row.positions, from, from + clause.trimEnd().length);
    defects.push({ start, end, kind: 'table-differs', note: `表作“${plain}”，正文作“${near}”` });
  }
  return defects;
}

function nearest(clauses: readonly string[], plain: string): string {
  const own = [...pairsOf(plain)];
  let best = '';
  let most = -1;
  for (const clause of clauses) {
    const shared = own.filter((pair) => clause.includes(pair)).length;
    if (shared > most) {
      best = clause;
      most = shared;
    }
  }
  return best.replace(/[。,，]$/, '');
}
