import { describe, expect, test } from 'vitest';
import { notesAsMarkdown } from '../../../../main/export/markdown.ts';
import type {
  Annotation,
  BlockId,
  DocumentContent,
  DocumentId,
  DocumentSummary,
} from '../../../../preload/contract/index.ts';
import { choiceOf, setOf } from '../../../support/export-sets.ts';
import { annotation } from '../../../support/user-records.ts';

type Facts = Partial<DocumentSummary>;

/** Document 002: a title, a heading 一、, and two paragraphs under it. */
function content(facts: Facts = {}): DocumentContent {
  const documentId = '002' as DocumentId;
  const block = { documentId, level: null, levelBasis: null, number: null, closing: '', runInOf: null };
  const id = (number: number): BlockId => `002-b000${number}` as BlockId;
  return {
    document: {
      id: documentId,
      parentId: null,
      ord: 1,
      editionHash: 'a'.repeat(64),
      title: '关于提高养老金的通知',
      titleBasis: 'stated',
      documentNumber: '沪府发〔2012〕7号',
      issuer: '上海市人民政府',
      kind: null,
      level: null,
      issuedOn: '2012-02-01',
      effectiveOn: null,
      expiresOn: null,
      addressees: null,
      script: 'hans',
      completeness: 'complete',
      inferredFields: [],
      characterCount: 30,
      ...facts,
    },
    blocks: [
      { ...block, id: id(1), ord: 1, kind: 'title', text: '关于提高养老金的通知', parentId: null },
      {
        ...block,
        id: id(2),
        ord: 2,
        kind: 'heading',
        level: 1,
        levelBasis: 'stated',
        number: '一、',
        text: '主要目标',
        parentId: null,
      },
      { ...block, id: id(3), ord: 3, kind: 'paragraph', text: '稳步提高养老金水平。', parentId: id(2) },
      { ...block, id: id(4), ord: 4, kind: 'paragraph', text: '完善医疗保险。', parentId: id(2) },
    ],
    cells: [],
  };
}

/** An annotation that quotes `exact` at a block of document 002. */
function at(block: number, offset: number, exact: string, rest: Partial<Annotation> = {}): Annotation {
  const blockId = `002-b000${block}` as BlockId;
  const start = { blockId, offset };
  const end = { blockId, offset: offset + exact.length };
  const { anchor, ...others } = rest;
  return annotation({ ...others, anchor: { start, end, exact, headingPath: ['一、主要目标'], ...anchor } });
}

const noon = new Date(2026, 10, 22, 12);
const exported = (
  annotations: readonly Annotation[],
  contents: readonly DocumentContent[] = [content()],
  language: 'zh-CN' | 'en' = 'zh-CN',
): string =>
  [...notesAsMarkdown(setOf({ annotations, contents, language, exportedAt: noon }), choiceOf())].join('');

describe('one note', () => {
  const made = new Date(2012, 5, 7, 9).toISOString();
  const text = exported([
    at(3, 0, '稳步提高', {
      note: '**重点**：\n\n- 2012年',
      tags: ['民生', '养老'],
      style: 'green',
      createdAt: made,
      modifiedAt: made,
    }),
  ]);

  test('is written with all that is known, in the form officials cite by', () => {
    expect(text.split('\n\n')).toEqual([
      '# 政策笔记',
      '导出日期：2026-11-22',
      '## 《关于提高养老金的通知》（沪府发〔2012〕7号）',
      '发文机关：上海市人民政府 · 成文日期：2012-02-01',
      '### 一、主要目标 › 一 ¶1',
      '> 稳步提高',
      '**重点**：',
      '- 2012年',
      expect.stringMatching(
        /^\*标签：\\#民生 \\#养老 · 标记：资金（绿色） · 日期：2012-06-07 · 凭证码：CY-\w+-\w+-\w+\*\n$/,
      ),
    ]);
  });
});

