import { describe, expect, it } from 'vitest';
import { ingestText } from './ingest-text.ts';

const TITLE = '某事项规定\n';

function facts(text: string, year?: string): readonly string[] {
  const entry = year === undefined ? {} : { year, inferred: { year: 'given' } };
  return ingestText(TITLE + text, entry).facts.map(
    (f) => `${f.type} ${f.comparator} ${f.value} ${f.unit ?? '-'} ${f.due ?? '-'} ${f.raw}`,
  );
}

describe('targets', () => {
  it.each([
    ['人均基本養老金增長15%。', 'target = 15 % 2012 15%'],
    ['為27萬老年人提供服務。', 'target = 270000 人 2012 27萬老年人'],
    ['新增養老床位5000張。', 'target = 5000 張 2012 5000張'],
    ['新增就業崗位50萬個以上。', 'target >= 500000 個 2012 50萬個'],
  ])('of a report: %s', (text, fact) => {
    expect(facts(text, '2012')).toEqual([fact]);
  });

  it('take their date from the sentence', () => {
    expect(facts('到2023年,规模力争增长50%左右,新增3-4个平台。')).toEqual([
      'target-deadline <= 2023 year 2023 到2023年',
      'target ~ 50 % 2023 50%',
      'target range 3-4 个 2023 3-4个',
    ]);
  });

  it('are told from the baseline of a stocktaking paragraph', () => {
    expect(facts('截至2020年底,集聚了12家市场,6000多家机构,占全市1/6。')).toEqual([
      'baseline = 12 家 2020 12家',
      'baseline >= 6000 家 2020 6000多家',
      'baseline = 1/6 - 2020 1/6',
    ]);
  });
});

describe('conditions and limits', () => {
  it.each([
    ['持股比例不低于5%的人才，积120分。', ['threshold >= 5 % - 5%', 'points = 120 分 - 120分']],
    ['投资额200万元及以上。', ['threshold >= 2000000 元 - 200万元']],
    [
      '审批时限由现在的30个工作日缩短至15个工作日。',
      ['baseline = 30 个工作日 - 30个工作日', 'time-limit = 15 个工作日 - 15个工作日'],
    ],
    ['在5个工作日内完成。', ['time-limit <= 5 个工作日 - 5个工作日']],
    ['最近3年内累计24个月缴纳。', ['duration <= 3 年 - 3年', 'duration = 24 个月 - 24个月']],
    ['在等值500万美元额度内借用。', ['limit <= 5000000 美元 - 500万美元']],
    ['累计不超过3人。', ['limit <= 3 人 - 3人']],
    ['设立100亿元的专项资金。', ['amount = 10000000000 元 - 100亿元']],
    ['不少于总学分的80%。', ['threshold >= 80 % - 80%']],
    ['世界排名前500名高校。', ['ranking = 500 名 - 500名']],
    ['16周岁及以下。', ['threshold <= 16 周岁 - 16周岁']],
    ['取得的收入，免征营业税。', ['tax-rate = 0 % - 免征营业税']],
    ['建成全市第一商圈。', ['ranking = 1 名 - 全市第一']],
    ['每年更新目录。', ['frequency = 1 year - 每年']],
  ])('%s', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });
});

describe('dates', () => {
  it('of validity and issue', () => {
    expect(facts('2020年11月5日\n本规定自2020年11月6日起施行,有效期至2025年11月30日。')).toEqual([
      'issued = 2020-11-05 date 2020-11-05 2020年11月5日',
      'effective = 2020-11-06 date 2020-11-06 2020年11月6日',
      'expiry <= 2025-11-30 date 2025-11-30 2025年11月30日',
    ]);
  });
});

describe('numbers that are names', () => {
  it.each([
    '推进11号线、G60科创走廊、5G网络、S26高速公路建设。',
    '利用“985工程”，构建“3+6”体系。',
    '符合第2、3项和前4项条件的。',
    '根据《行动计划(2018-2020年)》(国发〔2018〕32号)。',
    '开发开放30周年庆祝大会。',
    '2012年短道速滑世锦赛。',
  ])('are no facts: %s', (text) => {
    expect(facts(text)).toEqual([]);
  });
});
