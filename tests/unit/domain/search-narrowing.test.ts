import { describe, expect, it } from 'vitest';
import type { SearchDocument, SearchUnit } from '../../../preload/contract/index.ts';
import {
  createSearchEngine,
  createSuggester,
  facetFilterText,
  facetSourceOf,
  facetsOf,
  nearestQueries,
  parseQuery,
  withFilter,
  withoutPlace,
} from '../../../renderer/domain/search/index.ts';

const document = (id: string, given: Partial<SearchDocument>): SearchDocument => ({
  id,
  title: `${id}的通知`,
  documentNumber: null,
  issuer: null,
  kind: null,
  issuedOn: null,
  effectiveOn: null,
  expiresOn: null,
  bodies: [],
  ...given,
});

const documents = [
  document('甲', {
    title: '关于推进养老服务发展的意见',
    documentNumber: '沪府发〔2019〕26号',
    issuer: '上海市人民政府',
    kind: '意见',
    issuedOn: '2019-04-16',
    effectiveOn: '2019-05-01',
    bodies: ['市民政局', '市财政局'],
  }),
  document('乙', {
    title: '养老机构管理办法',
    issuer: '上海市人民政府办公厅',
    kind: '办法',
    issuedOn: '2021-01-08',
    effectiveOn: '2021-02-01',
    expiresOn: '2022-01-31',
    bodies: ['市民政局'],
  }),
  document('丙', {
    title: '航运中心建设条例',
    issuer: 'Port Authority',
    kind: '条例',
    issuedOn: '2021-06-01',
  }),
];

const unit = (documentId: string, blockId: string, text: string, kind: SearchUnit['kind'] = 'paragraph') => ({
  documentId,
  blockId,
  kind,
  textStart: 0,
  text,
});

const units: readonly SearchUnit[] = [
  unit('甲', '甲-1', '一是发展养老服务，完善养老服务体系。'),
  unit('甲', '甲-2', '养老服务补贴', 'heading'),
  unit('甲', '甲-3', '民政部门会同财政部门办理。'),
  unit('乙', '乙-1', '养老服务机构应当备案；融资租赁按规定办理。'),
  unit('乙', '乙-2', '养老金按月发放。'),
  unit('丙', '丙-1', '支持船舶融资租赁与养老服务。'),
];

const engine = createSearchEngine();
engine.add(units, documents);
engine.buildIndex(4);
const day = '2026-11-22';
const source = facetSourceOf(documents);
const facets = (query: string) => facetsOf(source, engine.matching(query, { day }));

describe('facets', () => {
  it.each([
    '养老',
    '融资租赁 养老',
    '养老 年份:2021',
    '养老 -机关:办公厅',
    '类型:办法 类型:意见 养老',
    '标题:养老',
    '养老 OR 备案',
    '"养老 融资"~9',
    '没有的词',
  ])('say of every value of %s how many documents it leaves', (query) => {
    for (const { field, values } of facets(query)) {
      const others = parseQuery(query)
        .filters.filter((filter) => !filter.excluded && filter.field === field)
        .toReversed()
        .reduce(withoutPlace, query);
      for (const { value, count } of values) {
        for (const language of ['zh-CN', 'en'] as const) {
          const chosen = withFilter(others, facetFilterText(field, value, language));
          const { totalDocuments, problems } = engine.search(chosen, { limit: 0, day });
          expect({ chosen, count, problems }).toEqual({ chosen, count: totalDocuments, problems: [] });
        }
      }
    }
  });

  it('offer what the documents of the result have, and tell what is chosen', () => {
    const shown = facets('养老 机关:上海市人民政府');
    expect(shown.find(({ field }) => field === 'issuer')?.values).toEqual([
      { value: '上海市人民政府', count: 2, chosen: true },
      { value: 'Port Authority', count: 1, chosen: false },
      { value: '上海市人民政府办公厅', count: 1, chosen: false },
    ]);
    expect(shown.find(({ field }) => field === 'year')?.values.map(({ value }) => value)).toEqual([
      '2021',
      '2019',
    ]);
    expect(shown.find(({ field }) => field === 'validity')?.values.map(({ value }) => value)).toEqual([
      'current',
      'expired',
    ]);
    expect(facets('')).toEqual([]);
  });
});

describe('filters in the box', () => {
  it.each(['', '养老', '养老 "没有 写完', '"养老 服务"~2', '养 OR', '-养老'])(
    'are put behind or before what is typed: %j',
    (query) => {
      const filter = facetFilterText('issuer', 'Port Authority', 'zh-CN');
      expect(filter).toBe('机关:"Port Authority"');
      const after = withFilter(query, filter);
      const [added, ...others] = parseQuery(after).filters;
      expect(added).toMatchObject({ field: 'issuer', value: 'port authority' });
      expect(others).toEqual([]);
      expect(withoutPlace(after, added ?? { start: 0, end: 0 })).toBe(query.trim());
    },
  );
});

