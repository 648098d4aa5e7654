import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedMarkdown } from '../../../../main/export/closed-markdown.ts';
import { notesAsMarkdown } from '../../../../main/export/markdown.ts';
import type { Annotation, DocumentContent, DocumentId } from '../../../../preload/contract/index.ts';
import { choiceOf, setOf } from '../../../support/export-sets.ts';
import { type MarkdownNode, markdownBlocks, typesIn, visibleText } from '../../../support/markdown-tree.ts';
import { runs } from '../../../support/runs.ts';
import { annotation } from '../../../support/user-records.ts';

const hostile = [
  '# 不是标题',
  '## a #',
  '- 不是列表',
  '+ a',
  '* a',
  '1. a',
  '12345) a',
  '> a',
  '---',
  '***',
  '===',
  '```\n代码\n```',
  '~~~',
  '    缩进',
  '\t制表',
  '行尾两空格  \n下一行',
  '行尾反斜杠\\\n下一行',
  '*斜* **粗** __粗__ _斜_ ~~删~~',
  '`代码` ``a`b``',
  '[链接](http://example.org "t") ![图](x.png) [a][b]',
  '[b]: http://example.org',
  '<b>粗</b> <script>alert(1)</script>',
  '<!-- 注释',
  '<?x',
  '<http://example.org> <a@example.org>',
  '&amp; &lt; &#35; &nbsp;',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'a\\*b \\\\',
  '空行\n\n# 之后',
  '回车\r\r# 之后',
  '换行\r\n\r\n- 之后',
  '行分隔\u2028# 之后\u2029- a',
  '垂直\u000b\u000c# 之后',
  '$x$ $$y$$ :::a [^1] {#id} {{a}} ==a==',
  '-\u00a0a',
  '1\\. a',
];

const lines = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((line) => line !== '');
/** Titles stand on one line; blanks at their ends may stay or go. */
const oneLine = (text: string): string => text.replace(/\r\n|\r|\n/g, ' ').replace(/[ \t]+/g, '');
const plain = new Set(['text', 'paragraph', 'heading', 'blockquote', 'emphasis']);

function exported(
  sketch: { readonly quote?: string; readonly title?: string } & Partial<Annotation>,
): readonly MarkdownNode[] {
  const { quote = '引文', title = '标题', ...rest } = sketch;
  const record = annotation({ note: '', tags: [], ...rest });
  const anchor = { ...record.anchor, exact: quote, headingPath: [title] };
  const content = {
    document: {
      id: '002' as DocumentId,
      title,
      titleBasis: 'stated',
      documentNumber: title,
      issuer: title,
      issuedOn: null,
    },
    blocks: [],
    cells: [],
  } as unknown as DocumentContent;
  return markdownBlocks(
    [
      ...notesAsMarkdown(
        setOf({
          annotations: [
            { ...record, anchor },
            annotation({ anchor: { exact: '最后的引文' }, note: '最后的笔记' }),
          ],
          contents: [content],
        }),
        choiceOf(),
      ),
    ].join(''),
  );
}

/** The blocks between the facts of the document and the second note, whose own five must be whole. */
function expectWholeEnd(blocks: readonly MarkdownNode[]): void {
  const end = blocks.slice(-4);
  expect(end.map(({ type }) => type)).toEqual(['heading', 'blockquote', 'paragraph', 'paragraph']);
  expect(end.slice(1, 3).map(visibleText)).toEqual(['最后的引文', '最后的笔记']);
}

describe('reads as it is, for one who renders the Markdown', () => {
  test.each(hostile)('a quote: %j', (quote) => {
    const blocks = exported({ quote });
    const [quoted] = blocks.filter(({ type }) => type === 'blockquote');
    expect(quoted?.children?.map(visibleText)).toEqual(lines(quote));
    for (const block of blocks) expect([...typesIn(block)].filter((type) => !plain.has(type))).toEqual([]);
    expect(blocks).toHaveLength(11);
    expectWholeEnd(blocks);
  });

  test.each(hostile)('a title, number, issuer and heading: %j', (title) => {
    const blocks = exported({ title });
    const text = oneLine(title);
    expect(blocks.slice(2, 5).map(visibleText).map(oneLine)).toEqual([
      `《${text}》（${text}）`,
      `发文机关：${text}`,
      text,
    ]);
    for (const block of blocks) expect([...typesIn(block)].filter((type) => !plain.has(type))).toEqual([]);
    expect(blocks).toHaveLength(11);
    expectWholeEnd(blocks);
  });

  test.each(hostile)('a tag: %j', (tag) => {
    const blocks = exported({ tags: [tag, '后'] });
    const facts = blocks[6];
    expect(facts && visibleText(facts)).toContain(`标签：#${tag.split(/\r\n|\r|\n/).join(' ')} #后 · 标记：`);
    expect(blocks).toHaveLength(11);
    expectWholeEnd(blocks);
  });

  test('any quote at all', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'\n\r\t #*_`~<>[]()!&|-+=1.)\\\u2028$:@'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), (units) => {
        // U+0000 cannot be in Markdown: a parser must show U+FFFD for it (CommonMark 2.3).
        const quote = units.join('').replaceAll('\u0000', '');
        fc.pre(lines(quote).length > 0);
        const blocks = exported({ quote });
        const [quoted] = blocks.filter(({ type }) => type === 'blockquote');
        expect(quoted?.children?.map(visibleText)).toEqual(lines(quote));
        expect(blocks).toHaveLength(11);
      }),
      { numRuns: runs(150, 5000) },
    );
  });
});

describe('a note goes in as it was typed', () => {
  test('with its Markdown', () => {
    const blocks = exported({ note: '# 我的标题\n\n- **一**\n- 二\n\n```\n码\n```' });
    expect(blocks.slice(6, 9).map(({ type }) => type)).toEqual(['heading', 'list', 'code']);
    expectWholeEnd(blocks);
  });

  test.each([
    '```',
    '````js\n```\n代码',
    '~~~ a\n```',
    '   ```\n代码\n  ``',
    '<!-- 没有结束',
    '字\n\n<script>\nalert(1)',
    '<pre>\n\n未完',
    '<STYLE a="b">',
    '<textarea\n',
    '<?php',
    '<!DOCTYPE',
    '<![CDATA[ x',
    '```\n<!--\n',
    '<!-- --> 又\n\n<!-- 未完',
    '<!-- a\n--> ```\n\n```',
  ])('%j left open does not hide the notes after it', (note) => {
    expectWholeEnd(exported({ note }));
  });

  test.each([
    '普通',
    '```\n闭合\n```',
    '~~~\n```\n~~~~',
    '``` 行内 ```',
    '<!-- 闭合 -->',
    '<!-- a\nb -->\n\n字',
    '<script>1</script>',
    '<b>粗',
    '- ```',
    '字 <!-- 行内',
  ])('%j needs nothing', (note) => {
    expect(closedMarkdown(note)).toBe(note);
    expectWholeEnd(exported({ note }));
  });
});
