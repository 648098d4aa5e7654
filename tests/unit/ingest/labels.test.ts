import { describe, expect, it } from 'vitest';
import { chineseNumber, readLabel } from '../../../main/ingest/labels.ts';

describe('labels (R1, R4)', () => {
  it.each([
    ['第一章 总 则', '章', 1, '第一章'],
    ['第十一条(资金拨付)', '条', 11, '第十一条'],
    ['十二、同时符合', '一、', 12, '十二、'],
    ['（三）加快', '(一)', 3, '（三）'],
    ['(十九)加强', '(一)', 19, '(十九)'],
    ['1．拓展', '1.', 1, '1．'],
    ['23.建设', '1.', 23, '23.'],
    ['(2)城市', '(1)', 2, '(2)'],
    ['３、加快', '1.', 3, '３、'],
    ['第二节 管理', '节', 2, '第二节'],
    ['第三部分 附表', '部分', 3, '第三部分'],
    ['——集聚', '——', 0, '——'],
  ])('%s', (text, style, value, repaired) => {
    expect(readLabel(text)).toMatchObject({ style, value, repaired, damaged: false });
  });

  it('repairs a bracket that is lost', () => {
    expect(readLabel('四)发挥')).toMatchObject({ style: '(一)', value: 4, repaired: '(四)', damaged: true });
  });

  it.each(['2.5亿元', '第四条第一款条件的除外', '一二级市场', '2020年', '———', '浦东', '第一条所称'])(
    '%s is no label',
    (text) => {
      expect(readLabel(text)).toBeNull();
    },
  );

  it('reads Chinese numerals up to 99', () => {
    expect(['一', '十', '十九', '二十', '九十九', '一二', ''].map(chineseNumber)).toEqual([
      1, 10, 19, 20, 99, 0, 0,
    ]);
  });
});
