import { expect, test } from 'vitest';
import { mappedToIdeographs } from '../../../../main/export/pdf-characters.ts';
import { ideographOf } from '../../../../main/export/radicals.ts';

test.each([
  ['⼯', '工人', '工'],
  ['⺠', '人民', '民'],
  ['⻓', '长江', '长'],
  // One glyph, several ideographs: the one that is printed.
  ['⼾', '落户', '户'],
  ['⼾', '落戶', '戶'],
  // The text itself speaks of the radical.
  ['⼯', '部首⼯', '⼯'],
  ['工', '工人', '工'],
  ['A', 'A', 'A'],
])('%s in a text of %s is %s', (radical, text, ideograph) => {
  expect(ideographOf(radical, new Set(text))).toBe(ideograph);
});

const characters = new Set('工人民一二三丨');

test('a map names ideographs, single ones and those within a range, and leaves the rest as it is', () => {
  const map = [
    'begincmap',
    '2 beginbfchar',
    '<01> <0020>',
    '<02> <2F2F>',
    'endbfchar',
    '2 beginbfrange',
    '<0009> <000A> <0028>',
    '<0010> <0012> <2EA0>',
    'endbfrange',
    'endcmap',
  ].join('\n');
  expect(mappedToIdeographs(map, characters)).toBe(
    [
      'begincmap',
      '2 beginbfchar',
      '<01> <0020>',
      '<02> <5DE5>',
      'endbfchar',
      '1 beginbfrange',
      '<0009> <000A> <0028>',
      'endbfrange',
      '3 beginbfchar',
      '<0010> <6C11>',
      '<0011> <6C35>',
      '<0012> <2EA2>',
      'endbfchar',
      'endcmap',
    ].join('\n'),
  );
});

test('a range of three hundred radicals is written in sections of a hundred', () => {
  const map = '1 beginbfrange\n<0000> <00D5> <2F00>\nendbfrange';
  const counts = [...mappedToIdeographs(map, new Set()).matchAll(/(\d+) beginbfchar/g)].map(([, n]) => n);
  expect(counts).toEqual(['100', '100', '14']);
});
