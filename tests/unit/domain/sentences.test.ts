import { describe, expect, it } from 'vitest';
import type { BlockId, DocumentContent, TableCell } from '../../../preload/contract/index.ts';
import { extendBy, splitSentences, unitsOf, unitsTouched } from '../../../renderer/domain/sentences/index.ts';
import { contentOf, place } from './seed-content.ts';
import { seedTexts } from './seed-texts.ts';

const sentences = (text: string): readonly string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a text', () => {
  it.each([
    ['坚持民生优先。物价牵动民心，必须抓好。', ['坚持民生优先。', '物价牵动民心，必须抓好。']],
    ['一是减税；二是降费；三是放权。', ['一是减税；', '二是降费；', '三是放权。']],
    ['怎么办？当然要办！办……好。', ['怎么办？', '当然要办！', '办……', '好。']],
    ['他说：“要落实。”会议强调：抓紧。', ['他说：“要落实。”', '会议强调：抓紧。']],
    ['坚持“房住不炒。”，稳定预期。', ['坚持“房住不炒。”，稳定预期。']],
    ['落实措施（一是减税；二是降费），见效快。', ['落实措施（一是减税；二是降费），见效快。']],
    ['（此件公开发布。）抄送各部门。', ['（此件公开发布。）', '抄送各部门。']],
    ['印发《关于稳增长；促改革的意见》。请执行。', ['印发《关于稳增长；促改革的意见》。', '请执行。']],
    ['增长15.5%，供应17.08万套。完成。', ['增长15.5%，供应17.08万套。', '完成。']],
    ['一、总体要求', ['一、总体要求']],
    ['未闭合（一是减税；二是降费。', ['未闭合（一是减税；', '二是降费。']],
    ['  前面有空格。  中间也有。 ', ['前面有空格。', '中间也有。']],
    ['', []],
    ['   ', []],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('lose no character of the five documents, and are in order', () => {
    for (const { lines } of seedTexts) {
      for (const line of lines) {
        const spans = splitSentences(line);
        expect(
          spans
            .map(({ start, end }) => line.slice(start, end))
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(line.replace(/\s/gu, ''));
        expect(spans.every(({ start }, at) => start >= (spans[at - 1]?.end ?? 0))).toBe(true);
      }
    }
  });
});

const plain = contentOf([
  { id: 'h', kind: 'heading', text: '主要任务' },
  { id: 'a', text: ' 第一句。第二句。' },
  { id: 'empty', text: '' },
  { id: 'row', kind: 'table', text: '1加快开放。扩大进口市商务委' },
]);
const cell = (column: TableCell['column'], ord: number, start: number, end: number): TableCell => ({
  blockId: 'row' as BlockId,
  column,
  ord,
  start,
  end,
});
const content: DocumentContent = {
  ...plain,
  cells: [cell('seq', 0, 0, 1), cell('measure', 1, 1, 10), cell('bodies', 2, 10, 14)],
};
const order = (id: BlockId): number => content.blocks.findIndex((block) => block.id === id);

describe('the units of a document', () => {
  it('are the sentences of blocks and of cells, never over their ends', () => {
    const texts = unitsOf(content, 'sentence').map(({ blockId, start, end }) =>
      content.blocks.find(({ id }) => id === blockId)?.text.slice(start, end),
    );
    expect(texts).toEqual(['主要任务', '第一句。', '第二句。', '1', '加快开放。', '扩大进口', '市商务委']);
  });

  it('are the blocks that hold text', () => {
    expect(unitsOf(content, 'paragraph').map(({ blockId, start }) => [blockId, start])).toEqual([
      ['h', 0],
      ['a', 1],
      ['row', 0],
    ]);
  });

  const units = unitsOf(content, 'sentence');
  const touched = (from: ReturnType<typeof place>, to: ReturnType<typeof place>, backward = false) =>
    unitsTouched(units, { start: from, end: to, backward }, order);

  it('are found under a selection of any part of them, in its direction', () => {
    expect(touched(place('a', 2), place('a', 3))).toEqual({ anchor: 1, focus: 1 });
    expect(touched(place('h', 1), place('a', 7))).toEqual({ anchor: 0, focus: 2 });
    expect(touched(place('h', 1), place('a', 7), true)).toEqual({ anchor: 2, focus: 0 });
    expect(touched(place('a', 5), place('a', 6))).toEqual({ anchor: 2, focus: 2 });
    expect(touched(place('empty', 0), place('empty', 0))).toBeNull();
  });

  it('grow and shrink at the moving end, over the beginning too, and stop at the ends of the document', () => {
    expect(extendBy({ anchor: 1, focus: 1 }, 1, 7)).toEqual({ anchor: 1, focus: 2 });
    expect(extendBy({ anchor: 1, focus: 2 }, -1, 7)).toEqual({ anchor: 1, focus: 1 });
    expect(extendBy({ anchor: 1, focus: 1 }, -1, 7)).toEqual({ anchor: 1, focus: 0 });
    expect(extendBy({ anchor: 1, focus: 0 }, -1, 7)).toBeNull();
    expect(extendBy({ anchor: 1, focus: 6 }, 1, 7)).toBeNull();
  });
});
