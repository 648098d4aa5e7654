import { beforeAll, describe, expect, test } from 'vitest';
import { writeExport } from '../../../../main/export/write-export.ts';
import type { Annotation, DocumentContent, ExportChoice } from '../../../../preload/contract/index.ts';
import { type Converter, loadConverter } from '../../../../renderer/domain/script/index.ts';
import { hostileSet, noteOn, notice } from '../../../support/export-samples.ts';
import { choiceOf, setOf } from '../../../support/export-sets.ts';

const text = async (set: ReturnType<typeof setOf>, changes: Partial<ExportChoice> = {}): Promise<string> =>
  new TextDecoder().decode(await writeExport(set, 'html', choiceOf(changes)));

const exported = (annotations: readonly Annotation[], changes: Partial<ExportChoice> = {}): Promise<string> =>
  text(setOf({ annotations, contents: [notice] }), changes);

const titles = (page: string): string[] =>
  [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title ?? '');

describe('a page', () => {
  test('needs nothing else, has no script and both themes, and its policy forbids the rest', async () => {
    const page = await exported([noteOn([3, 0], [3, 4], { note: '**要点**' })]);
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).toContain('@media (prefers-color-scheme:dark)');
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<object|<a |url\(|@import|\son\w+=|src=|href=/i);
    expect(page).toMatch(
      /<h2>《关于提高养老金的通知》（沪府发〔2012〕7号）<\/h2>.*<h3>一、主要目标 › 一 ¶1<\/h3>\n<blockquote class="yellow" lang="zh-Hans" dir="auto">稳步提高<\/blockquote>\n<div class="note" dir="auto"><p><strong>要点<\/strong><\/p><\/div>/s,
    );
  });

  test('holds hostile texts as texts', async () => {
    const page = await text(hostileSet(), { quoteScript: 'both' });
    const tags = new Set([...page.matchAll(/<\/?([a-zA-Z!][^\s>]*)/g)].map(([, tag]) => tag?.toLowerCase()));
    const known =
      '!doctype html head meta title style body main header footer section article h1 h2 h3 h4 p div';
    const marks = 'blockquote dl dt dd br strong em code pre ul ol li';
    expect([...tags].filter((tag) => !`${known} ${marks}`.split(' ').includes(tag ?? ''))).toEqual([]);
    expect(page).not.toMatch(/<[^>]*\s(?:on\w+|href|src)=/i);
    expect(page.includes('\0')).toBe(false);
    expect(page).toContain('&#x3C;img src=x onerror=alert(1)>');
    expect(page).toContain('链接 (javascript:alert(1))');
  });
});

describe('the choice', () => {
  const first = noteOn([3, 0], [3, 4], {
    note: '笔记甲',
    tags: ['民生', '办公'],
    createdAt: '2026-02-01T00:00:00.000Z',
  });
  const second = noteOn([4, 0], [4, 2], {
    note: '笔记乙',
    tags: [],
    style: 'green',
    createdAt: '2026-01-01T00:00:00.000Z',
  });
  const order = (page: string): string => [...page.matchAll(/笔记[甲乙]/g)].join('');

  test('groups by tag, a note under each of its tags, the untagged last, and names the document then', async () => {
    const page = await exported([first, second], { groupBy: 'tag' });
    expect(titles(page)).toEqual(['#办公', '#民生', '没有标签']);
    expect(order(page)).toBe('笔记甲笔记甲笔记乙');
    expect(page).toContain('<h3>《关于提高养老金的通知》（沪府发〔2012〕7号） › 一、主要目标 › 一 ¶1</h3>');
  });

  test('groups by what the colours mean', async () => {
    expect(titles(await exported([first, second], { groupBy: 'meaning' }))).toEqual([
      '期限（黄色）',
      '资金（绿色）',
    ]);
  });

  test('orders by place or by the day of writing', async () => {
    expect(order(await exported([second, first]))).toBe('笔记甲笔记乙');
    expect(order(await exported([second, first], { orderBy: 'date' }))).toBe('笔记乙笔记甲');
  });

  test('leaves out what is not wanted, and has the house template', async () => {
    const page = await exported([first], {
      quote: false,
      note: false,
      metadata: false,
      template: { title: '学习<笔记>', author: '王', unit: '某局', footer: '内部 & 资料' },
    });
    expect(page).not.toMatch(/稳步提高|笔记甲|标签|发文机关/);
    expect(page).toContain('<h1>学习&#60;笔记&#62;</h1>\n<p>整理：某局　王</p>');
    expect(page).toContain('<footer><p>内部 &#38; 资料</p></footer>');
  });
});

describe('the quote of a traditional document', () => {
  const words = '穩步提高養老金水平，由𠮷林等地先行。';
  const content: DocumentContent = {
    ...notice,
    document: { ...notice.document, script: 'hant' },
    blocks: notice.blocks.map((block) => (block.ord === 3 ? { ...block, text: words } : block)),
  };
  const on = noteOn([3, 0], [3, 4]);
  const note = {
    ...on,
    anchor: { ...on.anchor, end: { ...on.anchor.end, offset: 7 }, exact: words.slice(0, 7) },
  };
  let converter: Converter;
  beforeAll(async () => {
    converter = await loadConverter('hant-to-hans');
  });
  const quotes = async (quoteScript: ExportChoice['quoteScript']): Promise<string[]> => {
    const page = await text(setOf({ annotations: [note], contents: [content], converter }), { quoteScript });
    return [...page.matchAll(/<blockquote.*?(lang=.*?) dir="auto">(.*?)<\/blockquote>/g)].map(([, ...of]) =>
      of.join(' '),
    );
  };

  test('is written in the original characters, in simplified ones, or both', async () => {
    expect(await quotes('original')).toEqual(['lang="zh-Hant" 穩步提高養老金']);
    expect(await quotes('simplified')).toEqual(['lang="zh-Hans" 稳步提高养老金']);
    expect(await quotes('both')).toEqual([
      'lang="zh-Hant" 穩步提高養老金',
      'lang="zh-Hans" 简体：稳步提高养老金',
    ]);
  });
});