describe('what is not known is left out, never invented', () => {
  test('no number, issuer or date', () => {
    const text = exported(
      [at(3, 0, '稳步')],
      [content({ documentNumber: null, issuer: null, issuedOn: null })],
    );
    expect(text).toContain('## 《关于提高养老金的通知》\n\n### ');
    expect(text).not.toMatch(/发文机关|成文日期|》（|null|undefined/);
  });

  test('a title given by the library says so', () => {
    expect(exported([at(3, 0, '稳步')], [content({ titleBasis: 'inferred' })])).toContain('原文没有标题');
    expect(exported([at(3, 0, '稳步')])).not.toContain('原文没有标题');
  });

  test('no note and no tags', () => {
    const text = exported([at(3, 0, '稳步', { note: '', tags: [] })]);
    expect(text).toMatch(/> 稳步\n\n\*标记：期限（黄色） · 日期：[\d-]{10} · 凭证码：[-\w]+\*\n$/);
  });

  test('a note of blanks is no note', () => {
    expect(exported([at(3, 0, '稳步', { note: ' \n\n ' })])).toMatch(/> 稳步\n\n\*标签/);
  });

  test('no heading above', () => {
    const text = exported([at(1, 0, '关于', { anchor: { ...at(1, 0, '关于').anchor, headingPath: [] } })]);
    expect(text).toMatch(/### \S/);
    expect(text).not.toMatch(/› *\n|### *›/);
  });

  test('a day that is known to the month only stays so', () => {
    expect(exported([at(3, 0, '稳步')], [content({ issuedOn: '2012-02' })])).toContain('成文日期：2012-02\n');
  });

  test('no notes at all', () => {
    expect(exported([], [])).toBe('# 政策笔记\n\n导出日期：2026-11-22\n\n没有笔记。\n');
    expect(exported([], [content()])).not.toContain('养老金');
  });
});

describe('the order', () => {
  test('is that of the text, whatever the order of making', () => {
    const text = exported([at(4, 0, '完善'), at(3, 4, '养老金'), at(2, 0, '主要'), at(3, 0, '稳步')]);
    const quotes = [...text.matchAll(/^> (.*)$/gm)].map(([, quote]) => quote);
    expect(quotes).toEqual(['主要', '稳步', '养老金', '完善']);
  });

  test('puts a note on a block of another edition last', () => {
    const text = exported([at(9, 0, '不在这里'), at(1, 0, '关于'), at(4, 0, '完善')]);
    expect([...text.matchAll(/^> (.*)$/gm)].map(([, quote]) => quote)).toEqual(['关于', '完善', '不在这里']);
  });

  test('keeps to the documents as they are given', () => {
    const other = { ...content({ id: '001' as DocumentId, title: '另一通知' }), blocks: [] };
    const onOther = annotation({ anchor: { ...at(1, 0, '另').anchor, documentId: '001' as DocumentId } });
    const text = exported([at(3, 0, '稳步'), onOther], [other, content()]);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      '《另一通知》（沪府发〔2012〕7号）',
      '《关于提高养老金的通知》（沪府发〔2012〕7号）',
    ]);
  });
});

test('a note on a document that left the library is exported under its id', () => {
  const lost = (id: string, exact: string): Annotation =>
    annotation({ anchor: { ...at(1, 0, exact).anchor, documentId: id as DocumentId } });
  const text = exported([lost('099', '甲'), at(3, 0, '稳步'), lost('098', '乙'), lost('099', '丙')]);
  expect([...text.matchAll(/^(?:## |> )(.*)$/gm)].map(([, line]) => line)).toEqual([
    '《关于提高养老金的通知》（沪府发〔2012〕7号）',
    '稳步',
    '书库中已无此文件（099）',
    '甲',
    '丙',
    '书库中已无此文件（098）',
    '乙',
  ]);
});

test('the quote is the stored original, in whatever script it is, over all its blocks', () => {
  const text = exported([at(3, 0, '穩步提高養老金\n完善醫療保險')]);
  expect(text).toContain('> 穩步提高養老金\n>\n> 完善醫療保險\n');
});

test('in English only the words of the program are English', () => {
  const text = exported([at(3, 0, '稳步', { tags: ['民生'] })], [content()], 'en');
  expect(text).toMatch(/^# Policy notes\n\nExported on 2026-11-22\n\n## 《关于提高养老金的通知》/);
  expect(text).toContain('Issuer：上海市人民政府 · Issued on：2012-02-01');
  expect(text).toContain('Tags：\\#民生 · Mark：Deadline (Yellow) · Date：');
});
