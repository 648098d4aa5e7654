import { describe, expect, it } from 'vitest';
import { ingestText } from './ingest-text.ts';

/** Facts of a sentence as `type comparator value unit raw`. */
function facts(text: string, title = '某事项规定'): readonly string[] {
  return ingestText(`${title}\n${text}`).facts.map(
    (f) => `${f.type} ${f.comparator} ${f.value} ${f.unit ?? '-'} ${f.raw}`,
  );
}

describe('terms and time limits', () => {
  it.each([
    ['三年内完成整改。', ['time-limit <= 3 年 三年']],
    ['应当自收到申请之日起30日内作出决定。', ['time-limit <= 30 日 30日']],
    ['自受理之日起十五个工作日内办结。', ['time-limit <= 15 个工作日 十五个工作日']],
    ['十日内向社会公布。', ['time-limit <= 10 日 十日']],
    [
      '提前20个工作日公告，开工前10日报备。',
      ['time-limit = 20 个工作日 20个工作日', 'time-limit = 10 日 10日'],
    ],
    ['办理时限由20日缩短为7日。', ['baseline = 20 日 20日', 'time-limit = 7 日 7日']],
    ['试点期限一般不超过三年。', ['duration <= 3 年 三年']],
    [
      '有效期5年，聘期为五年，期限为3个月。',
      ['duration = 5 年 5年', 'duration = 5 年 五年', 'duration = 3 个月 3个月'],
    ],
    ['处3至5年有期徒刑。', ['duration range 3-5 年 3至5年']],
    ['处五年以下有期徒刑。', ['duration <= 5 年 五年']],
    ['最近两年连续三次评为优秀。', ['duration = 2 年 两年', 'count = 3 次 三次']],
    [
      '不满一年的；一年以上三年以下。',
      ['duration < 1 年 一年', 'duration >= 1 年 一年', 'duration <= 3 年 三年'],
    ],
    [
      '每半年报告一次，每两年评估，按季度通报。',
      ['frequency = 0.5 year 每半年', 'frequency = 2 year 每两年', 'frequency = 1 quarter 按季度'],
    ],
  ])('%s', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });
});

describe('deadlines and periods', () => {
  it.each([
    ['2018年12月31日前完成备案。', ['target-deadline <= 2018-12-31 date 2018年12月31日前']],
    ['于2020年底前建成。', ['target-deadline <= 2020 year 2020年底前']],
    ['到2021年6月底，全部建成。', ['target-deadline <= 2021-06 month 到2021年6月底']],
    [
      '6月底前报送，第三季度末完成。',
      ['target-deadline <= --06 month 6月底前', 'target-deadline <= --09 month 第三季度末'],
    ],
    ['每年10月31日前报送。', ['frequency = 1 year 每年', 'target-deadline <= --10-31 date 10月31日前']],
    ['到“十四五”末，基本建成。', ['target-deadline <= 2025 year 到“十四五”末']],
    ['规划期为2021年至2025年。', ['plan-period range 2021-2025 year 2021年至2025年']],
    ['截至2020年底，本规定自发布之日起施行。', []],
    [
      '自2020年1月1日至2022年12月31日执行。',
      ['effective = 2020-01-01 date 2020年1月1日', 'expiry <= 2022-12-31 date 2022年12月31日'],
    ],
  ])('%s', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it('of a month belong to the year of the report', () => {
    const [fact] = ingestText('上海市2024年政府工作报告\n6月底前完成。').facts;
    expect(fact).toMatchObject({ value: '2024-06', due: '2024-06', raw: '6月底前' });
  });
});

describe('shares, multiples and ranks', () => {
  it.each([
    ['70%以上的企业，占比百分之五。', ['threshold >= 70 % 70%', 'ratio = 5 % 百分之五']],
    ['超过1/3的代表，三分之二以上同意。', ['threshold > 1/3 - 1/3', 'threshold >= 2/3 - 三分之二']],
    ['半数以上成员同意，占三成以上。', ['threshold >= 1/2 - 半数', 'threshold >= 30 % 三成']],
    [
      '收入翻一番，数量倍增，规模扩大至两倍。',
      ['target = 2 倍 翻一番', 'target = 2 倍 倍增', 'target = 2 倍 两倍'],
    ],
    ['能耗强度下降3.2个百分点。', ['ratio = 3.2 个百分点 3.2个百分点']],
    [
      '排名前三位，位居全国第二位，进入世界前十强。',
      ['ranking = 3 名 三位', 'ranking = 2 名 第二位', 'ranking = 10 名 十强'],
    ],
    ['按15%的税率征收，减半征收企业所得税。', ['tax-rate = 15 % 15%', 'tax-rate = 50 % 减半征收企业所得税']],
    ['加20分，得分在80分以上。', ['points = 20 分 20分', 'points >= 80 分 80分']],
  ])('%s', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });
});

