import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { writeExport } from '../../../../main/export/write-export.ts';
import type { Annotation, ExportChoice, NoteFormat } from '../../../../preload/contract/index.ts';
import { hostileSet, noteOn, notice } from '../../../support/export-samples.ts';
import { choiceOf, setOf } from '../../../support/export-sets.ts';
import { annotation } from '../../../support/user-records.ts';
import { partsOf } from '../../../support/zip-parts.ts';

const template = { title: '学习笔记', author: '王小明', unit: '某局', footer: '内部资料' };

function made(
  format: NoteFormat,
  annotations: readonly Annotation[],
  changes: Partial<ExportChoice> = {},
): Promise<Uint8Array> {
  return writeExport(
    setOf({ annotations, contents: [notice], author: '王小明' }),
    format,
    choiceOf({ template, ...changes }),
  );
}

/** What another library reads in it, as HTML with the comments at the end. */
async function html(bytes: Uint8Array): Promise<string> {
  const read = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: ['comment-reference => sup', "p[style-name='Title'] => h1.title:fresh"] },
  );
  return read.value;
}

const part = (bytes: Uint8Array, path: string): string => partsOf(bytes).get(path) ?? '';

describe('the annotated document', () => {
  const several = [
    noteOn([3, 0], [3, 4], { note: '请**核对**', tags: ['民生'], status: 'open', due: '2027-01-01' }),
    noteOn([3, 2], [4, 2], { note: '跨段', tags: [], style: 'blue' }),
    noteOn([5, 1], [5, 5], { note: '表中', tags: [], style: 'underline' }),
    noteOn([6, 1], [6, 9], { note: '', tags: [], style: 'pink' }),
  ];

  test('has the whole text with its outline, and tables as tables', async () => {
    const text = await html(await made('annotated-docx', several));
    expect(text).toMatch(/<h1 class="title">关于提高养老金的通知<\/h1>/);
    expect(text.replace(/<sup>.*?<\/sup>/g, '').replace(/<\/?(?:strong|em)>/g, '')).toMatch(
      /<h2>一、主要目标。<\/h2><p>稳步提高养老金水平，由𠮷林等地先行。<\/p><p>完善医疗保险。<\/p><table>/,
    );
    expect(text.match(/<tr>/g)).toHaveLength(3);
    expect(text).toMatch(/<td><p>市人社局<\/p><\/td>/);
  });

  test('has each note as a comment of its author and moment, beside its words', async () => {
    const bytes = await made('annotated-docx', several);
    const comments = part(bytes, 'word/comments.xml');
    expect(comments.match(/<w:comment /g)).toHaveLength(3);
    expect(comments).toMatch(/<w:comment [^>]*w:author="王小明"[^>]*>/);
    expect(comments).toMatch(/w:date="2026-11-22T04:05:06/);
    const text = await html(bytes);
    expect(text).toMatch(
      /请<strong>核对<\/strong>.*期限（黄色） · 标签：#民生 · 状态：待办 · 期限：2027-01-01/,
    );
    const body = part(bytes, 'word/document.xml');
    for (const [id, words] of [
      [0, '稳步提高'],
      [1, '提高养老金水平，由𠮷林等地先行。完善'],
      [2, '稳步提高'],
    ] as const) {
      const range = new RegExp(
        `<w:commentRangeStart w:id="${id}"/>(.*)<w:commentRangeEnd w:id="${id}"/>`,
        's',
      ).exec(body);
      expect(range?.[1]?.replace(/<[^>]*>/g, '')).toBe(words);
      expect(body).toContain(`<w:commentReference w:id="${id}"/>`);
    }
  });

  test('has highlights in their colours and underlines as such', async () => {
    const body = part(await made('annotated-docx', several), 'word/document.xml');
    const runs = [...body.matchAll(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs)].map(([run]) => ({
      words: run.replace(/<[^>]*>/g, ''),
      fill: /w:fill="(\w+)"/.exec(run)?.[1],
      underlined: run.includes('<w:u '),
    }));
    const run = (words: string) => runs.find((each) => each.words === words);
    expect(run('稳步')).toMatchObject({ fill: 'FFE69A', underlined: false });
    expect(run('养老金水平，由𠮷林等地先行。')).toMatchObject({ fill: 'C3DDF8' });
    expect(runs.filter(({ underlined }) => underlined).map(({ words }) => words)).toEqual(['稳步提高']);
    expect(run('市医保局')).toMatchObject({ fill: 'F9CCD7' });
    expect(run('医疗保险。')).toMatchObject({ fill: undefined });
  });

  test('is set by GB/T 9704-2012', async () => {
    const bytes = await made('annotated-docx', several);
    const body = part(bytes, 'word/document.xml');
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(body).toMatch(/<w:pgMar w:top="2097" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toMatch(/<w:docGrid [^>]*w:linePitch="579"/);
    const styles = part(bytes, 'word/styles.xml');
    expect(styles).toMatch(/w:styleId="Body".*?w:firstLineChars="200"/s);
    expect(styles).toContain('w:eastAsia="仿宋_GB2312"');
    expect(part(bytes, 'word/fontTable.xml')).toContain(
      '<w:altName w:val="仿宋,FangSong,Noto Serif CJK SC"/>',
    );
    expect(part(bytes, 'word/settings.xml')).toContain('w:evenAndOddHeaders');
    const feet = [1, 2].map((number) => part(bytes, `word/footer${number}.xml`));
    for (const foot of feet) expect(foot.replace(/<[^>]*>/g, '')).toMatch(/^\s*— PAGE —\s*$/);
    expect(feet.map((foot) => /<w:jc w:val="(\w+)"/.exec(foot)?.[1]).sort()).toEqual(['left', 'right']);
  });

  test('a note on the whole document is a comment on its title; one without a place stands at the end', async () => {
    const whole = annotation({
      scope: 'document',
      note: '全文',
      anchor: { ...noteOn([1, 0], [1, 2]).anchor, exact: '', end: noteOn([1, 0], [1, 2]).anchor.start },
    });
    const stale = annotation({ note: '旧笔记', anchor: { exact: '旧的原文', editionHash: 'b'.repeat(64) } });
    const bytes = await made('annotated-docx', [whole, stale]);
    const body = part(bytes, 'word/document.xml');
    expect(
      /<w:commentRangeStart w:id="0"\/>(.*)<w:commentRangeEnd/s.exec(body)?.[1]?.replace(/<[^>]*>/g, ''),
    ).toBe('关于提高养老金的通知');
    expect(body.replace(/<[^>]*>/g, '')).toMatch(/市医保局.*旧的原文旧笔记.*原文已变/s);
  });
});

describe('the note report', () => {
  test('has a red head, a title block for each document, and each note with its place as a heading', async () => {
    const bytes = await made('docx', [
      noteOn([3, 0], [3, 4], { note: '请**核对**\n\n- 一\n- 二', tags: ['民生'], due: '2027-01-01' }),
    ]);
    const text = await html(bytes);
    expect(text).toMatch(
      /<p>某局<\/p><h1 class="title">学习笔记<\/h1><p>整理：某局　王小明<\/p><p>导出日期：2026-11-22<\/p>/,
    );
    expect(text).toMatch(
      /<h1>《关于提高养老金的通知》（沪府发〔2012〕7号）<\/h1><p>发文机关：上海市人民政府/,
    );
    expect(text).toMatch(
      /<h2>一、主要目标 › 一 ¶1<\/h2><p>稳步提高<\/p><p>请<strong>核对<\/strong><\/p><p>• 一<\/p><p>• 二<\/p><p>标签：#民生/,
    );
    expect(text).toMatch(/期限：2027-01-01.*凭证码：CY-.*<p>内部资料<\/p>$/);
    expect(part(bytes, 'word/styles.xml')).toMatch(/w:styleId="Red".*?w:color w:val="C00000"/s);
  });

  test('without notes says so', async () => {
    expect(await html(await made('docx', []))).toContain('没有笔记。');
  });
});

test.each(['docx', 'annotated-docx'] as const)('%s holds hostile texts as texts', async (format) => {
  const bytes = await writeExport(hostileSet(), format, choiceOf({ quoteScript: 'both', template }));
  const text = await html(bytes);
  expect(text.includes('&lt;img src=x onerror=alert(1)&gt;')).toBe(true);
  expect(text.includes('长'.repeat(10_000))).toBe(true);
  expect(text.includes('链接 (javascript:alert(1))')).toBe(true);
  // Links to and from comments are of the reading library.
  expect(text.match(/<img|<script|<a href="(?!#comment)/g)).toBeNull();
  for (const [path, xml] of partsOf(bytes)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold
    expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml), path).toBe(false);
  }
});

test('many passages are one document, and a cancelled one stops', async () => {
  const many = Array.from({ length: 600 }, (_, index) =>
    noteOn([3, index % 4], [3, 6], { note: `第${index}条`, tags: [] }),
  );
  const bytes = await made('annotated-docx', many);
  expect(part(bytes, 'word/comments.xml').match(/<w:comment /g)).toHaveLength(600);
  expect(part(bytes, 'word/document.xml').match(/<w:sectPr/g)).toHaveLength(1);
  const report = part(await made('docx', many), 'word/document.xml');
  expect(report.match(/第\d+条/g)).toHaveLength(600);
  expect(report.match(/<w:sectPr/g)).toHaveLength(1);
  const control = new AbortController();
  const shares: number[] = [];
  const writing = writeExport(setOf({ annotations: many, contents: [notice] }), 'docx', choiceOf(), {
    signal: control.signal,
    onProgress: (share) => {
      shares.push(share);
      if (share > 0.2) control.abort();
    },
  });
  await expect(writing).rejects.toThrow(/abort/i);
  expect(shares.at(-1)).toBeLessThan(0.9);
});
