import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../main/export/csv.ts';
import { readCsv } from '../../../support/csv-reader.ts';

describe('CSV', () => {
  it('begins with a byte order mark and ends every row with CRLF', () => {
    expect(
      csvOf([
        ['文件', '期限'],
        ['甲', '2020'],
      ]),
    ).toBe('\uFEFF文件,期限\r\n甲,2020\r\n');
    expect(csvOf([])).toBe('\uFEFF');
  });

  it('quotes what would divide a cell or be lost from it', () => {
    expect(csvOf([['a,b', 'a"b', 'a\nb', ' a', 'a ', '']])).toBe('\uFEFF"a,b","a""b","a\nb"," a","a ",\r\n');
  });

  it.each([
    '=1+1',
    '+1+1',
    '-1-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '=',
    '-',
  ])('makes no formula of %j', (cell) => {
    expect(readCsv(csvOf([[cell]]))).toEqual([[`'${cell}`]]);
  });

  it('leaves plain numbers and signs within a text alone', () => {
    const row = ['15', '-1.5', '3-5', 'a=b', '(=1)', "'=1", '1000+'];
    expect(readCsv(csvOf([row]))).toEqual([row]);
  });

  it('gives every cell back, but for the apostrophe before a formula', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+\-@\t\r\n",' ａ＝]{0,6}$/));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const read = readCsv(csvOf(rows));
        expect(read.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\r\n\0＝＋－＠])/, '')))).toEqual(
          rows.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@\t\r\n\0＝＋－＠])/, ''))),
        );
        for (const one of read.flat()) expect(one).not.toMatch(/^(?!-?\d+(\.\d+)?$)[=+\-@\t\r\n\0＝＋－＠]/);
      }),
    );
  });
});
