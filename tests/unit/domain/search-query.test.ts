import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument, SearchUnit } from '../../../preload/contract/index.ts';
import { createSearchEngine } from '../../../renderer/domain/search/index.ts';
import { runs } from '../../support/runs.ts';

const unit = (documentId: string, number: number, text: string, kind: SearchUnit['kind'] = 'paragraph') => ({
  documentId,
  blockId: `${documentId}${number}`,
  kind,
  textStart: 0,
  text,
});

const described = (id: string, facts: Partial<SearchDocument>): SearchDocument => ({
  id,
  title: id,
  documentNumber: null,
  issuer: null,
  kind: null,
  issuedOn: null,
  effectiveOn: null,
  expiresOn: null,
  bodies: [],
  ...facts,
});

const engine = createSearchEngine();
engine.add(
  [
    unit('a', 1, '养老服务通知', 'title'),
    unit('a', 2, '养老服务，医疗服务。社区养老；医疗保险'),
    unit('a', 3, '養老補貼'),
    unit('b', 1, '医疗保险和养老保险'),
    unit('b', 2, '报名1|2或-3，限2～3人，比例为3:1'),
    unit('b', 3, '责任单位由市商务委牵头，OR gate，“菜籃子”'),
  ],
  [
    described('a', {
      title: '养老服务通知',
      documentNumber: '沪府发〔2019〕7号',
      issuer: '上海市人民政府',
      kind: '通知',
      issuedOn: '2020-11-05',
      effectiveOn: '2020-12-01',
      expiresOn: '2025-11-30',
      bodies: ['市商务委', '市商务委员会'],
    }),
    described('b', {
      title: '医疗办法',
      documentNumber: '国发〔2009〕19号',
      issuer: '国务院',
      kind: '办法',
    }),
  ],
);
engine.buildIndex(2);

const ask = (query: string, exact = false) => {
  const result = engine.search(query, { limit: 100, exact, day: '2021-06-01' });
  return {
    blocks: result.documents.flatMap(({ hits }) => hits.map(({ blockId }) => blockId)).sort(),
    places: result.totalOccurrences,
    problems: result.problems.map(({ code }) => code),
  };
};
const found = (query: string) => ask(query).blocks;