describe('nearest queries', () => {
  const near = (query: string, exact = false) => {
    let clock = 0;
    return nearestQueries(engine, query, exact, () => clock++ / 1000);
  };
  const said = (query: string) => near(query).map((one) => `${one.why} ${one.query} ${one.totalBlocks}`);

  it('leave out a word or a filter, with exact counts', () => {
    expect(said('融资租赁 备案 航天')).toEqual(['without-word 融资租赁 备案 1']);
    expect(said('养老金 年份:1999')).toEqual(['without-filter 养老金 1']);
    expect(said('-备案 恐龙')).toEqual([]);
  });

  it.each([
    ['another character', '养佬服务', '养老服务'],
    ['one too many', '养老的服务', '养老服务'],
    ['one too few', '融资赁', '融资租赁'],
    ['two exchanged', '养老务服', '养老服务'],
    ['the first one', '荣资租赁', '融资租赁'],
    ['the last one', '融资租借', '融资租赁'],
    ['traditional characters stay', '養佬服務', '養老服務'],
  ])('put right one character: %s', (_, typed, right) => {
    const [first] = near(typed);
    expect(first).toMatchObject({ why: 'one-off', query: right });
    expect(first?.totalBlocks).toBe(engine.search(right, { limit: 0 }).totalBlocks);
  });

  it('keep the rest of the query, and offer both scripts where exact characters were asked for', () => {
    expect(said('"养佬服务" 备案')).toEqual(
      ['without-word 备案 1', 'one-off "养老服务" 备案 1'].toReversed(),
    );
    expect(near('養老服務', true)).toEqual([
      { why: 'not-exact', query: '養老服務', exact: false, what: '', totalBlocks: 5, totalDocuments: 3 },
    ]);
  });

  it('are none where none is near, whatever is asked, and stop when it takes too long', () => {
    for (const query of ['', '|', '"', '-', '机关:', 'x'.repeat(10_000), '\ud800', '.*', '天'.repeat(40)]) {
      expect(near(query)).toEqual([]);
    }
    let clock = 0;
    expect(nearestQueries(engine, '养佬服务', false, () => (clock += 100))).toEqual([]);
  });
});

describe('suggestions', () => {
  const suggest = createSuggester(
    documents,
    units.flatMap(({ kind, text }) => (kind === 'heading' ? [text] : [])),
  );
  const shown = (typed: string, recent: readonly string[] = []) =>
    suggest(typed, recent, 'zh-CN').map(({ kind, text }) => `${kind} ${text}`);

  it('are titles, 文号, headings and recent queries that hold what is typed', () => {
    expect(shown('养老', ['养老金', '航运'])).toEqual([
      'recent 养老金',
      'title 养老机构管理办法',
      'title 关于推进养老服务发展的意见',
      'heading 养老服务补贴',
    ]);
    expect(shown('養老 辦法')).toEqual(['title 养老机构管理办法']);
    expect(shown('沪府发[2019]')).toEqual(['number 沪府发〔2019〕26号']);
    expect(shown('', ['养老金'])).toEqual(['recent 养老金']);
    expect(shown('养老机构管理办法')).toEqual([]);
  });

  it('are the names of fields, and after the colon their values', () => {
    expect(shown('标')).toEqual(['field 标题:', 'field 标签:']);
    expect(suggest('养老 机关:上海', [], 'zh-CN').map(({ query }) => query)).toEqual([
      '养老 机关:上海市人民政府 ',
      '养老 机关:上海市人民政府办公厅 ',
    ]);
    expect(suggest('issuer:po', [], 'en').map(({ query }) => query)).toEqual(['issuer:"Port Authority" ']);
    expect(shown('效力：')).toEqual([
      'value 现行',
      'value 将到期',
      'value 尚未施行',
      'value 已失效',
      'value 未载明',
    ]);
  });

  it('become queries that find them', () => {
    for (const typed of ['养老', '沪府', '航运', '补贴']) {
      for (const { kind, query, text } of suggest(typed, [], 'zh-CN')) {
        if (kind === 'field') continue;
        const { documents: found } = engine.search(query, { limit: 10 });
        const texts = found.flatMap(({ documentId, hits }) => [
          ...hits.map((hit) => hit.text),
          documents.find(({ id }) => id === documentId)?.documentNumber,
        ]);
        expect(texts).toContain(text);
      }
    }
  });
});

describe('a list had piece by piece', () => {
  it('has every hit once, in one order', () => {
    const whole = engine.search('养老', { limit: 100 });
    const places = (result: typeof whole) =>
      result.documents.flatMap(({ hits }) => hits.map(({ blockId }) => blockId));
    for (const size of [1, 2, 3, 5]) {
      const pieces = Array.from({ length: Math.ceil(whole.totalBlocks / size) }, (_, at) =>
        engine.search('养老', { from: at * size, limit: size }),
      );
      expect(pieces.flatMap(places)).toEqual(places(whole));
    }
    const one = engine.search('养老', { limit: 100, documentId: '乙' });
    expect(one.totalDocuments).toBe(1);
    expect(places(one)).toEqual(
      whole.documents.find(({ documentId }) => documentId === '乙')?.hits.map(({ blockId }) => blockId),
    );
  });
});
