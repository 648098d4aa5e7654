import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Conversion,
  type Converter,
  loadConverter,
  loadConverterFor,
} from '../../../renderer/domain/script/index.ts';
import { runs } from '../../support/runs.ts';
import { seedTexts } from './seed-texts.ts';

const conversions: readonly Conversion[] = ['hant-to-hans', 'hans-to-hant'];

describe.each(conversions)('a converter made for some texts (%s)', (conversion) => {
  let whole: Converter;
  beforeAll(async () => {
    whole = await loadConverter(conversion);
  });

  it('gives for each paragraph of the seed files what the whole converter gives', async () => {
    for (const { lines: paragraphs } of seedTexts) {
      const partial = await loadConverterFor(conversion, paragraphs);
      expect(paragraphs.map((paragraph) => partial.convert(paragraph).text)).toEqual(
        paragraphs.map((paragraph) => whole.convert(paragraph).text),
      );
    }
  });

  it('gives for any piece of them, made for that piece alone, what the whole converter gives', async () => {
    const all = seedTexts.flatMap(({ lines }) => lines).join('\n');
    await fc.assert(
      fc.asyncProperty(fc.nat(all.length - 1), fc.integer({ min: 1, max: 200 }), async (start, length) => {
        const piece = all.slice(start, start + length);
        const partial = await loadConverterFor(conversion, [piece]);
        expect(partial.convert(piece).text).toBe(whole.convert(piece).text);
      }),
      { numRuns: runs(10, 400) },
    );
  });

  it('knows the house words and characters outside of the basic plane', async () => {
    const texts = ['彰顯著城市', '長三角徵信', '成效显著', '𠮷林着力', ''];
    const partial = await loadConverterFor(conversion, texts);
    for (const text of texts) expect(partial.convert(text).text).toBe(whole.convert(text).text);
  });
});
