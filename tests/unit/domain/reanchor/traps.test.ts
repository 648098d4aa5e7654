import { describe, expect, it } from 'vitest';
import { alignEditions, reanchor } from '../../../../renderer/domain/reanchor/index.ts';
import { anchorOf, between, carried } from './edition.ts';

const paragraphs = [
  '一、总体要求',
  '坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，加快建设具有全球影响力的科技创新中心。',
  '二、重点任务',
  '支持企业加大研发投入，对符合条件的企业给予不超过二百万元的资助。责任单位：市科委、市财政局。',
  '优化口岸营商环境，推进通关便利化改革，压缩整体通关时间。责任单位：市商务委、上海海关。',
  '加强知识产权保护，健全惩罚性赔偿制度，建设知识产权纠纷多元化解机制。责任单位：市知识产权局。',
  '三、保障措施',
  '各区、各部门要加强组织领导，明确任务分工，确保各项政策措施落到实处。',
];
const text = paragraphs.join('\n');
const edited = (change: (parts: string[]) => void): string => {
  const parts = [...paragraphs];
  change(parts);
  return parts.join('\n');
};

describe('the four states', () => {
  it('is exact for the same words at the same place', () => {
    expect(carried(text, `${text}\n新增一段。`, '加快建设')).toMatchObject({ state: 'exact', score: 1 });
  });

  it('is moved when text came before', () => {
    expect(carried(text, `序言。\n${text}`, '加快建设')).toMatchObject({
      state: 'moved',
      words: '加快建设',
      score: 1,
    });
  });

  it('is moved when a paragraph went elsewhere', () => {
    const fresh = edited((parts) => parts.push(...parts.splice(3, 1)));
    expect(carried(text, fresh, '二百万元的资助')).toMatchObject({ state: 'moved', words: '二百万元的资助' });
  });

  it('is changed when words of it are others, and covers what replaced them', () => {
    const fresh = text.replace('不超过二百万元', '最高三百五十万元');
    const answer = carried(text, fresh, '给予不超过二百万元的资助');
    expect(answer).toMatchObject({ state: 'changed', words: '给予最高三百五十万元的资助' });
    expect(answer.score).toBeGreaterThan(0.4);
    expect(answer.score).toBeLessThan(1);
  });

  it('covers what came into the middle of it', () => {
    const fresh = text.replace('推进通关便利化改革，', '推进通关便利化改革，推广“提前申报”，');
    expect(carried(text, fresh, '推进通关便利化改革，压缩整体通关时间').words).toBe(
      '推进通关便利化改革，推广“提前申报”，压缩整体通关时间',
    );
  });

  it('is an orphan when the sentence is gone', () => {
    const fresh = edited((parts) => parts.splice(5, 1));
    expect(carried(text, fresh, '知识产权保护')).toStrictEqual({
      state: 'orphan',
      start: null,
      end: null,
      score: 0,
      words: '',
    });
  });
});

describe('the same words in another dress', () => {
  it.each([
    ['wrapped', '推进通关便利\n化改革，压缩 整体'],
    ['half width', '推进通关便利化改革,压缩整体'],
    ['traditional', '推進通關便利化改革，壓縮整體'],
  ])('is moved or exact, never changed: %s', (_, shown) => {
    const answer = carried(
      text,
      text.replace('推进通关便利化改革，压缩整体', shown),
      '推进通关便利化改革，压缩整体',
    );
    expect(answer.words).toBe(shown);
    expect(answer.state).toBe(shown.length === 14 ? 'exact' : 'moved');
  });

  it('ends behind a whole character outside the basic plane', () => {
    const old = '文中有𠮷字一个。后面还有别的话要说。';
    expect(carried(old, `前言。${old}`, '有𠮷').words).toBe('有𠮷');
  });
});

