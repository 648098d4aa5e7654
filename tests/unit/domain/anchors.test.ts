import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorSchema, type BlockId } from '../../../preload/contract/index.ts';
import {
  createAnchor,
  headingPath,
  paragraphMark,
  rangesIn,
  resolveAnchor,
  textUnder,
} from '../../../renderer/domain/anchors/index.ts';
import { loadConverter } from '../../../renderer/domain/script/index.ts';
import { contentOf, place } from './seed-content.ts';
import { isTraditional, seedTexts } from './seed-texts.ts';

const report = contentOf([
  { id: 'title', kind: 'title', text: '政府工作报告' },
  { id: 'preface', text: '各位代表：' },
  { id: 'h3', kind: 'heading', number: '三、', text: '主要任务' },
  { id: 'h32', kind: 'heading', number: '（二）', text: '深化改革', under: 'h3' },
  { id: 'h324', kind: 'heading', number: '4.', text: '推进试点', under: 'h32' },
  { id: 'one', text: '  第一段文字。', under: 'h324' },
  { id: 'empty', text: '', under: 'h324' },
  { id: 'two', text: '第二段😀文字。 ', under: 'h324' },
  { id: 'article', kind: 'heading', number: '第三条', text: '适用范围' },
  { id: 'row', kind: 'table', text: '任务 单位', under: 'article' },
  { id: 'end', text: '附则。', under: 'article' },
]);

describe('the anchor of a selection', () => {
  it('quotes one passage with its context and headings', () => {
    const anchor = createAnchor(report, place('two', 1), place('two', 3));
    expect(anchor).toMatchObject({
      documentId: 'test',
      start: { blockId: 'two', offset: 1 },
      end: { blockId: 'two', offset: 3 },
      exact: '二段',
      suffix: '😀文字。 \n适用范围\n任务 单位\n附则。',
      headingPath: ['三、主要任务', '（二）深化改革', '4.推进试点'],
    });
    expect(anchor?.prefix.endsWith('第一段文字。\n\n第')).toBe(true);
    expect([...(anchor?.prefix ?? '')]).toHaveLength(32);
  });

  it('is the same from the end to the start', () => {
    const forward = createAnchor(report, place('one', 3), place('two', 2));
    expect(createAnchor(report, place('two', 2), place('one', 3))).toEqual(forward);
    expect(forward?.exact).toBe('一段文字。\n\n第二');
  });

  it('leaves out white space, empty blocks and the next block that a triple click reaches', () => {
    const anchor = createAnchor(report, place('one', 0), place('two', 0));
    expect([anchor?.start, anchor?.end]).toEqual([place('one', 2), place('one', 8)]);
    expect(anchor?.exact).toBe('第一段文字。');
  });

  it('takes a whole character where a place falls inside a surrogate pair', () => {
    expect(createAnchor(report, place('two', 4), place('two', 6))?.exact).toBe('😀文');
    expect(createAnchor(report, place('two', 2), place('two', 4))?.exact).toBe('段😀');
  });

  it('is none where no text is selected or a block is unknown', () => {
    expect(createAnchor(report, place('two', 2), place('two', 2))).toBeNull();
    expect(createAnchor(report, place('two', 4), place('two', 4))).toBeNull();
    expect(createAnchor(report, place('one', 0), place('one', 2))).toBeNull();
    expect(createAnchor(report, place('empty', 0), place('two', 0))).toBeNull();
    expect(createAnchor(report, place('gone', 0), place('two', 2))).toBeNull();
  });

  it('clamps offsets that lie outside a block', () => {
    expect(createAnchor(report, place('end', -3), place('end', 999))?.exact).toBe('附则。');
  });
});