describe('what a query asks for', () => {
  it.each([
    ['养老 医疗', ['a2', 'b1']],
    ['养老 -医疗', ['a1', 'a3']],
    ['养老 －医疗', ['a1', 'a3']],
    ['养老 -"医疗 保险"', ['a1', 'a3']],
    ['补贴 OR 商务委', ['a3', 'b3']],
    ['补贴 | 商务委', ['a3', 'b3']],
    ['补贴|商务委', ['a3', 'b3']],
    ['補貼 或 商务委', ['a3', 'b3']],
    ['补贴 OR "养老保险" 养老', ['a3', 'b1']],
    ['“养老保险”|「补贴」', ['a3', 'b1']],
    ['「养老服务」', ['a1', 'a2']],
    ['「菜篮子」', ['b3']],
    ['菜篮子', ['b3']],
  ])('%s', (query, blocks) => {
    expect(ask(query)).toMatchObject({ blocks, problems: [] });
  });

  it('counts the places of all words, each once', () => {
    expect(ask('养老 医疗').places).toBe(2 + 2 + 1 + 1);
    expect(ask('养老 OR 医疗').places).toBe(1 + 4 + 1 + 2 + 1);
    expect(ask('养老 OR 养老 养老').places).toBe(5);
    expect(ask('医疗 -社区')).toMatchObject({ blocks: ['b-title', 'b1'], places: 2 });
  });

  it('takes two words near one another only in one sentence', () => {
    expect(found('"养老 医疗"~3')).toEqual(['a2', 'b1']);
    expect(found('"医疗 养老"~2')).toEqual([]);
    expect(found('养老 医疗~3')).toEqual(found('"养老 医疗"~3'));
    expect(found('养老 ~3 医疗')).toEqual(found('"养老 医疗"~3'));
    // 社区养老；医疗 are next to each other, in two sentences.
    expect(ask('"社区养老 医疗"~5').blocks).toEqual([]);
    expect(ask('"养老 医疗"~3').places).toBe(4);
    expect(ask('"保险 保险"~10')).toMatchObject({ blocks: ['b1'], places: 2 });
    expect(found('"养老 ~2')).toEqual([]);
  });

  it.each([
    ['标题:养老 医疗', ['a2']],
    ['title:养老 医疗', ['a2']],
    ['標題：養老 医疗', ['a2']],
    ['文号:国发[2009] 养老', ['b1']],
    ['机关:国务院 养老', ['b1']],
    ['-issuer:国务院 养老', ['a1', 'a2', 'a3']],
    ['年份:2020 医疗', ['a2']],
    ['年份:2020年 医疗', ['a2']],
    ['year:2008..2010 养老', ['b1']],
    ['年份:..2010 养老', ['b1']],
    ['年份:2010.. 医疗', ['a2']],
    ['类型:通知 类型:办法 保险', ['a2', 'b1']],
    ['type:办法 保险', ['b1']],
    ['效力:现行 医疗', ['a2']],
    ['validity:expired 医疗', []],
    ['效力:未载明 保险', ['b1']],
    ['责任单位:商务委 医疗', ['a2']],
    ['body:"市商务委" 医疗', ['a2']],
    ['标题:养老', ['a1']],
    ['年份:2009', ['b-title']],
    ['年份:1990..2030 -养老', ['b-title']],
    ['机关:没有', []],
  ])('%s', (query, blocks) => {
    expect(ask(query)).toMatchObject({ blocks, problems: [] });
  });

  it('finds a document by a title that it does not print, counted once', () => {
    expect(ask('医疗办法')).toEqual({ blocks: ['b-title'], places: 1, problems: [] });
    expect(ask('养老服务通知')).toEqual({ blocks: ['a1'], places: 1, problems: [] });
  });

  it('knows notes and tags when it is told of them', () => {
    expect(ask('有笔记 养老保险')).toMatchObject({ blocks: ['b1'], problems: ['notes-unknown'] });
    const note = {
      annotationId: 'n',
      documentId: 'a',
      blockId: 'a2',
      modifiedAt: '2026-11-22T08:00:00.000Z',
    };
    engine.putNotes([{ ...note, text: '', tags: ['要点'] }]);
    expect(found('有笔记 医疗')).toEqual(['a2']);
    expect(found('has:notes 医疗')).toEqual(['a2']);
    expect(found('-有笔记 医疗')).toEqual(['b-title', 'b1']);
    expect(found('标签:要點 医疗')).toEqual(['a2']);
    expect(found('tag:别的 医疗')).toEqual([]);
    engine.removeNotes(['n']);
    expect(ask('有笔记 医疗')).toMatchObject({ blocks: [], problems: [] });
  });

  it('says that a line of a text was read as a filter, and that a heading is without its number', () => {
    const own = createSearchEngine();
    const about = { number: null, kind: null, issuedOn: null, effectiveOn: null, expiresOn: null };
    const described = {
      ...about,
      id: 'd',
      title: '方案',
      documentNumber: null,
      issuer: null,
      bodies: ['市商务委'],
    };
    const block = { documentId: 'd', textStart: 0 };
    own.add(
      [
        { ...block, blockId: 'd1', kind: 'heading', text: '推动贸易数字化' },
        { ...block, blockId: 'd2', kind: 'paragraph', text: '责任单位：市商务委、市财政局' },
      ],
      [described],
    );
    const says = (query: string) => {
      const { problems } = own.search(query, { limit: 9 });
      return problems.map(({ code, start, end }) => [code, query.slice(start, end)]);
    };
    expect(says('责任单位：市商务委')).toEqual([['read-as-filter', '责任单位：市商务委']]);
    expect(says('责任单位:市商务委')).toEqual([]);
    expect(says('责任单位：市科委')).toEqual([]);
    expect(says('"责任单位：市商务委"')).toEqual([]);
    expect(says('（十）推动贸易数字化')).toEqual([['heading-number', '（十）']]);
    expect(says('"十、 推動貿易"')).toEqual([['heading-number', '十、']]);
    expect(says('（十）推动别的')).toEqual([]);
    expect(says('推动贸易')).toEqual([]);
  });

  it('tells exact characters apart when asked to', () => {
    expect(ask('养老', true)).toMatchObject({ blocks: ['a1', 'a2', 'b1'], places: 4 });
    expect(ask('養老', true)).toMatchObject({ blocks: ['a3'], places: 1 });
    expect(ask('or', true).blocks).toEqual([]);
    expect(ask('"OR gate"', true).blocks).toEqual(['b3']);
    expect(ask('～', true).blocks).toEqual(['b2']);
    expect(ask('~', true).blocks).toEqual([]);
  });
});

