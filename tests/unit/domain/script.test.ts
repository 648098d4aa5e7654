import fc from 'fast-check';
import * as openccCore from 'opencc-js/core';
import * as toTraditional from 'opencc-js/preset/cn2t';
import * as fromTraditional from 'opencc-js/preset/t2cn';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Converter,
  conversionFor,
  convertText,
  loadConverter,
  unconverted,
} from '../../../renderer/domain/script/index.ts';
import { isTraditional, seedTexts } from './seed-texts.ts';

let toHans: Converter;
let toHant: Converter;
beforeAll(async () => {
  [toHans, toHant] = await Promise.all([loadConverter('hant-to-hans'), loadConverter('hans-to-hant')]);
});

const traditionalLines = seedTexts.filter(isTraditional).flatMap((seed) => seed.lines);
const simplifiedLines = seedTexts.filter((seed) => !isTraditional(seed)).flatMap((seed) => seed.lines);

/** All offsets of a text at which a character begins or the text ends. */
const boundaries = (text: string): number[] => {
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  return offsets;
};

const isInsidePair = (text: string, offset: number): boolean =>
  /^[\ud800-\udbff]$/.test(text.charAt(offset - 1)) && /^[\udc00-\udfff]$/.test(text.charAt(offset));

describe('a traditional document in simplified characters', () => {
  it.each([
    ['彰顯著城市', '彰显着城市'],
    ['彰顯著名品牌的力量', '彰显著名品牌的力量'],
    ['著力', '着力'],
    ['著眼', '着眼'],
    ['承載著', '承载着'],
    ['著名品牌', '著名品牌'],
    ['社會主義核心價值', '社会主义核心价值'],
    ['長三角徵信', '长三角征信'],
    ['成效顯著', '成效显著'],
    ['成效显著', '成效显著'],
    ['宮商角徵羽', '宫商角徵羽'],
  ])('shows %s as %s', (original, shown) => {
    expect(toHans.convert(original).text).toBe(shown);
  });

  it('leaves no 著 in the work report but in 著名', () => {
    const shown = traditionalLines.map((line) => toHans.convert(line).text).join('\n');
    expect(shown.match(/.著./g)).toEqual(['和著名']);
  });

  it('shows what OpenCC shows, the house words apart', () => {
    const plain = openccCore.ConverterBuilder(fromTraditional)({ from: 'tw', to: 'cn' });
    const different = traditionalLines
      .flatMap((line) => line.split(/(?<=[,。;:])/))
      .filter((sentence) => toHans.convert(sentence).text !== plain(sentence));
    expect(different).toHaveLength(1);
    expect(different[0]).toContain('彰顯著城市');
  });
});

describe('a simplified document in traditional characters', () => {
  it.each([
    ['着力', '著力'],
    ['成效显著', '成效顯著'],
    ['群众', '群眾'],
    ['为了', '為了'],
    ['社会主义核心价值', '社會主義核心價值'],
    ['长三角征信', '長三角徵信'],
    ['宫商角徵羽', '宮商角徵羽'],
  ])('shows %s as %s', (original, shown) => {
    expect(toHant.convert(original).text).toBe(shown);
  });

  it('shows what OpenCC shows', () => {
    const plain = openccCore.ConverterBuilder(toTraditional)({ from: 'cn', to: 'tw' });
    for (const line of simplifiedLines) expect(toHant.convert(line).text).toBe(plain(line));
  });
});

describe('which conversion is offered', () => {
  it('is the one away from the script of the document', () => {
    expect(conversionFor('hant')).toBe('hant-to-hans');
    expect(conversionFor('hans')).toBe('hans-to-hant');
  });

  it('leaves the text alone without a converter', () => {
    expect(convertText('彰顯著城市', null).text).toBe('彰顯著城市');
  });
});

describe('offsets through a conversion', () => {
  // Characters that change their UTF-16 length, lone surrogates, emoji and ordinary text.
  const awkward = fc
    .array(
      fc.oneof(
        fc.constantFrom('㗲', '𠵾', '𪉂', '䲰', '顯著', '角徵', '😀', '\ud83d', '\ude00', '⿰', 'a', '豈'),
        fc.constantFrom(...traditionalLines.slice(0, 20), ...simplifiedLines.slice(0, 20)),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));

  it('return to the same character boundary, whatever the text', () => {
    fc.assert(
      fc.property(awkward, fc.boolean(), (original, simplify) => {
        const { text, map } = (simplify ? toHans : toHant).convert(original);
        expect(boundaries(original).filter((at) => map.toOriginal(map.toDisplay(at)) !== at)).toEqual([]);
        expect(boundaries(text).filter((at) => map.toDisplay(map.toOriginal(at)) !== at)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('are total, monotone, keep the ends and never split a surrogate pair', () => {
    const everyOffset = (text: string): number[] => Array.from({ length: text.length + 1 }, (_, at) => at);
    const holds = (from: string, to: string, mapped: readonly number[]): void => {
      expect(mapped).toHaveLength(from.length + 1);
      expect([mapped[0], mapped.at(-1)]).toEqual([0, to.length]);
      expect(mapped.filter((at, step) => step > 0 && at < (mapped[step - 1] ?? 0))).toEqual([]);
      expect(mapped.filter((at) => isInsidePair(to, at))).toEqual([]);
    };
    fc.assert(
      fc.property(awkward, fc.boolean(), (original, simplify) => {
        const { text, map } = (simplify ? toHans : toHant).convert(original);
        holds(original, text, everyOffset(original).map(map.toDisplay));
        holds(text, original, everyOffset(text).map(map.toOriginal));
      }),
      { numRuns: 200 },
    );
  });

  it('clamp what lies outside the text', () => {
    const { map } = toHans.convert('承載著');
    expect([map.toDisplay(-5), map.toDisplay(99), map.toDisplay(Number.NaN)]).toEqual([0, 3, 0]);
    expect(unconverted('承載著').map.toDisplay(99)).toBe(3);
  });

  // The offset map counts characters, so no entry may change their number; the "p" configurations
  // do, and this is what would tell if one were ever used.
  it.each([
    ['tw2s', fromTraditional.configs.tw2s],
    ['s2tw', toTraditional.configs.s2tw],
  ])('rest on dictionaries that keep the number of characters: %s', (_name, configuration) => {
    const dictionaries = (configuration?.conversionChain ?? []).flat();
    const uneven = dictionaries
      .flatMap((dictionary) => (typeof dictionary === 'string' ? dictionary.split('|') : []))
      .filter((entry) => {
        const [from = '', to = ''] = entry.split(' ');
        return [...from].length !== [...to].length;
      });
    expect(dictionaries.length).toBeGreaterThan(3);
    expect(uneven).toEqual([]);
  });
});
