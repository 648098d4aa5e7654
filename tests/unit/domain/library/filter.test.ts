import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentId, Shelf } from '../../../../preload/contract/index.ts';
import {
  facets,
  filterEntries,
  isNarrowing,
  type LibraryFilter,
  noFilter,
  optionsOf,
  tagsInUse,
  toggleChoice,
} from '../../../../renderer/domain/library/index.ts';
import { document, entries } from './library-entries.ts';

const shelf = (id: string, tags: readonly string[]): [DocumentId, Shelf] => [
  id as DocumentId,
  { id: id as DocumentId, folderIds: [], tags },
];
const library = entries(
  [
    document('a', {
      title: '上海市人才办法',
      issuer: '上海市人民政府、上海市财政局',
      issuedOn: '2020-11-05',
    }),
    document('b', { title: '臺灣同胞措施', issuer: '上海市财政局', issuedOn: '2021', script: 'hant' }),
    document('c', { title: '规划', documentNumber: '沪府规〔2020〕24号', kind: '规划', level: 'district' }),
  ],
  {
    noteCounts: new Map([['a' as DocumentId, 2]]),
    shelves: new Map([shelf('a', ['人力', '待办']), shelf('b', ['人力'])]),
  },
);
const found = (filter: Partial<LibraryFilter>) =>
  filterEntries(library, { ...noFilter, ...filter }).map(({ document: { id } }) => id);

describe('the filter of the library', () => {
  it('finds words of title and number in both scripts and both widths', () => {
    expect(found({ text: '台湾' })).toEqual(['b']);
    expect(found({ text: '滬府規[2020]２４' })).toEqual(['c']);
    expect(found({ text: '人才 上海' })).toEqual(['a']);
    expect(found({ text: '人才 规划' })).toEqual([]);
    expect(found({ text: ' ' })).toEqual(['a', 'b', 'c']);
  });

  it('joins the choices of one facet by or and the facets by and; each of several issuers is one', () => {
    expect(found({ choices: { issuer: ['上海市财政局'] } })).toEqual(['a', 'b']);
    expect(found({ choices: { issuer: ['上海市财政局'], notes: ['noted'] } })).toEqual(['a']);
    expect(found({ choices: { year: ['2020', '2021'] } })).toEqual(['a', 'b']);
    expect(found({ choices: { tag: ['待办', ''] } })).toEqual(['a', 'c']);
    expect(found({ choices: { script: ['hant'] } })).toEqual(['b']);
  });

  it('counts a document without a value as not stated, last among the options', () => {
    expect(optionsOf(library, noFilter, 'year')).toEqual([
      { value: '2021', count: 1 },
      { value: '2020', count: 1 },
      { value: '', count: 1 },
    ]);
    expect(optionsOf(library, { ...noFilter, choices: { notes: ['noted'] } }, 'tag')).toEqual([
      { value: '人力', count: 1 },
      { value: '待办', count: 1 },
      { value: '', count: 0 },
    ]);
  });

  it('puts a choice in and takes it out', () => {
    const once = toggleChoice(noFilter, 'kind', '规划');
    expect([isNarrowing(noFilter), isNarrowing(once)]).toEqual([false, true]);
    expect(isNarrowing(toggleChoice(once, 'kind', '规划'))).toBe(false);
  });

  it('names the tags in use, the most used first', () => {
    expect(tagsInUse([{ tags: ['人力', '待办'] }, { tags: ['待办'] }])).toEqual(['待办', '人力']);
  });

  it('says of each choice how many rows there are after choosing it', () => {
    const some = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
    const documents = fc
      .array(
        fc.record({
          title: some('人才', '人才引进', '規劃'),
          issuer: some(null, '甲局', '甲局、乙局', '乙局'),
          issuedOn: some(null, '2019', '2020-11', '2020-12-01'),
          expiresOn: some(null, '2021', '2024-02-01', '2030'),
          kind: some(null, '办法', '通知'),
          level: some(null, 'municipal' as const, 'district' as const),
          script: some('hans' as const, 'hant' as const),
        }),
        { maxLength: 12 },
      )
      .map((all) => all.map((more, at) => document(`d${at}`, more)));
    const tags = fc.array(fc.uniqueArray(some('一', '二')), { minLength: 12, maxLength: 12 });
    const choices = fc.record(
      {
        issuer: fc.uniqueArray(some('', '甲局', '乙局')),
        year: fc.uniqueArray(some('', '2019', '2020')),
        validity: fc.uniqueArray(some('unstated', 'expired', 'current')),
        tag: fc.uniqueArray(some('', '一', '二')),
        script: fc.uniqueArray(some('hans', 'hant')),
        notes: fc.uniqueArray(some('noted', 'unnoted')),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(documents, tags, some('', '人才', '规划'), choices, (all, given, text, chosen) => {
        const known = {
          shelves: new Map(all.map(({ id }, at) => [id, { id, folderIds: [], tags: given[at] ?? [] }])),
          noteCounts: new Map(all.slice(0, 3).map(({ id }) => [id, 1])),
        };
        const rows = entries(all, known);
        for (const facet of facets) {
          for (const { value, count } of optionsOf(rows, { text, choices: chosen }, facet)) {
            const after = filterEntries(rows, { text, choices: { ...chosen, [facet]: [value] } });
            expect(after).toHaveLength(count);
          }
        }
      }),
    );
  });
});
