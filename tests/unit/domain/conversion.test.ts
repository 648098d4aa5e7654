import { describe, expect, it } from 'vitest';
import {
  auditConversion,
  changedWords,
  doubts,
  sentenceAround,
} from '../../../renderer/domain/conversion/index.ts';
import { convertText, loadConverter } from '../../../renderer/domain/script/index.ts';
import { isTraditional, seedTexts } from './seed-texts.ts';

const report = seedTexts.find(isTraditional)?.lines ?? [];
const plan = seedTexts.find(({ name }) => name.startsWith('003'))?.lines ?? [];

describe('the audit of the work report', () => {
  const audit = auditConversion(report, 'hant-to-hans');
  const timesOf = async (doubt: string, original: string) =>
    (await audit)
      .filter((each) => each.doubt === doubt && each.original === original)
      .reduce((sum, { places }) => sum + places.length, 0);

  it('finds the simplified characters that the source holds already', async () => {
    expect(
      Object.fromEntries(
        await Promise.all(
          [...'范于系愿后筑征采云干'].map(async (each) => [each, await timesOf('leftover', each)]),
        ),
      ),
    ).toEqual({ 范: 11, 于: 8, 系: 6, 愿: 4, 后: 3, 筑: 3, 征: 3, 采: 2, 云: 2, 干: 2 });
    const system = (await audit).find(({ original }) => original === '系');
    expect(system).toMatchObject({ shown: '系', others: ['係', '繫'] });
  });

  it('finds what was converted too far', async () => {
    const wide = (await audit).find(({ doubt, original }) => doubt === 'overConverted' && original === '準');
    expect(wide?.places.map(({ text, start }) => report[text]?.slice(start, start + 2))).toEqual([
      '準入',
      '準入',
    ]);
  });

  it('finds characters that convert in several ways, and those that meet in one', async () => {
    const found = await audit;
    expect(found.filter(({ original, doubt }) => original === '著' && doubt === 'several')).toMatchObject([
      { shown: '着', others: ['着', '著'] },
      { shown: '著', others: ['着', '著'] },
    ]);
    expect(found.find(({ original }) => original === '歷')).toMatchObject({
      shown: '历',
      others: ['曆', '歷'],
    });
  });

  it('points every place at its character, in the order of the kinds', async () => {
    const found = await audit;
    for (const { original, places } of found) {
      expect(new Set(places.map(({ text, start, end }) => report[text]?.slice(start, end)))).toEqual(
        new Set([original]),
      );
    }
    const kinds = found.map(({ doubt }) => doubts.indexOf(doubt));
    expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
  });
});

it('tells of a simplified text shown in traditional characters where a word decided', async () => {
  const found = await auditConversion(plan, 'hans-to-hant');
  const of = (original: string) => found.filter((each) => each.original === original);
  expect(of('系').map(({ shown, byWord }) => [shown, byWord])).toEqual([
    ['系', false],
    ['繫', true],
  ]);
  expect(
    of('里')
      .concat(of('后'))
      .every(({ doubt }) => doubt === 'several'),
  ).toBe(true);
});

it('finds nothing in a text that converts in one way only', async () => {
  expect(await auditConversion(['國際貿易', '', 'QFLP 2020'], 'hant-to-hans')).toEqual([]);
});

describe('the changed words of a converted text', () => {
  it('gives each word that really differs, with what it is in the stored text', async () => {
    const converter = await loadConverter('hant-to-hans');
    const stored = '提高、養老、人民';
    const shown = convertText(stored, converter);
    expect(changedWords(stored, shown, 0, shown.text.length)).toEqual([
      { shown: '养老', original: '養老', start: 3, end: 5 },
    ]);
    expect(changedWords(stored, shown, 3, 4)).toHaveLength(1);
    // The character itself is the same in both, though its word is not.
    expect(changedWords(stored, shown, 4, 5)).toEqual([]);
    expect(changedWords(stored, convertText(stored, null), 0, 5)).toEqual([]);
  });
});

describe('the sentence around a place', () => {
  it('ends at the marks that end a sentence and shortens a long one', () => {
    expect(sentenceAround('一。二三四；五', 3, 4)).toEqual({ before: '二', words: '三', after: '四；' });
    expect(sentenceAround('一二', 0, 1)).toEqual({ before: '', words: '一', after: '二' });
    const long = '字'.repeat(200);
    expect(sentenceAround(long, 100, 101)).toEqual({
      before: `…${'字'.repeat(40)}`,
      words: '字',
      after: `${'字'.repeat(40)}…`,
    });
  });
});
