import { describe, expect, it } from 'vitest';
import { ingestText } from './ingest-text.ts';

const TEXT = `实施方案
一、试点任务
(一)完善体制
1.强化协调机制。建立绩效评估体系与考核机制。完善信息共享机制。
2.推进改革。简化审批流程,时限由30个工作日缩短至15个工作日。推进专窗建设。
附件
任务分工表
试点任务\t任务细化\t序号\t具体举措\t责任单位
(一) 完善体制\t1. 强化协调机制\t1\t建立绩效评估体系与考核机制。\t市商务委、市科委
\t2. 推进改革\t2\t完善信息共享机制。\t市商务委
试点任务\t任务细化\t序号\t具体举措\t责任单位\t
3\t简化审批流程, 时限由 30 个工作日缩短至 15 个工作日。\t市房管局\t
\t\t2.推进改革\t\t
\t\t\t4\t推进专窗设。
`;

describe('a responsibility table (R10)', () => {
  const document = ingestText(TEXT);
  const rows = document.blocks.filter((b) => b.kind === 'table');

  it('is read by the numbers of its rows, not by its columns', () => {
    const cells = rows.map((b) =>
      b.cells.map((c) => [c.column, b.text.slice(c.text.start, c.text.end)].join(':')),
    );
    expect(cells[2]).toEqual([
      'seq:3',
      'measure:简化审批流程, 时限由 30 个工作日缩短至 15 个工作日。',
      'bodies:市房管局',
    ]);
    expect(cells[3]).toEqual(['subtask:2.推进改革']);
    expect(cells[4]).toEqual(['seq:4', 'measure:推进专窗设。']);
  });

  it('groups rows by the paragraph that they repeat, not by where labels are printed', () => {
    expect(document.measures.map((m) => [m.seq, m.task, m.subtask])).toEqual([
      [1, '(一)完善体制', '1.强化协调机制'],
      [2, '(一)完善体制', '1.强化协调机制'],
      [3, '(一)完善体制', '2.推进改革'],
      [4, '(一)完善体制', '2.推进改革'],
    ]);
  });

  it('keeps the words and marks what is wrong with them', () => {
    expect(document.defects.map((d) => [d.kind, TEXT.slice(d.start, d.end)])).toEqual([
      ['table-label', '2. 推进改革'],
      ['table-label', '简化审批流程, 时限由 30 个工作日缩短至 15 个工作日。'],
      ['table-omission', '推进专窗设。'],
      ['table-differs', '推进专窗设。'],
    ]);
  });

  it('names the bodies of each row, none where none is printed', () => {
    expect(document.measureBodies.map((b) => [b.seq, b.ord, b.body])).toEqual([
      [1, 0, '市商务委'],
      [1, 1, '市科委'],
      [2, 0, '市商务委'],
      [3, 0, '市房管局'],
    ]);
  });
});

describe('TABs', () => {
  it('make no table of an indented paragraph or of a label', () => {
    const kinds = ingestText('关于某事的意见\n\t一、\t总体要求\n\t坚持原则。\n').blocks.map((b) => b.kind);
    expect(kinds).toEqual(['title', 'heading', 'paragraph']);
  });

  it('keep the header of a table that has no row numbers', () => {
    const rows = ingestText('关于某事的意见\n指标\t单位\n人口\t万人\n指标\t单位\n面积\t公顷\n').blocks.filter(
      (b) => b.kind === 'table',
    );
    expect(rows.map((b) => b.text)).toEqual(['指标\t单位', '人口\t万人', '面积\t公顷']);
    expect(rows[0]?.cells.map((c) => c.column)).toEqual(['cell', 'cell']);
  });
});
