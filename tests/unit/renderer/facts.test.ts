import { describe, expect, it } from 'vitest';
import type { BlockId, DocumentId, FactId, LibraryFact } from '../../../preload/contract/index.ts';
import { loadConverter } from '../../../renderer/domain/script/index.ts';
import { translatorOf } from '../../../renderer/domain/strings/index.ts';
import { comparatorWords, shownFact } from '../../../renderer/facts/fact-text.ts';
import { countsOf, groupFacts } from '../../../renderer/facts/groups.ts';

/** A fact whose sentence begins at 10 of its block, its value being the first `raw` in it. */
const fact = (rest: Partial<LibraryFact> & { readonly sentence: string; readonly raw: string }) => {
  const start = 10 + rest.sentence.indexOf(rest.raw);
  return {
    id: '002-f0001' as FactId,
    documentId: '002' as DocumentId,
    blockId: '002-b0001' as BlockId,
    start,
    end: start + rest.raw.length,
    sourceStart: 0,
    sourceEnd: 3,
    type: 'target',
    subject: null,
    comparator: '=',
    value: '15',
    unit: '%',
    due: null,
    sentenceStart: 10,
    sentenceEnd: 10 + rest.sentence.length,
    ...rest,
  } satisfies LibraryFact;
};
const textOf = (pieces: readonly { readonly text: string; readonly marked: boolean }[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('a fact as it is shown', () => {
  const long = `${'前'.repeat(60)}增长15%左右${'后'.repeat(60)}`;
  it.each([
    ['whole where it is short', '养老金增长15%。', '15%', '养老金增长[15%]。'],
    ['with the value at its beginning', '15%以上。', '15%', '[15%]以上。'],
    ['with the value at its end', '增长15%', '15%', '增长[15%]'],
    ['cut on both sides', long, '15%', `…${'前'.repeat(18)}增长[15%]左右${'后'.repeat(18)}…`],
    ['not cut for next to nothing', `${'前'.repeat(30)}15%`, '15%', `${'前'.repeat(30)}[15%]`],
    [
      'never cut inside of a number',
      `${'前'.repeat(20)}1100.5万平方米${'中'.repeat(14)}、20套${'后'.repeat(17)}1,234家${'后'.repeat(20)}`,
      '20套',
      `…1100.5万平方米${'中'.repeat(14)}、[20套]${'后'.repeat(17)}1,234…`,
    ],
    ['with a rare character kept whole', `${'𠮷'.repeat(30)}15%`, '15%', `…${'𠮷'.repeat(10)}[15%]`],
  ])('%s', (_name, sentence, raw, shown) => {
    expect(textOf(shownFact(fact({ sentence, raw }), sentence, null, 20).pieces)).toBe(shown);
  });

  it('in the script in which its document is read, value and subject too', async () => {
    const sentence = '新增就業崗位50萬個以上。';
    const shown = shownFact(
      fact({ sentence, raw: '50萬個', subject: '新增就業崗位' }),
      sentence,
      await loadConverter('hant-to-hans'),
      20,
    );
    expect(shown.raw).toBe('50万个');
    expect(shown.subject).toBe('新增就业岗位');
    expect(textOf(shown.pieces)).toBe('新增就业岗位[50万个]以上。');
  });
});

describe('the comparator in words', () => {
  const zh = translatorOf('zh-CN');
  const en = translatorOf('en');
  it.each([
    ['=', '15%', '', ''],
    ['>=', '15%', '', '以上'],
    ['<=', '3人', '不超过', ''],
    ['>', '1000亿元', '超过', ''],
    ['<', '1000亿元', '不足', ''],
    ['~', '25家', '', '左右'],
    ['range', '3-5家', '', ''],
  ] as const)('%s', (comparator, raw, before, after) => {
    expect(comparatorWords({ comparator, raw, unit: null }, zh)).toEqual({ before, after });
  });
  it('stands where the language has it', () => {
    expect(comparatorWords({ comparator: '>=', raw: '15%', unit: '%' }, en)).toEqual({
      before: 'at least',
      after: '',
    });
  });
  it.each([
    ['<=', '到2023年', 'year'],
    ['<=', '2025年11月30日', 'date'],
    ['>=', '6000多家', '家'],
    ['>=', '1000+', null],
  ] as const)('is left out where the printed words say it: %s %s', (comparator, raw, unit) => {
    expect(comparatorWords({ comparator, raw, unit }, zh)).toEqual({ before: '', after: '' });
  });
});

describe('groups', () => {
  const of = (id: string, documentId: string, due: string | null) =>
    fact({
      id: id as FactId,
      documentId: documentId as DocumentId,
      due,
      sentence: '增长15%。',
      raw: '15%',
    });
  const facts = [
    of('a', '000', '2020'),
    of('b', '000', null),
    of('c', '002', '2012-06'),
    of('d', '002', '2012'),
  ];
  const summary = (groups: ReturnType<typeof groupFacts>) =>
    groups.map(({ key, facts: shown, total }) => [key, shown.map(({ id }) => id).join(''), total]);

  it('are documents in the order of the library', () => {
    expect(summary(groupFacts(facts, 'document', 10))).toEqual([
      ['000', 'ab', 2],
      ['002', 'cd', 2],
    ]);
  });
  it('are years by date, what has none apart', () => {
    const sorted = [facts[2], facts[3], facts[0], facts[1]].filter((each) => each !== undefined);
    expect(summary(groupFacts(sorted, 'due', 10))).toEqual([
      ['2012', 'cd', 2],
      ['2020', 'a', 1],
      [null, 'b', 1],
    ]);
  });
  it('are cut at the limit, and say how many there are', () => {
    expect(summary(groupFacts(facts, 'document', 1))).toEqual([['000', 'a', 2]]);
    expect(summary(groupFacts(facts, 'document', 3))).toEqual([
      ['000', 'ab', 2],
      ['002', 'c', 2],
    ]);
    expect(groupFacts([], 'due', 3)).toEqual([]);
  });
  it('count by any field', () => {
    expect([...countsOf(facts, ({ documentId }) => documentId)]).toEqual([
      ['000', 2],
      ['002', 2],
    ]);
  });
});
