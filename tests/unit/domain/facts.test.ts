import { describe, expect, it } from 'vitest';
import type { BlockId, DocumentId, FactId, LibraryFact } from '../../../preload/contract/index.ts';
import {
  dueDay,
  dueYears,
  type FactFilter,
  filterFacts,
  isDatedDuty,
  sortFacts,
} from '../../../renderer/domain/facts/index.ts';

const fact = (id: string, rest: Partial<LibraryFact> = {}): LibraryFact => ({
  id: id as FactId,
  documentId: '002' as DocumentId,
  blockId: '002-b0001' as BlockId,
  start: 0,
  end: 3,
  sourceStart: 0,
  sourceEnd: 3,
  type: 'target',
  subject: null,
  comparator: '=',
  value: '15',
  unit: '%',
  due: null,
  raw: '15%',
  sentenceStart: 0,
  sentenceEnd: 3,
  sentence: '人均基本養老金增長15%。',
  ...rest,
});
const ids = (facts: readonly { readonly id: string }[]) => facts.map(({ id }) => id);
const all: FactFilter = { documentId: null, year: null, type: null, text: '' };

describe('filtering facts', () => {
  const facts = [
    fact('a', { due: '2012' }),
    fact('b', { due: '2012-06-30', type: 'expiry', sentence: '有效期至2012年6月30日。' }),
    fact('c', { documentId: '000' as DocumentId, due: '2020', subject: 'GDP' }),
    fact('d', { sentence: '無日期' }),
  ];
  it.each<[string, Partial<FactFilter>, string[]]>([
    ['nothing', {}, ['a', 'b', 'c', 'd']],
    ['a document', { documentId: '000' as DocumentId }, ['c']],
    ['a year, of dates of any precision', { year: '2012' }, ['a', 'b']],
    ['a type', { type: 'expiry' }, ['b']],
    ['a word in the other script', { text: '养老金' }, ['a', 'c']],
    ['all of several words', { text: ' 养老金  gdp ' }, ['c']],
    ['blanks', { text: '  ' }, ['a', 'b', 'c', 'd']],
    ['a word in the sentence that runs into none of the subject', { text: '%。GDP' }, []],
    ['everything together', { documentId: '002' as DocumentId, year: '2012', type: 'target' }, ['a']],
  ])('by %s', (_name, filter, found) => {
    expect(ids(filterFacts(facts, { ...all, ...filter }))).toEqual(found);
  });
});

describe('sorting facts', () => {
  const facts = [
    fact('none'),
    fact('year', { due: '2020' }),
    fact('month', { due: '2020-11' }),
    fact('day', { due: '2020-11-30' }),
    fact('last', { due: '2020-12-31', type: 'expiry' }),
    fact('again', { due: '2020' }),
  ];
  it('by date: a partial one as its last day, after whole ones, and those without at the end', () => {
    expect(ids(sortFacts(facts, 'due'))).toEqual(['day', 'month', 'last', 'year', 'again', 'none']);
    expect(ids(sortFacts(facts, 'due-latest'))).toEqual(['year', 'again', 'last', 'month', 'day', 'none']);
  });
  it('by type in the order of the vocabulary, by document as they are', () => {
    expect(ids(sortFacts(facts, 'type')).at(-1)).toBe('last');
    expect(sortFacts(facts, 'document')).toBe(facts);
    expect(ids(facts)[0]).toBe('none');
  });
  it('the years are those in which something is due', () => {
    expect(dueYears([...facts, fact('x', { due: '2012-01' })])).toEqual(['2012', '2020']);
  });
});

describe('a date', () => {
  it.each([
    ['2012', '2012-12-31', false],
    ['2024-02', '2024-02-29', false],
    ['2020-11-05', '2020-11-05', true],
  ])('%s is due on %s', (due, day, isExact) => {
    expect(dueDay({ due })).toEqual({ day, isExact });
  });
  it('is none where none is said', () => {
    expect(dueDay({ due: null })).toBeNull();
  });
  it('makes a duty, but not of what was before or of the day of issue', () => {
    expect(isDatedDuty({ type: 'target', due: '2020' })).toBe(true);
    expect(isDatedDuty({ type: 'expiry', due: '2020-01-01' })).toBe(true);
    expect(isDatedDuty({ type: 'target', due: null })).toBe(false);
    expect(isDatedDuty({ type: 'baseline', due: '2020' })).toBe(false);
    expect(isDatedDuty({ type: 'issued', due: '2020-01-01' })).toBe(false);
  });
});
