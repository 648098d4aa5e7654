import { describe, expect, it } from 'vitest';
import type { Block, BlockId, DocumentId, Measure, TableCell } from '../../../preload/contract/index.ts';
import { wordsIn } from '../../../renderer/reading/same-words.ts';
import {
  bodiesOf,
  namesIn,
  type TableRow,
  tableRows,
  textOf,
} from '../../../renderer/reading/table-layout.ts';

const id = (seq: number) => `003-b000${seq}` as BlockId;

type Given = {
  readonly task: string;
  readonly subtask: string;
  readonly printed?: readonly (readonly ['task' | 'subtask', string])[];
  readonly bodies?: readonly (readonly [printed: string, canonical: string])[];
};

/** A table whose rows are printed and grouped as given; a row of no task holds only its printed label. */
function tableOf(given: readonly Given[]) {
  const rows: Block[] = [];
  const cells: TableCell[] = [];
  const measures: Measure[] = [];
  for (const [at, { task, subtask, printed = [], bodies = [] }] of given.entries()) {
    const seq = at + 1;
    const parts: (readonly [TableCell['column'], string])[] = [...printed];
    if (task !== '') parts.push(['seq', String(seq)], ['measure', `举措${seq}。`]);
    if (bodies.length > 0) parts.push(['bodies', bodies.map(([name]) => name).join('、')]);
    let text = '';
    for (const [ord, [column, part]] of parts.entries()) {
      cells.push({ blockId: id(seq), ord, column, start: text.length, end: text.length + part.length });
      text += `${part}\n`;
    }
    rows.push({
      id: id(seq),
      documentId: '003' as DocumentId,
      ord: seq,
      kind: 'table',
      level: null,
      levelBasis: null,
      number: null,
      text,
      closing: '',
      parentId: null,
      runInOf: null,
    });
    if (task === '') continue;
    measures.push({
      seq,
      task,
      subtask,
      measure: `举措${seq}。`,
      rowBlockId: id(seq),
      bodyBlockId: null,
      bodies: bodies.map(([name, canonical]) => ({ printed: name, canonical })),
    });
  }
  return { rows, cells, measures };
}

const shape = ({ row, task, subtask, strays, hidden }: TableRow) => ({
  task: task && `${task.label}×${task.span}${task.agrees ? '' : '!'}`,
  subtask: subtask && `${subtask.label}×${subtask.span}${subtask.agrees ? '' : '!'}`,
  strays: strays.map((cell) => textOf(row, cell)),
  hidden,
});

const finance = '市地方金融监督管理局';
const given: readonly Given[] = [
  {
    task: '(一)甲',
    subtask: '1.子',
    printed: [
      ['task', '(一) 甲'],
      ['subtask', '1. 子'],
    ],
    bodies: [['市商务委', '市商务委']],
  },
  { task: '(一)甲', subtask: '1.子', bodies: [['市地方金融监管局', finance]] },
  // Printed a row too late and a group too early.
  {
    task: '(一)甲',
    subtask: '2.丑',
    printed: [
      ['task', '(二)乙'],
      ['subtask', '2.丑'],
    ],
    bodies: [
      ['市商务委', '市商务委'],
      [finance, finance],
    ],
  },
  { task: '(二)乙', subtask: '3.寅', printed: [['task', '(二)乙丙']] },
  { task: '', subtask: '', printed: [['subtask', '3.寅']] },
];

describe('a responsibility table', () => {
  const { rows, cells, measures } = tableOf(given);

  it('groups rows by what they belong to; labels printed elsewhere or otherwise are kept beside', () => {
    expect(tableRows(rows, cells, measures, null).map(shape)).toEqual([
      { task: '(一)甲×3', subtask: '1.子×2', strays: [], hidden: false },
      { task: null, subtask: null, strays: [], hidden: false },
      { task: null, subtask: '2.丑×1', strays: ['(二)乙'], hidden: false },
      { task: '(二)乙×2!', subtask: '3.寅×2!', strays: [], hidden: false },
      { task: null, subtask: null, strays: ['3.寅'], hidden: false },
    ]);
  });

  it('lets a group begin with its first shown row, while printed labels stay in their own rows', () => {
    const shown = tableRows(rows, cells, measures, finance);
    expect(shown.map(shape)).toEqual([
      { task: '(一)甲×2', subtask: '1.子×1', strays: [], hidden: true },
      { task: '(一)甲×2!', subtask: '1.子×1!', strays: [], hidden: false },
      { task: null, subtask: '2.丑×1', strays: ['(二)乙'], hidden: false },
      { task: '(二)乙×1!', subtask: '3.寅×1!', strays: [], hidden: true },
      { task: null, subtask: null, strays: ['3.寅'], hidden: true },
    ]);
    const labels = (row: TableRow) => [
      ...(row.task?.printed ?? []),
      ...(row.subtask?.printed ?? []),
      ...row.strays,
    ];
    expect(shown.flatMap(labels)).toEqual(tableRows(rows, cells, measures, null).flatMap(labels));
  });

  it('is shown as printed while nothing is known of its groups', () => {
    const printed = tableRows(rows, cells, [], null);
    expect(printed.map(({ task }) => task?.printed.length)).toEqual([1, 0, 1, 1, 0]);
    expect(
      printed.every(({ task, hidden, strays }) => task?.span === 1 && !hidden && strays.length === 0),
    ).toBe(true);
  });

  it('names its bodies with their other names and how many rows each has', () => {
    expect(bodiesOf(measures)).toEqual([
      { canonical: '市商务委', aliases: [], measureCount: 2 },
      { canonical: finance, aliases: ['市地方金融监管局'], measureCount: 2 },
    ]);
  });

  it('finds a body under the name that is printed in the row', () => {
    const named = tableRows(rows, cells, measures, finance).map((row) =>
      namesIn(row, finance).map(({ start, end }) => row.row.text.slice(start, end)),
    );
    expect(named).toEqual([[], ['市地方金融监管局'], [finance], [], []]);
  });
});

describe('the same words', () => {
  it('are found whatever spaces stand between them, and not where one differs', () => {
    const text = '一。审批时限由 30 个工作日缩短至 15 个工作日。二。';
    const range = wordsIn(text, '审批时限由30个工作日 缩短至15个工作日。');
    expect(range && text.slice(range.start, range.end)).toBe('审批时限由 30 个工作日缩短至 15 个工作日。');
    expect(wordsIn(text, '审批时限由31个工作日')).toBeNull();
    expect(wordsIn(text, ' ')).toBeNull();
  });
});