describe('repeats', () => {
  const boilerplate = '由市有关部门按照职责分工负责。';
  const measures = ['建设数据中心。', '推广绿色建筑。', '发展海洋经济。', '培育专业人才。'];
  const list = measures.map((measure) => `${measure}${boilerplate}`).join('\n');

  it('keeps each of several equal sentences with its neighbours', () => {
    const fresh = `${measures[3]}${boilerplate}\n新的一段话。\n${list.slice(0, list.lastIndexOf('\n'))}`;
    const alignment = alignEditions(list, fresh);
    for (const [nth, measure] of measures.entries()) {
      const answer = reanchor(alignment, anchorOf(list, '职责分工', nth));
      const place = fresh.indexOf(measure) + `${measure}由市有关部门按照`.length;
      expect(answer.start === null ? place : answer.start).toBe(place);
    }
  });

  it('does not take the sentence of a deleted item for another one', () => {
    const fresh = list.replace(`${measures[1]}${boilerplate}\n`, '');
    expect(carried(list, fresh, '绿色建筑').state).toBe('orphan');
    expect(carried(list, fresh, '职责分工', 1).state).toBe('orphan');
    expect(carried(list, fresh, '职责分工', 2).start).toBe(fresh.indexOf('职责分工', fresh.indexOf('海洋')));
  });

  it('never guesses which of equal lines is gone', () => {
    const line = '持续推进。\n';
    const old = `开头一段说明文字。\n${line.repeat(3)}结尾一段说明文字。`;
    const fresh = `开头一段说明文字。\n${line.repeat(2)}结尾一段说明文字。`;
    for (const nth of [0, 1, 2]) expect(carried(old, fresh, '持续推进', nth).state).toBe('orphan');
    expect(carried(old, fresh, '结尾一段').state).toBe('moved');
  });

  it('does not lend a deleted sentence the words its neighbour begins with', () => {
    const old = '前文到此为止。要加强组织领导和统筹协调。要加强宣传引导和督促检查。';
    const fresh = '前文到此为止。要加强宣传引导和督促检查。';
    expect(carried(old, fresh, '要加强', 0).state).toBe('orphan');
    expect(carried(old, fresh, '要加强', 1)).toMatchObject({ state: 'moved', start: 7 });
  });

  it('places short quotes by their ordinal in the sentence', () => {
    const old = '深化改革，推动改革，全面落实改革任务。其他改革。';
    const fresh = `新增改革内容。${old.replace('推动', '大力推动')}`;
    expect(carried(old, fresh, '改革', 1).start).toBe(fresh.indexOf('大力推动改革') + 4);
  });
});

describe('sentences taken apart', () => {
  it('follows a sentence that was split in two', () => {
    const fresh = text.replace('理念，加快', '理念。加快').replace('坚持稳中求进', '必须坚持稳中求进');
    expect(carried(text, fresh, '新发展理念').words).toBe('新发展理念');
    expect(carried(text, fresh, '科技创新中心').words).toBe('科技创新中心');
  });

  it('keeps the half of a sentence that stayed', () => {
    const fresh = text.replace(
      '健全惩罚性赔偿制度，建设知识产权纠纷多元化解机制',
      '支持海外维权援助站点布局，扩大服务范围',
    );
    expect(carried(text, fresh, '加强知识产权保护').words).toBe('加强知识产权保护');
    expect(carried(text, fresh, '纠纷多元化解').state).toBe('orphan');
  });

  it('carries a quote of several paragraphs, and one of thousands of characters', () => {
    const fresh = edited((parts) => parts.splice(4, 0, '新增一项重点任务，由各区负责落实。'));
    const across = between(text, text.indexOf('支持企业'), text.indexOf('加强知识'));
    const answer = reanchor(alignEditions(text, fresh), across);
    expect(answer).toMatchObject({ start: fresh.indexOf('支持企业'), end: fresh.indexOf('\n加强知识') });
    const long = Array.from(
      { length: 300 },
      (_, at) => `第${at + 1}条规定第${at * 37}号事项的办理程序和时限。`,
    ).join('\n');
    const whole = reanchor(alignEditions(long, `总则。\n${long}`), between(long, 20, long.length - 20));
    expect(whole).toMatchObject({ state: 'moved', start: 24, end: long.length - 16 });
  });
});

describe('anchors that do not fit their text', () => {
  const good = anchorOf(text, '二百万元');
  it.each([
    ['far outside', { start: 1e9, end: 2e9 }],
    ['negative', { start: -5, end: -1 }],
    ['reversed', { start: good.end, end: good.start }],
    ['not numbers', { start: Number.NaN, end: Number.NaN }],
    ['elsewhere', { start: 3, end: 7 }],
  ])('finds the words when the offsets are %s', (_, offsets) => {
    const answer = reanchor(alignEditions(text, `序。${text}`), { ...good, ...offsets });
    expect(answer).toMatchObject({ state: 'moved', start: good.start + 2, end: good.end + 2 });
  });

  it('is an orphan when the words occur several times and context is missing', () => {
    const lost = { start: -1, end: -1, exact: '责任单位', prefix: '', suffix: '' };
    expect(reanchor(alignEditions(text, text), lost).state).toBe('orphan');
    expect(reanchor(alignEditions(text, text), { ...lost, suffix: '：市商务委、上海海关' }).state).toBe(
      'moved',
    );
  });

  it.each(['', ' \n\t', '从来没有的话'])('is an orphan for words that are nowhere: %j', (exact) => {
    expect(
      reanchor(alignEditions(text, text), { start: 0, end: exact.length, exact, prefix: '', suffix: '' }),
    ).toEqual({ state: 'orphan', start: null, end: null, score: 0 });
  });

  it('takes empty editions', () => {
    expect(carried(text, '', '二百万元').state).toBe('orphan');
    expect(carried(text, ' \n', '二百万元').state).toBe('orphan');
    expect(reanchor(alignEditions('', text), good)).toMatchObject({ state: 'exact', start: good.start });
    expect(carried(text, '完全不同的另一篇文章，没有一句相同。', '二百万元').state).toBe('orphan');
  });
});