describe('amounts and counts', () => {
  it.each([
    ['扶持资金1000亿元以上。', ['threshold >= 100000000000 元 1000亿元']],
    ['并处五万元以上十万元以下罚款。', ['limit >= 50000 元 五万元', 'limit <= 100000 元 十万元']],
    ['给予投资额30%、最高500万元的补助。', ['ratio = 30 % 30%', 'limit <= 5000000 元 500万元']],
    ['注册资本不低于人民币500万元。', ['threshold >= 5000000 元 500万元']],
    [
      '投资100亿元至200亿元，占10%—15%。',
      ['amount range 10000000000-20000000000 元 100亿元至200亿元', 'ratio range 10-15 % 10%—15%'],
    ],
    [
      '接待300万人次，建成1.5万套、50平方公里。',
      ['count = 3000000 人次 300万人次', 'count = 15000 套 1.5万套', 'count = 50 平方公里 50平方公里'],
    ],
    ['发明专利拥有量达到12件/万人。', ['threshold = 12 件/万人 12件/万人']],
    ['由两名以上执法人员进行，不得少于三人。', ['threshold >= 2 名 两名', 'threshold >= 3 人 三人']],
    ['建成三十个服务站、基站1,200个。', ['count = 30 个 三十个', 'count = 1200 个 1,200个']],
    ['５００万元以上、１５％以内。', ['threshold >= 5000000 元 ５００万元', 'limit <= 15 % １５％']],
    ['年满十八周岁不满六十周岁。', ['threshold = 18 周岁 十八周岁', 'threshold < 60 周岁 六十周岁']],
    ['张江等12个园区，包括10个以上平台。', ['count = 12 个 12个', 'threshold >= 10 个 10个']],
  ])('%s', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  it('are targets where something is aimed at', () => {
    expect(facts('力争到2025年，生产总值达到4.5万亿元，年均增长6.5%左右。')).toEqual([
      'target-deadline <= 2025 year 到2025年',
      'target = 4500000000000 元 4.5万亿元',
      'target ~ 6.5 % 6.5%',
    ]);
    expect(facts('引进企业100家。', '某区“十四五”发展规划')).toEqual(['target = 100 家 100家']);
    expect(facts('失业率控制在5%以内。', '某区2024年政府工作报告')).toEqual(['target <= 5 % 5%']);
    expect(facts('去年引进企业100家。', '某区2024年政府工作报告')).toEqual(['baseline = 100 家 100家']);
  });

  it('name what they are of', () => {
    const subjects = (text: string): readonly (string | null)[] =>
      ingestText(`某事项规定\n${text}`).facts.map((f) => f.subject);
    expect(subjects('企业退休人员和镇保、新农保领取养老金人员的人均基本养老金增长15%。')).toEqual([
      '人均基本养老金',
    ]);
    expect(subjects('培育100家以上的高端制造企业。')).toEqual(['高端制造企业']);
  });
});

describe('numerals in set phrases', () => {
  it.each([
    '坚持三位一体，建设五个中心，落实“十四五”规划，推出一批项目、一系列举措。',
    '一站式服务、双一流高校、三大产业、一网通办、两新工程、四个自信。',
    '第一责任人第一时间到场，把安全放在第一位，一票否决。',
    '实施三年行动计划、3年行动计划和五年规划，是第一个五年。',
    '三年级学生，两年制，一年来，九十年代，二十世纪，一日游。',
    '三级医院、四级组织、两级政府、十个专项行动、一次性告知。',
    '上半年完成，下半年启动。',
    '第五条第二款、第十二条，2019年5月1日签订。',
    '7×24小时服务，15分钟生活圈，8小时工作制。',
    '千亿级园区，百亿元楼宇，楼宇经济倍增计划。',
    '建立多元、二元结构。',
  ])('are no facts: %s', (text) => {
    expect(facts(text)).toEqual([]);
  });
});
