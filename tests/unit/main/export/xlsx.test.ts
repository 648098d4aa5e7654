import { read, utils, type WorkBook } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { writeExport } from '../../../../main/export/write-export.ts';
import type { ExportChoice } from '../../../../preload/contract/index.ts';
import { hostileSet, noteOn, notice } from '../../../support/export-samples.ts';
import { choiceOf, setOf } from '../../../support/export-sets.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { partsOf } from '../../../support/zip-parts.ts';

const annotations = [
  noteOn([4, 0], [4, 2], {
    note: '第二',
    status: 'open',
    due: '2027-01-01',
    style: 'green',
    tags: ['甲', '乙'],
  }),
  noteOn([3, 4], [3, 7], { note: '第一\n两行', tags: [] }),
];
const measure = {
  seq: 1,
  task: '任务',
  subtask: '细化',
  measure: '=举措',
  rowBlockId: notice.blocks[4]?.id ?? ('' as never),
  bodyBlockId: null,
  bodies: [
    { printed: '市人社局', canonical: '市人社局' },
    { printed: '市医保局', canonical: '市医保局' },
  ],
};

async function workbook(changes: Partial<ExportChoice> = {}): Promise<{ book: WorkBook; bytes: Uint8Array }> {
  const set = setOf({ annotations, contents: [notice], author: '王小明', measures: [measure] });
  const bytes = await writeExport(set, 'xlsx', choiceOf(changes));
  return { book: read(bytes, { cellFormula: true, cellStyles: true }), bytes };
}

const rowsOf = (book: WorkBook, name: string): string[][] =>
  utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, defval: '', raw: false });

describe('notes as a workbook, read by another library', () => {
  test('one row a note with all that is known of it', async () => {
    const { book } = await workbook();
    expect(book.SheetNames).toEqual(['笔记']);
    const [head = [], first = [], second = [], ...others] = rowsOf(book, '笔记');
    expect(others).toEqual([]);
    const row = (cells: readonly string[]) => Object.fromEntries(head.map((label, at) => [label, cells[at]]));
    expect(row(first)).toMatchObject({ 引文: '养老金', 笔记: '第一\n两行', 状态: '', 标签: '' });
    expect(row(second)).toEqual({
      文件: '关于提高养老金的通知',
      文号: '沪府发〔2012〕7号',
      发文机关: '上海市人民政府',
      成文日期: '2012-02-01',
      效力: '',
      标题路径: '一、主要目标',
      段落: '一 ¶2',
      引文: '完善',
      笔记: '第二',
      标签: '甲、乙',
      标记: '资金',
      状态: '待办',
      期限: '2027-01-01',
      作者: '王小明',
      写于: '2026-11-22T04:05:06.789Z',
      改于: '2026-11-22T04:05:06.789Z',
      原文件位置: '',
      版本: 'a'.repeat(64),
      凭证码: expect.stringMatching(/^CY-/),
    });
  });

  test('head frozen, filter over all columns, widths, texts wrapped, every cell a text', async () => {
    const { book, bytes } = await workbook();
    const sheet = partsOf(bytes).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(book.Sheets.笔记?.['!autofilter']).toEqual({ ref: 'A1:S3' });
    expect(book.Sheets.笔记?.['!cols']?.map(({ width }) => width)).toContain(60);
    expect(
      partsOf(bytes)
        .get('xl/styles.xml')
        ?.match(/wrapText="1"/g),
    ).toHaveLength(3);
    expect(new Set(sheet.match(/ t="\w+"/g))).toEqual(new Set([' t="inlineStr"']));
  });

  test('what was not chosen is not there; sheets are added when asked for', async () => {
    const { book } = await workbook({ metadata: false, quote: false, sheets: ['measures', 'facts'] });
    expect(rowsOf(book, '笔记')[0]).toEqual(['文件', '文号', '标题路径', '段落', '笔记']);
    expect(book.SheetNames).toEqual(['笔记', '责任分工', '指标与期限']);
    expect(rowsOf(book, '责任分工')[1]).toEqual([
      '关于提高养老金的通知',
      '沪府发〔2012〕7号',
      '1',
      '任务',
      '细化',
      '=举措',
      '市人社局、市医保局',
    ]);
    expect(rowsOf(book, '指标与期限')).toHaveLength(1);
  });
});

describe('hostile texts', () => {
  test('are texts, never formulas, and come back as far as XML can hold them', async () => {
    const bytes = await writeExport(hostileSet(), 'xlsx', choiceOf());
    const book = read(bytes, { cellFormula: true });
    const cells = Object.entries(book.Sheets.笔记 ?? {}).filter(([name]) => !name.startsWith('!'));
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
    const shown = (text: string): string =>
      text
        .replace(/\r\n?/g, '\n')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd');
    const texts = new Set(cells.map(([, cell]) => cell.v));
    expect(hostileTexts.filter((text) => !texts.has(shown(text)))).toEqual([]);
  });

  test('that could be formulas are marked as texts for those who edit them', async () => {
    const sheet =
      partsOf(await writeExport(hostileSet(), 'xlsx', choiceOf())).get('xl/worksheets/sheet1.xml') ?? '';
    const guarded = [...sheet.matchAll(/s="(\d)" t="inlineStr"><is><t xml:space="preserve">([^<\ufffd])/g)];
    expect(
      guarded.filter(([, style, first = '']) => /[=+\-@＝＋\t\n]/.test(first) !== (style === '3')),
    ).toEqual([]);
    const styles = partsOf(await writeExport(hostileSet(), 'xlsx', choiceOf())).get('xl/styles.xml') ?? '';
    expect(styles.match(/<xf [^>]*>/g)?.at(-1)).toContain('quotePrefix="1"');
  });

  test('a text longer than a cell holds is cut and says so', async () => {
    const long = noteOn([3, 0], [3, 4], { note: '长'.repeat(40_000) });
    const set = setOf({ annotations: [long], contents: [notice] });
    const book = read(await writeExport(set, 'xlsx', choiceOf()));
    const [, row = []] = rowsOf(book, '笔记');
    const cut = row.find((text) => text.startsWith('长长')) ?? '';
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut).toMatch(/长……（余 7\d\d\d 字见 JSON-LD 导出）$/);
  });
});
