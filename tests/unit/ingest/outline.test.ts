import { describe, expect, it } from 'vitest';
import { ingestText, outlineOf, textsOf } from './ingest-text.ts';

const TITLE = '关于若干事项的意见\n';
const LONG =
  '这一句话写得很长，用来表示它是一个段落而不是标题，因为标题的第一句不会超过四十个字，这里早就超过了。';

describe('levels and parents (R1)', () => {
  it('ranks the styles that a document uses, skipping the ones it does not', () => {
    expect(outlineOf(`${TITLE}一、甲\n1.子。正文。\n2.丑。正文。\n二、乙\n正文。`)).toEqual([
      '1 一、甲',
      '2 1.子',
      '2 2.丑',
      '1 二、乙',
    ]);
  });

  it('puts chapters over articles and dashes under whatever they stand in', () => {
    const text = `${TITLE}第一章 总 则\n第一条(目的)\n为了。\n第二章 附 则\n第二条(期限)\n——首先。正文。\n——其次。正文。`;
    expect(outlineOf(text)).toEqual([
      '1 第一章总则',
      '2 第一条(目的)',
      '1 第二章附则',
      '2 第二条(期限)',
      '3 ——首先',
      '3 ——其次',
    ]);
  });

  it('takes full-width and ASCII marks for one style', () => {
    expect(outlineOf(`${TITLE}（一）甲\n文。\n(二)乙\n文。`)).toEqual(['1 （一）甲', '1 (二)乙']);
  });

  it('counts items as ranks, but hangs blocks under headings only', () => {
    const { blocks } = ingestText(
      `${TITLE}一、${LONG}\n1.申报阶段。提交信息。\n2.评审阶段。提交意见。\n二、${LONG}`,
    );
    expect(blocks.filter((b) => b.kind === 'heading').map((b) => b.level)).toEqual([2, 2]);
    expect(blocks.filter((b) => b.kind === 'item').map((b) => b.parentId)).toEqual([null, null]);
  });
});

describe('run-in headings (R2)', () => {
  it('are headings when all siblings are, and keep their closing mark apart', () => {
    const { blocks } = ingestText(
      `${TITLE}1.拓展功能，发展服务、航运等集聚区。支持发展。\n2.加强建设。推进建设。`,
    );
    const heading = blocks.find((b) => b.kind === 'heading');
    const paragraph = blocks.find((b) => b.runInOf === heading?.id);
    expect(heading).toMatchObject({
      number: '1.',
      text: '拓展功能，发展服务、航运等集聚区',
      closing: '。',
      level: 1,
    });
    expect(paragraph).toMatchObject({ text: '支持发展。', parentId: heading?.id });
  });

  it('are items when a sibling is a plain paragraph', () => {
    expect(outlineOf(`${TITLE}1.支持设立机构。推进落地。\n2.${LONG}\n3.推动平台建设。推广应用。`)).toEqual(
      [],
    );
  });

  it('may miss the last of three, which then is an item', () => {
    const text = `${TITLE}(一)甲类。支持。\n(二)乙类。支持。\n(三)经批准的其他项目。`;
    expect(outlineOf(text)).toEqual(['1 (一)甲类', '1 (二)乙类']);
    expect(
      ingestText(text)
        .blocks.filter((b) => b.kind === 'item')
        .map((b) => b.text),
    ).toEqual(['(三)经批准的其他项目。']);
  });

  it('of a list that starts again do not decide over each other', () => {
    const text = `${TITLE}一、甲\n(一)子。文。\n(二)丑。文。\n二、乙\n(一)${LONG}\n(二)寅。文。`;
    expect(outlineOf(text)).toEqual(['1 一、甲', '2 (一)子', '2 (二)丑', '1 二、乙']);
  });

  it('need 40 characters at most before the full stop', () => {
    const forty = '字'.repeat(40);
    expect(outlineOf(`${TITLE}1.${forty}。文。\n2.短。文。`)).toHaveLength(2);
    expect(outlineOf(`${TITLE}1.${forty}字。文。\n2.短。文。`)).toHaveLength(0);
  });
});

