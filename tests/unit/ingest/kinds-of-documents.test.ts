import { describe, expect, it } from 'vitest';
import { ingestText, outlineOf } from './ingest-text.ts';

/** Paragraphs of a text with a blank line between them, as web pages are copied. */
function pageOf(...paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

function blocksOf(text: string): readonly string[] {
  return ingestText(text).blocks.map((b) => `${b.kind} ${b.text}`);
}

describe('rules in chapters, sections and articles (规章)', () => {
  const text = pageOf(
    '某市公共数据管理规定',
    '（2021年9月1日市人民政府令第50号公布）',
    '第一章　总　则',
    '第一条　为了规范管理，根据《中华人民共和国数据安全法》，制定本规定。',
    '第二章　采集与共享',
    '第一节　采集',
    '第二条　管理机构应当遵循下列原则：',
    '（一）合法、必要；',
    '（二）分级分类：',
    '1．一级数据；',
    '2．二级数据。',
    '第三条　应当自收到申请之日起十日内答复。情况复杂的，可以延长五日。',
    '第二节　共享',
    '第四条　以共享为原则。',
    '第三章　附则',
    '第五条　本规定自2021年11月1日起施行。',
  );

  it('have their chapters and sections as headings and their articles as items under them', () => {
    expect(outlineOf(text)).toEqual([
      '1 第一章总则',
      '1 第二章采集与共享',
      '2 第一节采集',
      '2 第二节共享',
      '1 第三章附则',
    ]);
    const { blocks, head } = ingestText(text);
    const section = blocks.find((b) => b.text === '采集')?.id;
    expect(blocks.filter((b) => b.parentId === section).map((b) => b.number)).toEqual([
      '第二条',
      '（一）',
      '（二）',
      '1．',
      '2．',
      '第三条',
    ]);
    expect(head.effectiveOn).toBe('2021-11-01');
  });

  it('name the order that made them without the day before it', () => {
    expect(ingestText(text).citations.map((c) => c.cited)).toEqual([
      '市人民政府令第50号',
      '《中华人民共和国数据安全法》',
    ]);
  });
});

describe('a notice with four ranks (通知)', () => {
  it('has a level for each of 一、（一）1．（1）and its foot outside the last section', () => {
    const text = pageOf(
      '某市人民政府办公厅关于加强养老服务的通知',
      '某府办发〔2022〕12号',
      '各区人民政府，市有关部门：',
      '为贯彻落实国发〔2019〕5号文件精神，现就有关事项通知如下：',
      '一、重点任务',
      '（一）完善设施',
      '1．新建设施。每个街道至少建成一个。',
      '（1）老城区可以改建。由各区负责。',
      '（2）新城区必须新建。由建设单位负责。',
      '2．改造老旧设施。三年内完成改造。',
      '（二）培育队伍',
      '加大培训力度。',
      '二、保障措施',
      '各区要加强领导。',
      '某市人民政府办公厅',
      '２０２２年３月１５日',
    );
    expect(outlineOf(text)).toEqual([
      '1 一、重点任务',
      '2 （一）完善设施',
      '3 1．新建设施',
      '4 （1）老城区可以改建',
      '4 （2）新城区必须新建',
      '3 2．改造老旧设施',
      '2 （二）培育队伍',
      '1 二、保障措施',
    ]);
    const { blocks, head } = ingestText(text);
    expect(blocks.slice(-2).map((b) => [b.kind, b.parentId])).toEqual([
      ['signature', null],
      ['date', null],
    ]);
    expect([head.issuedOn, head.documentNumber]).toEqual(['2022-03-15', '某府办发〔2022〕12号']);
  });
});

describe('a plan with boxes (规划)', () => {
  const text = pageOf(
    '某区“十四五”科技创新规划',
    '前　言',
    '为推进科技创新，制定本规划。',
    '第一章 发展基础',
    '全区研发投入年均增长12%。',
    '专栏1 主要指标',
    '1.研发经费投入强度：3.5%',
    '2.高新技术企业数：1200家',
    '第二章 总体要求',
    '到2025年，研发经费投入强度达到4.5%左右。',
  );

  it('keeps the foreword and the titles of its boxes apart from the text after them', () => {
    expect(blocksOf(text).slice(1, 6)).toEqual([
      'title 前 言',
      'paragraph 为推进科技创新，制定本规划。',
      'heading 发展基础',
      'paragraph 全区研发投入年均增长12%。',
      'paragraph 专栏1主要指标',
    ]);
    expect(outlineOf(text)).toEqual(['1 第一章发展基础', '1 第二章总体要求']);
  });

  it('tells what was reached from what is aimed at', () => {
    expect(ingestText(text).facts.map((f) => [f.type, f.raw, f.due])).toEqual([
      ['baseline', '12%', null],
      ['baseline', '3.5%', null],
      ['baseline', '1200家', null],
      ['target-deadline', '到2025年', '2025'],
      ['target', '4.5%', '2025'],
    ]);
  });
});

describe('measures with full-width numbers and headings that run in', () => {
  it('take ： for 。 where a list has both, and full-width days for days', () => {
    const text = pageOf(
      '某市促进消费若干措施',
      '１．支持首店经济。对新开首店给予奖励，最高１００万元。',
      '２．支持汽车消费：对购买新能源汽车的，给予每辆１万元补贴。',
      '３．优化环境。压缩审批时限至５个工作日。',
      '本措施自２０２３年６月１日起施行，有效期至２０２５年１２月３１日。',
    );
    expect(outlineOf(text)).toEqual(['1 １．支持首店经济', '1 ２．支持汽车消费', '1 ３．优化环境']);
    const { blocks, head } = ingestText(text);
    expect(blocks.find((b) => b.number === '２．')).toMatchObject({ closing: '：' });
    expect([head.effectiveOn, head.expiresOn]).toEqual(['2023-06-01', '2025-12-31']);
  });

  it('are items when ： introduces a list or a thing', () => {
    expect(outlineOf('某市细则\n\n一、申请表：一式两份；\n\n二、网址为：http://a.cn。')).toEqual([]);
  });
});

describe('rules with circled numbers and attachments', () => {
  const text = pageOf(
    '某市实施细则',
    '一、申请单位应当符合以下条件：',
    '①依法注册；',
    '②三年内无重大违法。',
    '二、公示期不少于7天。',
    '三、附则',
    '本细则由市经信委负责解释。',
    '附件1',
    '申请表',
    '附件2',
    '办理流程图',
  );

  it('keep each circled number as an item of its own, and a short line from the text after it', () => {
    expect(blocksOf(text).slice(1)).toEqual([
      'item 一、申请单位应当符合以下条件：',
      'item ①依法注册；',
      'item ②三年内无重大违法。',
      'item 二、公示期不少于7天。',
      'item 三、附则',
      'paragraph 本细则由市经信委负责解释。',
      'note 附件1',
      'title 申请表',
      'note 附件2',
      'title 办理流程图',
    ]);
  });
});

describe('a report on the work of the government (政府工作报告)', () => {
  const text = pageOf(
    '2024年某市政府工作报告',
    '——2024年1月15日在某市第十届人民代表大会第三次会议上',
    '各位代表：',
    '一、2023年工作回顾',
    '一是经济稳中有进。规模以上工业增加值增长4.2%。',
    '二、2024年重点工作',
    '（一）着力扩大内需',
    '发放消费券10亿元，6月底前完成。',
    '（二）着力保障民生',
    '建成保障房3万套。',
  );

  it('has the occasion under its title, not a heading', () => {
    expect(outlineOf(text)).toEqual([
      '1 一、2023年工作回顾',
      '1 二、2024年重点工作',
      '2 （一）着力扩大内需',
      '2 （二）着力保障民生',
    ]);
    expect(ingestText(text).blocks[1]).toMatchObject({ kind: 'note' });
  });

  it('sets targets for its year and looks back on the year before', () => {
    expect(ingestText(text).facts.map((f) => [f.type, f.raw, f.due])).toEqual([
      ['baseline', '4.2%', null],
      ['target', '10亿元', '2024'],
      ['target-deadline', '6月底前', '2024-06'],
      ['target', '3万套', '2024'],
    ]);
  });
});
