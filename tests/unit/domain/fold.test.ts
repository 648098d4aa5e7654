import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { ConverterBuilder, type DictGroup, type DictLike } from 'opencc-js/core';
import * as toTraditional from 'opencc-js/preset/cn2t';
import * as fromTraditional from 'opencc-js/preset/t2cn';
import { describe, expect, it } from 'vitest';
import { fold, foldText } from '../../../renderer/domain/fold/index.ts';
import { runs } from '../../support/runs.ts';
import { isTraditional, seedTexts } from './seed-texts.ts';

const lines = seedTexts.flatMap((seed) => seed.lines);

const fromHant = ConverterBuilder(fromTraditional);
const fromHans = ConverterBuilder(toTraditional);
const phraseConversions = {
  hant: [fromHant({ from: 'tw', to: 'cn' }), fromHant({ from: 'hk', to: 'cn' })],
  hans: [
    fromHans({ from: 'cn', to: 'tw' }),
    fromHans({ from: 'cn', to: 't' }),
    fromHans({ from: 'cn', to: 'hk' }),
  ],
};

/** The character pairs that keep a text and its conversion from folding alike. */
const missingPairs = (texts: readonly string[], convert: (text: string) => string): Set<string> => {
  const missing = new Set<string>();
  for (const text of texts) {
    const converted = convert(text);
    if (fold(converted) === fold(text)) continue;
    const shown = [...converted];
    for (const [at, character] of [...text].entries()) {
      if (fold(character) !== fold(shown[at] ?? '')) missing.add(`${character}/${shown[at]}`);
    }
  }
  return missing;
};

describe('a query in one script finds text in the other', () => {
  it.each([
    ['瞭解', '了解'],
    ['藉口', '借口'],
    ['著力', '着力'],
    ['徵信', '征信'],
    ['乾淨', '干净'],
    ['彷彿', '仿佛'],
    ['計畫', '计划'],
    ['準入', '准入'],
    ['裡面', '里面'],
    ['羣衆', '群众'],
  ])('%s and %s fold alike', (traditional, simplified) => {
    expect(fold(traditional)).toBe(fold(simplified));
  });

  it('in all lines of the five documents', () => {
    for (const seed of seedTexts) {
      for (const convert of phraseConversions[isTraditional(seed) ? 'hant' : 'hans']) {
        expect([...missingPairs(seed.lines, convert)]).toEqual([]);
      }
    }
  });

  it('in every entry of the dictionaries, so in any text', () => {
    const isSerialized = (dictionary: DictLike): dictionary is string => typeof dictionary === 'string';
    const serialized = (chain: readonly DictGroup[] = []): string[] => chain.flat().filter(isSerialized);
    const { t2s, tw2s, hk2s } = fromTraditional.configs;
    const { s2t, s2tw, s2hk } = toTraditional.configs;
    const missing = new Set<string>();
    const dictionaries = new Set(
      [t2s, tw2s, hk2s, s2t, s2tw, s2hk].flatMap((configuration) =>
        serialized(configuration?.conversionChain),
      ),
    );
    expect(dictionaries.size).toBeGreaterThan(8);
    for (const dictionary of dictionaries) {
      for (const entry of dictionary.split('|')) {
        const [from = '', to = ''] = entry.split(' ');
        if (fold(from) !== fold(to)) missing.add(entry);
      }
    }
    expect([...missing]).toEqual([]);
  });

  it('in a thousand laws, where they are at hand', () => {
    const corpus = join(import.meta.dirname, '../../../../shared/corpus/laws-995.jsonl.gz');
    if (!existsSync(corpus)) {
      console.info('The corpus of laws is not here: its fold pairs were not looked for.');
      return;
    }
    const text = gunzipSync(readFileSync(corpus)).toString('utf8');
    // Every seventh law keeps the run short; all of them were checked when the table was made.
    const laws = text.split('\n').filter((_line, at) => at % 7 === 0);
    const [toTaiwan] = phraseConversions.hans;
    expect([...missingPairs(laws, toTaiwan ?? ((law) => law))]).toEqual([]);
  });
});

describe('what a reader does not tell apart when typing', () => {
  it.each([
    ['ＡＰＥＣ　２０１２', 'apec 2012'],
    ['「菜籃子」', '“菜篮子”'],
    ['沪府规〔2020〕16号', '沪府规[2020]16号'],
    ['国发［2009］19 号', '国发【2009】19号'],
    ['《上海市居住证》', '<上海市居住证>'],
    ['2020 年 11 月 6 日', '2020年11月6日'],
    ['公\u200b司\n章　程', '公司章程'],
    ['⽂件', '文件'],
  ])('%s and %s fold alike', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it('keeps words of other scripts apart', () => {
    expect(fold('New \n York')).toBe('new york');
    expect(fold('GB/T 9704')).not.toBe(fold('GB/T9704'));
  });
});

describe('folding', () => {
  const anyText = fc.oneof(
    fc.constantFrom(...lines),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(' ', '\n', 'a', 'B', '１', '國', '㗲', '𠵾', '\ud83d', '\u200b', '「', '年', '5'),
      )
      .map((parts) => parts.join('')),
  );

  it('of a part is a part of the folding of the whole', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
        const characters = [...text];
        const [start, end] = [one, other]
          .map((value) => value % (characters.length + 1))
          .sort((first, second) => first - second);
        expect(fold(text)).toContain(fold(characters.slice(start, end).join('')));
      }),
      { numRuns: runs(1000, 20_000) },
    );
  });

  it('is the same a second time', () => {
    // A lone half may find its other half when what stood between them is dropped.
    const wellFormed = anyText.filter((text) => !/\p{Surrogate}/u.test(text));
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('leads every folded place back to the original it came from', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
        const { folded, map } = foldText(text);
        const [start = 0, end = 0] = [one, other]
          .map((value) => value % (folded.length + 1))
          .sort((first, second) => first - second);
        const range = map.rangeToOriginal(start, end);
        expect(fold(text.slice(range.start, range.end))).toContain(folded.slice(start, end).trim());
        expect(map.toOriginal(0)).toBe(0);
        expect(map.toOriginal(folded.length)).toBe(folded === '' ? 0 : text.length);
      }),
      { numRuns: runs(1000, 20_000) },
    );
  });
});
