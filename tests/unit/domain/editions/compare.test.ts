import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareQuoted, type Piece } from '../../../../renderer/domain/editions/index.ts';
import { placesLike, searchedText } from '../../../../renderer/domain/reanchor/index.ts';

const whole = (text: string) => ({ text, start: 0, end: text.length });
const wordsOf = (pieces: readonly Piece[], same: boolean): readonly string[] =>
  pieces.filter((piece) => piece.same === same).map(({ text }) => text);

describe('two passages side by side', () => {
  test('tell what is gone and what is new, numbers as a whole', () => {
    const { old, fresh } = compareQuoted(
      whole('审批时限由30个工作日缩短，并按季度通报。'),
      whole('审批时限由15个工作日缩短，并按季度通报。'),
    );
    expect([wordsOf(old, false), wordsOf(fresh, false)]).toEqual([['30'], ['15']]);
  });

  test('compare the quotes alone where the surroundings are others altogether', () => {
    const quote = '加快建设';
    const { old, fresh } = compareQuoted(
      { text: `甲乙丙丁戊己庚辛${quote}`, start: 8, end: 12 },
      { text: `${quote}子丑寅卯辰巳午未`, start: 0, end: 4 },
    );
    expect([wordsOf(old, false), wordsOf(fresh, false)]).toEqual([[], []]);
    expect(old.filter(({ quoted }) => quoted).map(({ text }) => text)).toEqual([quote]);
  });

  test('lose no character of the quote, whatever the texts', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { old, fresh } = compareQuoted(whole(one), whole(other));
        expect(old.map((piece) => piece.text).join('')).toBe(one);
        expect(fresh.map((piece) => piece.text).join('')).toBe(other);
      }),
    );
  });
});

describe('places like a quote', () => {
  const text = '加强组织领导，明确责任分工。\n完善养老服务，新增床位五千张。\n加强组织领导，落实经费。';

  test('are the very words first, then sentences that hold most of it, and none that hold little', () => {
    const found = (quote: string) =>
      placesLike(searchedText(text), quote, 3).map(({ start, end }) => text.slice(start, end));
    expect(found('加强组织领导')).toEqual(['加强组织领导', '加强组织领导']);
    expect(found('完善养老服务，新增床位三千张。')).toEqual(['完善养老服务，新增床位五千张。']);
    expect(found('推进数据跨境流动')).toEqual([]);
    expect(found('')).toEqual([]);
  });
});