describe('what is wrong in a query is explained, and the rest searched', () => {
  it.each([
    ['补贴 或', ['a3'], ['lone-or']],
    ['OR 补贴', ['a3'], ['lone-or']],
    ['补贴 | | 商务委', ['a3', 'b3'], ['lone-or']],
    ['"补贴"~2', ['a3'], ['near-needs-two']],
    ['补贴 作者:张', [], ['unknown-field']],
    ['补贴 标题:', ['a3'], ['field-empty']],
    ['补贴 年份:去年', ['a3'], ['bad-year']],
    ['补贴 效力:也许', ['a3'], ['unknown-validity']],
    ['-补贴', [], ['only-exclusions']],
    ['补贴 "', ['a3'], ['unbalanced-quote', 'nothing-to-find']],
  ])('%s', (query, blocks, problems) => {
    expect(ask(query)).toMatchObject({ blocks, problems });
  });

  it.each([
    ['或', ['b2']],
    ['|', ['b2']],
    ['-3', ['b2']],
    ['2～3人', ['b2']],
    ['1|2', ['b2']],
    ['3:1', ['b2']],
    ['OR', ['b3']],
    ['-', ['b2']],
    ['"', ['b3']],
    ['责任单位由', ['b3']],
  ])('%s is text where it can be nothing else', (query, blocks) => {
    expect(found(query)).toEqual(blocks);
  });

  it('survives anything, quickly', () => {
    const piece = fc.constantFrom(
      ...[
        '"',
        '“',
        '”',
        '「',
        '」',
        ' ',
        '-',
        '|',
        '或',
        'OR',
        '~3',
        '～2',
        '养老',
        '医',
        '标题:',
        '年份:20',
      ],
      ...[
        '2020..2021',
        'has:',
        '效力:',
        '\ud83d',
        '\u0000',
        '(a+)+$',
        '\\',
        '\u200b',
        '[',
        '*',
        '\u3000',
        '。',
      ],
    );
    const typed = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(typed, fc.boolean(), (query, exact) => {
        const { documents, totalBlocks, problems } = engine.search(query, { limit: 5, exact });
        expect(totalBlocks > 0 || documents.length === 0).toBe(true);
        for (const { start, end } of problems) expect(start <= end && end <= query.length).toBe(true);
        for (const hit of documents.flatMap(({ hits }) => hits)) {
          for (const { start, end } of hit.ranges) expect(start < end && end <= hit.text.length).toBe(true);
        }
      }),
      { numRuns: runs(1000, 30_000) },
    );
    const start = performance.now();
    for (const long of ['养', '养 ', '"养 老"~9 ', '-养 ', '| ', '标题:', '(((((.*)+)+', '"', '甲乙~3 '])
      engine.search(long.repeat(10_000), { limit: 5 });
    expect(performance.now() - start).toBeLessThan(2000);
  }, 60_000);
});