describe('headings on their own line', () => {
  it('may end in a full stop when text or items stand under each', () => {
    const text = `${TITLE}(一)支持重点产业。\n1.${LONG}\n(二)促进投资便利化。\n2.${LONG}`;
    expect(outlineOf(text)).toEqual(['1 (一)支持重点产业', '1 (二)促进投资便利化']);
  });

  it('are not short items of a list (R3)', () => {
    expect(
      outlineOf(
        `${TITLE}提交以下材料：\n1.企业验资报告。\n2.企业章程及相关决议。\n3.护照、签证及所有出入境记录。`,
      ),
    ).toEqual([]);
    expect(outlineOf(`${TITLE}提交：\n(一)申请表;\n(二)户籍凭证;\n(三)相应的材料。`)).toEqual([]);
  });

  it('are not unnumbered lead sentences', () => {
    expect(outlineOf(`${TITLE}推进体育强市建设。实施全民健身计划。\n建设智慧城市。加大力度。`)).toEqual([]);
  });
});

describe('damaged and hidden labels (R4, R5)', () => {
  it('repairs a label that fits the sequence and keeps the original', () => {
    const { blocks } = ingestText(`${TITLE}(一)甲。文。\n二)乙。文。\n(三)丙。文。`);
    const repaired = blocks.find((b) => b.number === '(二)');
    expect(repaired).toMatchObject({ kind: 'heading', text: '乙' });
    expect(repaired?.repairs).toMatchObject([{ kind: 'bracket', original: '二)', replacement: '(二)' }]);
  });

  it('repairs a first label by the one that follows, and leaves one that fits nothing', () => {
    expect(textsOf(`${TITLE}第四条 激励条件\n一)甲。\n(二)乙。`)).toContain('(一)甲。');
    expect(textsOf(`${TITLE}五)甲。\n其他。`)).toContain('五)甲。');
  });

  it('splits a line at a label after a full stop and a blank', () => {
    expect(outlineOf(`${TITLE}1.做强甲。文。\n2.做活乙。文。 3.做优丙。文。`)).toEqual([
      '1 1.做强甲',
      '1 2.做活乙',
      '1 3.做优丙',
    ]);
    expect(textsOf(`${TITLE}——甲。文。 ——乙。文。`)).toContain('——乙。');
    expect(textsOf(`${TITLE}共有 2.5 亿。 2020 年完成。`)).toContain('共有2.5亿。2020年完成。');
  });

  it('splits at words with a colon that begin other paragraphs', () => {
    const text = `${TITLE}一、甲类人才。\n证明材料:合同。\n二、乙类人才。\n证明材料:证书。\n三、丙类人才。\n证明材料:章程。\n四、丁类人才。 证明材料:发票。 其中:一份。`;
    expect(textsOf(text).slice(-2)).toEqual(['四、丁类人才。', '证明材料:发票。其中:一份。']);
  });

  it('splits after a heading without a full stop when the first item follows', () => {
    expect(
      textsOf(
        `${TITLE}(一)单位需提交的材料\n其中一项。\n(二)个人需提交的基本材料 1.学位证书。如为进修的，另附。\n2.护照。`,
      ),
    ).toEqual([
      '关于若干事项的意见',
      '(一)单位需提交的材料',
      '其中一项。',
      '(二)个人需提交的基本材料',
      '1.学位证书。如为进修的，另附。',
      '2.护照。',
    ]);
  });
});

describe('closing clauses (R14)', () => {
  it('belong to the document unless they stand in an article', () => {
    const own = ingestText(`${TITLE}一、甲\n文。\n本意见自2020年1月1日起施行。`).blocks.at(-1);
    expect(own?.parentId).toBeNull();
    const article = ingestText(
      `${TITLE}第一条(目的)\n文。\n第二条(期限)\n本办法自2020年1月1日起施行。`,
    ).blocks.at(-1);
    expect(article?.parentId).not.toBeNull();
  });

  it('are also what follows measures that name their bodies', () => {
    const { blocks } = ingestText(
      `${TITLE}一、任务\n1.甲。文。(责任部门:市科委)\n2.乙。文。(责任部门:市商务委)\n支持各区按照要求执行。`,
    );
    expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', parentId: null });
  });
});
