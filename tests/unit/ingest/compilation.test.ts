import { describe, expect, it } from 'vitest';
import { draftEntry } from '../../../main/ingest/draft-entry.ts';
import { IngestError, ingestFile } from '../../../main/ingest/index.ts';

/** A compilation of two policies: the first has its title at the foot of its first page, inside a sentence. */
const TEXT = `注册

2020政策汇编

目录 >>

上海市人民政府印发《关于推动质量的若干措施》的通知 ..........1
市科委 市财政局关于支长三角一体化发展的意见 ..........2

上市公司是基石,支持员工持

关于推动质量的若干措施

1

市科委 市财政局
关于支持长三角一体化发展的意见
为落实部署,提出意见。
一、总体要求
坚持原则。

9

2

文本到此为止。

3

版权所有
`;

function read(text = TEXT) {
  const entry = {
    ...draftEntry('c', 'c.txt', '0'.repeat(64), text),
    title: '2020政策汇编',
    webChrome: ['注册', '版权所有'],
    roles: [{ line: '目录 >>', kind: 'title' as const }],
    compilation: {
      contentsLine: '目录 >>',
      ornament: '>>',
      partPrefix: 'p',
      partLevel: 'municipal' as const,
    },
  };
  return ingestFile({ text, entry, bodies: new Map(), metadata: 'found' });
}

describe('a compilation (R7)', () => {
  const { documents, furniture } = read();
  const [whole, first, second] = documents;

  it('is a parent with its contents, and a document for every entry', () => {
    expect(documents.map((d) => [d.head.id, d.head.parentId])).toEqual([
      ['c', null],
      ['c-p01', 'c'],
      ['c-p02', 'c'],
    ]);
    expect(whole?.blocks.map((b) => [b.kind, b.text])).toEqual([
      ['title', '2020政策汇编'],
      ['title', '目录'],
      ['contents', '上海市人民政府印发《关于推动质量的若干措施》的通知'],
      ['contents', '市科委市财政局关于支长三角一体化发展的意见'],
    ]);
  });

  it('takes a footer title out of the sentence that it interrupts', () => {
    expect(first?.head).toMatchObject({
      title: '关于推动质量的若干措施',
      issuer: '上海市人民政府',
      kind: '若干措施',
    });
    expect(first?.blocks.map((b) => b.text)).toEqual(['上市公司是基石,支持员工持']);
  });

  it('prefers the printed title to a misprinted entry, without its several issuers', () => {
    expect(second?.head).toMatchObject({
      title: '关于支持长三角一体化发展的意见',
      issuer: '市科委、市财政局',
    });
  });

  it('counts pages in order and drops stray numbers', () => {
    expect(furniture.map((f) => [f.reason, TEXT.slice(f.start, f.end)])).toEqual([
      ['web-chrome', '注册'],
      ['running-title', '关于推动质量的若干措施'],
      ['page-number', '1'],
      ['stray-number', '9'],
      ['page-number', '2'],
      ['page-number', '3'],
      ['web-chrome', '版权所有'],
    ]);
  });

  it('joins a sentence over a stray number and the page', () => {
    expect(second?.blocks.map((b) => b.text)).toContain('文本到此为止。');
  });

  it('is refused when a declared line or a listed page is missing', () => {
    expect(() => read(TEXT.replace('注册\n', ''))).toThrow(IngestError);
    expect(() => read(TEXT.replace('..........2', '..........8'))).toThrow(/page 8/);
  });
});
