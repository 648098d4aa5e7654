import { describe, expect, it } from 'vitest';
import {
  createSearchEngine,
  createSuggester,
  findInDocument,
  nearestQueries,
} from '../../../renderer/domain/search/index.ts';
import { seedTexts } from './seed-texts.ts';

const engine = createSearchEngine();
engine.add(
  seedTexts.flatMap(({ name, lines }) =>
    lines.map((text, at) => ({
      ...{ documentId: name, blockId: `${name}-${at}`, kind: 'paragraph' as const, textStart: 0, text },
    })),
  ),
);
engine.buildIndex(100_000);
engine.putNotes([
  {
    ...{ annotationId: 'n', documentId: 'a', blockId: 'a1', text: '(a+)+$ 养老\ud83d\u0000', tags: ['.*'] },
    modifiedAt: '2026-11-22T08:00:00.000Z',
  },
]);

const long = (text: string): string => text.repeat(Math.ceil(10_000 / text.length)).slice(0, 10_000);

/** What may be typed or pasted, with what must be said about it. */
const inputs: readonly (readonly [name: string, query: string, says: readonly string[]])[] = [
  ['nothing', '', ['empty']],
  ['blanks only', ' \u3000\t\n', ['empty']],
  ['quotation marks around nothing', '""', ['nothing-to-find']],
  ['an open quotation mark', '"养老', ['unbalanced-quote']],
  ['three quotation marks', '养老 "服务" "', ['unbalanced-quote']],
  ['10,000 characters', long('养老服务'), ['too-long']],
  ['10,000 quotation marks', long('"'), ['too-long']],
  ['10,000 minus signs', long('-'), ['too-long']],
  ['10,000 bars', long('|'), ['too-long']],
  ['10,000 times one word', long('养 '), ['too-long']],
  ['a hundred words', Array.from({ length: 100 }, (_, at) => `养${at}`).join(' '), ['too-many-words']],
  ['10,000 characters outside the basic plane', long('𠮷'), ['too-long']],
  ['10,000 combining marks', long('\u0301'), ['too-long']],
  ['5,000 fields', long('标题:'), ['too-long']],
  ['words at a distance of all others', long('养~9 '), ['too-long', 'too-many-words']],
  ['control characters', '养\u0000老\u0007\u001b\u009f', ['control-character']],
  ['a half of a pair', '养老\ud83d', ['lone-surrogate']],
  ['the other half', '\udc00养老', ['lone-surrogate']],
  ['halves in the wrong order', '\udc00\ud800', ['lone-surrogate']],
  ['a regular expression that never ends', '(a+)+$', []],
  ['another', `${'a'.repeat(500)}!`, []],
  ['and another', '(.*)*\\1{99999}[^]', []],
  ['a bracket that is not closed', '[养(老{', []],
  ['HTML', '<img src=x onerror=alert(1)>', []],
  ['a field without a value', '标题:', ['field-empty']],
  ['a field that is none', 'foo:bar', ['unknown-field']],
  ['years that are none', '年份:9999999..x', ['bad-year']],
  ['direction marks', '\u202e养老\u200b\ufeff', []],
  ['names of what every object has', '__proto__ constructor toString', []],
];

describe('bad input', () => {
  it.each(inputs)('%s: no crash, no freeze, an explanation', (_name, query, says) => {
    for (const exact of [false, true]) {
      const started = performance.now();
      const result = engine.search(query, { limit: 50, exact });
      // Far more than it takes, also where much else runs; a freeze takes minutes.
      expect(performance.now() - started).toBeLessThan(2000);
      const codes = result.problems.map(({ code }) => code);
      for (const code of says) expect(codes).toContain(code);
      if (says.length === 0) expect(codes).toEqual([]);
      for (const { start, end } of result.problems) {
        expect(0 <= start && start <= end && end <= query.length).toBe(true);
      }
      expect(result.totalBlocks).toBeGreaterThanOrEqual(result.totalDocuments);
    }
  });

  it.each(inputs)('%s: what stands beside the results survives it too', (_name, query) => {
    const started = performance.now();
    const suggest = createSuggester([], ['主要目标', query]);
    suggest(query, [query, '养老'], 'zh-CN');
    engine.matching(query, {});
    nearestQueries(engine, query, false, () => performance.now());
    expect([...findInDocument([], query).places]).toEqual([]);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('reads what is left of a query when it says what it left out', () => {
    const { problems, totalBlocks } = engine.search(`养老${'\u0000'} "服务`, { limit: 5 });
    expect(problems.map(({ code }) => code)).toEqual(['control-character', 'unbalanced-quote']);
    expect(totalBlocks).toBe(engine.search('养老 服务', { limit: 5 }).totalBlocks);
    expect(totalBlocks).toBeGreaterThan(0);
  });
});
