import { describe, expect, it } from 'vitest';
import { draftEntry } from '../../../main/ingest/draft-entry.ts';
import { IngestError, ingestFile, parseManifest } from '../../../main/ingest/index.ts';
import { kindOf } from '../../../main/ingest/kinds.ts';
import { ingestText } from './ingest-text.ts';

const TITLE = '管理办法\n';

function dates(text: string): readonly (string | null)[] {
  const { head } = ingestText(TITLE + text);
  return [head.effectiveOn, head.expiresOn];
}

describe('validity (R13)', () => {
  it.each([
    ['本办法自2020年12月1日起施行,有效期至2025年11月30日。', ['2020-12-01', '2025-11-30']],
    ['本意见自2019年8月1日起实施。', ['2019-08-01', null]],
    ['本办法自 2020 年 10 月 27 日起施行,有效期截止 2022 年 10 月 26 日。', ['2020-10-27', '2022-10-26']],
    ['企业所得税自2008年1月1日起施行。', [null, null]],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it('follows the note that extends it, and keeps the former expiry', () => {
    const { head, evidence } = ingestText(
      `${TITLE}本办法自2015年11月1日起施行,有效期至2017年10月31日。\n注:根据通知，该项政策有效期延至2022年10月31日。`,
    );
    expect(head.expiresOn).toBe('2022-10-31');
    expect(evidence.find((e) => e.field === 'expires_on_before')?.value).toBe('2017-10-31');
  });

  it('names what it repeals', () => {
    const { evidence } = ingestText(
      `${TITLE}本办法自2020年1月1日起施行。原《旧细则》(沪人社〔2015〕4号)同时废止。`,
    );
    expect(evidence.find((e) => e.field === 'repeals')?.value).toBe('原《旧细则》(沪人社〔2015〕4号)');
  });
});

describe('the parts of a head', () => {
  it('are told by their form', () => {
    const text =
      '上海市人民政府文件\n沪府规〔2020〕24号\n各区人民政府，各有关单位：\n现印发给你们。\n2020年11月5日\n（此件公开发布）\n';
    expect(ingestText(text).blocks.map((b) => b.kind)).toEqual([
      'title',
      'number',
      'addressees',
      'paragraph',
      'date',
      'note',
    ]);
  });

  it('may have a date in Chinese numerals', () => {
    const { head, blocks } = ingestText(
      '关于某事的通知\n各区人民政府：\n现印发。\n上海市人民政府\n二○○九年十一月二十日\n',
    );
    expect(head.issuedOn).toBe('2009-11-20');
    expect(blocks.map((b) => b.kind)).toEqual(['title', 'addressees', 'paragraph', 'signature', 'date']);
  });

  it('give the kind of a document', () => {
    expect(
      ['若干措施', '三年行动计划(2021-2023年)', '管理办法(暂行)', '实施细则', '你好'].map((t) =>
        kindOf(`关于某事的${t}`),
      ),
    ).toEqual(['若干措施', '三年行动计划', '管理办法(暂行)', '实施细则', null]);
  });
});

describe('the manifest', () => {
  const text = '通知\n沪府规〔2020〕24号\n正文。';
  const entry = draftEntry('x', 'x.txt', '0'.repeat(64), text);

  it('may not contradict the text', () => {
    expect(() => ingestFile({ text, entry, bodies: new Map() })).toThrow(IngestError);
    const other = { ...entry, documentNumber: '沪府规〔2020〕2号' };
    expect(() => ingestFile({ text, entry: other, bodies: new Map() })).toThrow(/沪府规〔2020〕2号/);
    const issuer = { ...entry, documentNumber: '沪府规〔2020〕24号', issuer: '无此机关' };
    expect(() => ingestFile({ text, entry: issuer, bodies: new Map() })).toThrow(/无此机关/);
  });

  it('is refused with the place that is wrong', () => {
    expect(() => parseManifest('{')).toThrow(/not JSON/);
    expect(() => parseManifest('{"schemaVersion":1,"documents":[{"id":"A"}],"bodies":[]}')).toThrow(
      /documents\.0/,
    );
  });
});