describe('an anchor in its document', () => {
  const anchor = createAnchor(report, place('one', 3), place('two', 2));
  if (anchor === null) throw new Error('The anchor of the tests was not made');

  it('covers a range in every block with text', () => {
    expect(rangesIn(report, anchor)).toEqual([
      { blockId: 'one', start: 3, end: 8 },
      { blockId: 'two', start: 0, end: 2 },
    ]);
  });

  it('is exact on its own edition, stale on another or where the words differ', () => {
    expect(resolveAnchor(report, anchor)).toBe('exact');
    expect(
      resolveAnchor({ ...report, document: { ...report.document, editionHash: 'b'.repeat(64) } }, anchor),
    ).toBe('stale');
    const changed = report.blocks.map((block) => (block.id === 'two' ? { ...block, text: '改' } : block));
    expect(resolveAnchor({ ...report, blocks: changed }, anchor)).toBe('stale');
    const shorter = { ...report, blocks: report.blocks.filter((block) => block.id !== 'two') };
    expect(resolveAnchor(shorter, anchor)).toBe('stale');
    expect([textUnder(shorter, anchor), rangesIn(shorter, anchor)]).toEqual(['', []]);
  });
});

describe('the place of a block in words', () => {
  it.each([
    ['title', [], ''],
    ['preface', [], '¶1'],
    ['h3', [], '三'],
    ['h32', ['三、主要任务'], '三(二)'],
    ['one', ['三、主要任务', '（二）深化改革', '4.推进试点'], '三(二)4 ¶1'],
    ['two', ['三、主要任务', '（二）深化改革', '4.推进试点'], '三(二)4 ¶3'],
    ['row', ['第三条 适用范围'], '第三条 ¶1'],
    ['end', ['第三条 适用范围'], '第三条 ¶2'],
    ['gone', [], ''],
  ])('%s', (blockId, path, mark) => {
    expect(headingPath(report, blockId as BlockId)).toEqual(path);
    expect(paragraphMark(report, blockId as BlockId)).toBe(mark);
  });

  it('survives headings that name each other as parent', () => {
    const ring = contentOf([
      { id: 'a', kind: 'heading', text: '甲', under: 'b' },
      { id: 'b', kind: 'heading', text: '乙', under: 'a' },
    ]);
    expect(headingPath(ring, 'a' as BlockId)).toEqual(['乙']);
  });
});

describe('anchors over the five documents', () => {
  const contents = seedTexts.map((seed) => ({
    traditional: isTraditional(seed),
    content: contentOf(seed.lines.map((text, at) => ({ id: `b${at}`, text }))),
  }));
  const selection = fc
    .record({
      document: fc.constantFrom(...contents),
      from: fc.nat(),
      blocks: fc.nat(4),
      one: fc.nat(),
      other: fc.nat(),
    })
    .map(({ document, from, blocks, one, other }) => {
      const { content, traditional } = document;
      const first = from % content.blocks.length;
      const last = Math.min(content.blocks.length - 1, first + blocks);
      const at = (position: number, value: number) => {
        const text = content.blocks[position]?.text ?? '';
        return place(`b${position}`, value % (text.length + 1));
      };
      return { content, traditional, start: at(first, one), end: at(last, other) };
    });

  it('stand on the text they quote and pass the contract', () => {
    fc.assert(
      fc.property(selection, ({ content, start, end }) => {
        const anchor = createAnchor(content, start, end);
        if (anchor === null) return;
        expect(textUnder(content, anchor)).toBe(anchor.exact);
        expect(resolveAnchor(content, anchor)).toBe('exact');
        expect(anchorSchema.safeParse(anchor).success).toBe(true);
        expect(anchor.exact.trim()).toBe(anchor.exact);
        const whole = content.blocks.map((block) => block.text).join('\n');
        expect(whole).toContain(anchor.prefix + anchor.exact + anchor.suffix);
      }),
      { numRuns: 500 },
    );
  });

  it('stay on their words through a script switch and back', async () => {
    const converters = {
      hant: await loadConverter('hant-to-hans'),
      hans: await loadConverter('hans-to-hant'),
    };
    fc.assert(
      fc.property(selection, ({ content, traditional, start, end }) => {
        const anchor = createAnchor(content, start, end);
        if (anchor === null) return;
        const converter = traditional ? converters.hant : converters.hans;
        for (const range of rangesIn(content, anchor)) {
          const text = content.blocks.find((block) => block.id === range.blockId)?.text ?? '';
          const { map } = converter.convert(text);
          const shown = [map.toDisplay(range.start), map.toDisplay(range.end)];
          expect(shown.map(map.toOriginal)).toEqual([range.start, range.end]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
