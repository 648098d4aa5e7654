import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../preload/contract/index.ts';
import { textAndTable } from '../../../renderer/reading/correspondence.ts';
import { contentOf, place } from '../domain/seed-content.ts';

const measure = (row: string, body: string | null): Measure => ({
  seq: 1,
  task: '',
  subtask: '',
  measure: '',
  rowBlockId: place(row, 0).blockId,
  bodyBlockId: body === null ? null : place(body, 0).blockId,
  bodies: [],
});

const { blocks } = contentOf([
  { id: 'head', text: '标题' },
  { id: 'one', text: '一' },
  { id: 'between', text: '其间' },
  { id: 'two', text: '二' },
  { id: 'end', text: '末' },
  { id: 'label', kind: 'table', text: '' },
  { id: 'r1', kind: 'table', text: '' },
  { id: 'r2', kind: 'table', text: '' },
  { id: 'stray', kind: 'table', text: '' },
  { id: 'r3', kind: 'table', text: '' },
]);
const correspond = textAndTable(blocks, [
  measure('r1', 'one'),
  measure('r2', 'one'),
  measure('stray', null),
  measure('r3', 'two'),
]);
const at = (id: string, share: number) => ({ blockId: place(id, 0).blockId, share });

describe('a text and its responsibility table', () => {
  it('shares the height of a paragraph among the rows that repeat it', () => {
    expect(correspond(at('one', 0), 'first')).toEqual(at('r1', 0));
    expect(correspond(at('one', 0.25), 'first')).toEqual(at('r1', 0.5));
    expect(correspond(at('one', 0.75), 'first')).toEqual(at('r2', 0.5));
    expect(correspond(at('one', 1), 'first')).toEqual(at('r2', 1));
    expect(correspond(at('two', 0.3), 'first')).toEqual(at('r3', 0.3));
  });

  it('stays between the rows while what stands between the paragraphs is read', () => {
    expect(correspond(at('head', 0.9), 'first')).toEqual(at('r1', 0));
    expect(correspond(at('between', 0.5), 'first')).toEqual(at('r3', 0));
    expect(correspond(at('end', 0.5), 'first')).toBeNull();
  });

  it('leads from a row back to where it came from', () => {
    for (const [block, share] of [
      ['one', 0.25],
      ['one', 0.75],
      ['two', 0.4],
    ] as const) {
      const row = correspond(at(block, share), 'first');
      const back = row === null ? null : correspond(row, 'second');
      expect(back?.blockId).toBe(block);
      expect(back?.share).toBeCloseTo(share, 10);
    }
  });

  it('takes a row that repeats nothing with the row before it, and a row of the text for itself', () => {
    expect(correspond(at('stray', 0.5), 'second')).toEqual(at('one', 1));
    expect(correspond(at('label', 0.5), 'second')).toBeNull();
    expect(correspond(at('r3', 0.2), 'first')).toEqual(at('r3', 0.2));
  });
});
