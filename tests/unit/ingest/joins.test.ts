import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../main/ingest/mapped.ts';
import { ingestText, textsOf } from './ingest-text.ts';

const TITLE = '关于若干事项的意见\n';

function clean(text: string, mode: 'text' | 'title' = 'text'): string {
  return cleanText(text, { ranges: [{ start: 0, end: text.length }], joints: [] }, mode).text;
}

describe('blanks (R6)', () => {
  it.each([
    ['支持上海证券交 易所设立', '支持上海证券交易所设立'],
    ['国办 发〔2017〕11 号', '国办发〔2017〕11号'],
    ['本方案自 2020 年 11 月 6 日起施行', '本方案自2020年11月6日起施行'],
    ['副刊(Times Higher Education)、美 国', '副刊(Times Higher Education)、美国'],
    ['(U.S. News & World Report)、QS世界', '(U.S. News & World Report)、QS世界'],
    ['Shanghai Ranking’s Academic Ranking', 'Shanghai Ranking’s Academic Ranking'],
    ['G60 科创走廊\u00a0', 'G60科创走廊'],
  ])('%s', (from, to) => {
    expect(clean(from)).toBe(to);
  });

  it('may be meant in a title, between words and outside 《》', () => {
    expect(clean('打响“上海制造”品牌 加快迈向全球(2021-2023 年)', 'title')).toBe(
      '打响“上海制造”品牌 加快迈向全球(2021-2023年)',
    );
    expect(clean('关于印发 《试点 实施方案》的通知', 'title')).toBe('关于印发《试点实施方案》的通知');
  });

  it('each have a repair', () => {
    const { repairs, positions } = cleanText('证券交 易所', { ranges: [{ start: 0, end: 6 }], joints: [] });
    expect(repairs).toEqual([
      { start: 3, end: 4, at: 3, kind: 'space', original: ' ', replacement: '', note: null },
    ]);
    expect(positions).toEqual([0, 1, 2, 4, 5]);
  });
});

describe('joining (R8)', () => {
  it('goes on over a line end unless the paragraph ended', () => {
    expect(textsOf(`${TITLE}选择合适\n的财政资金。\n另起一段。`)).toEqual([
      '关于若干事项的意见',
      '选择合适的财政资金。',
      '另起一段。',
    ]);
    expect(textsOf(`${TITLE}符合下列条件之一的:\n甲类人员。`)).toHaveLength(3);
    expect(textsOf(`${TITLE}告知补齐材料;\n对材料齐全的，受理。`)).toEqual([
      '关于若干事项的意见',
      '告知补齐材料;对材料齐全的，受理。',
    ]);
  });

  it('does not go on after a heading, nor before a label', () => {
    expect(textsOf(`${TITLE}一、总体要求\n坚持原则\n1.甲。文。\n2.乙。文。`)).toContain('一、总体要求');
    expect(textsOf(`${TITLE}(一)申请表;\n(二)凭证;`)).toHaveLength(3);
  });

  it('tells a broken item from a heading by its siblings', () => {
    const long =
      '本市创业投资机构的合伙人，最近三年内累计缴纳社会保险的，申办户口时，累计年限可以缩短为两年。';
    const text = `${TITLE}一、${long}\n二、连续两年担任副总裁及以上的高级管理\n人才，${long}\n三、${long}`;
    expect(textsOf(text)).toContain(`二、连续两年担任副总裁及以上的高级管理人才，${long}`);
  });

  it('takes a label on a full line of a text broken at one width for a broken item', () => {
    const wrap = (text: string): string => text.replace(/.{20}/gu, '$&\n');
    const long = '推进现代服务业和先进制造业的发展是深化改革开放的重大举措，有利于提升综合优势和国际竞争力。';
    const text = `${TITLE}一、深刻认识意义\n${wrap(long.repeat(4))}\n${wrap(`(一)${long}`)}\n${wrap(`(二)${long}`)}`;
    expect(textsOf(text)).toEqual([
      '关于若干事项的意见',
      '一、深刻认识意义',
      long.repeat(4),
      `(一)${long}`,
      `(二)${long}`,
    ]);
  });

  it('ends a paragraph at a bracket only after the responsible bodies', () => {
    expect(textsOf(`${TITLE}建立协调机制(上海市)\n作用明显。`)).toHaveLength(2);
    expect(textsOf(`${TITLE}推进建设。(责任部门:市科委、市财政局)\n支持各区。`)).toHaveLength(3);
  });

  it('goes on over a page number and records it as a page join', () => {
    const page = (n: number, rest: string): string => `\n\n${n}\n\n${rest}`;
    const { blocks } = ingestText(
      `${TITLE}第一句。${page(1, '员工持')}${page(2, '股计划。')}${page(3, '末句。')}`,
    );
    const joined = blocks.find((b) => b.text === '员工持股计划。');
    expect(joined?.ranges).toHaveLength(2);
    expect(joined?.repairs).toMatchObject([
      { kind: 'page-join', original: '\n\n2\n\n', replacement: '', at: 3 },
    ]);
  });

  it('does not take two lone numbers for page numbers', () => {
    expect(textsOf(`${TITLE}甲。\n1\n乙。\n2\n丙。`).join('')).toContain('1');
  });
});
