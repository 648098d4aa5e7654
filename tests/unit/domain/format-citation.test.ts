import { describe, expect, it } from 'vitest';
import type { DocumentContent } from '../../../preload/contract/index.ts';
import { citedPlaceOf, formatCitation } from '../../../renderer/domain/citations/index.ts';
import { translatorOf } from '../../../renderer/domain/strings/index.ts';
import { contentOf, place } from './seed-content.ts';

const sketched = contentOf([
  { id: 'title', kind: 'title', text: '标题' },
  { id: 'preface', text: '各区：' },
  { id: 'h3', kind: 'heading', number: '三、', text: '主要任务' },
  { id: 'h32', kind: 'heading', number: '（二）', text: '深化改革', under: 'h3' },
  { id: 'one', text: '第一段', under: 'h32' },
  { id: 'two', text: '第二段', under: 'h32' },
  { id: 'h4', kind: 'heading', number: '四、', text: '保障', under: 'title' },
  { id: 'three', text: '第三段', under: 'h4' },
  { id: 'row', kind: 'table', text: '12 举措', under: 'h4' },
]);
const [row] = sketched.blocks.slice(-1);
if (row === undefined) throw new Error('The row of the tests is not there');
const content: DocumentContent = {
  ...sketched,
  cells: [{ blockId: row.id, ord: 0, column: 'seq', start: 0, end: 2 }],
};
const zh = translatorOf('zh-CN');

function cite(of: DocumentContent, start: string, end = start, quotes: readonly string[] = []): string {
  const cited = citedPlaceOf(of, place(start, 0), place(end, 1));
  if (cited === null) throw new Error('There is nothing to cite');
  return formatCitation({ ...cited, quotes }, zh);
}

const documentWith = (fields: Partial<DocumentContent['document']>): DocumentContent => ({
  ...content,
  document: { ...content.document, ...fields },
});

describe('a citation', () => {
  it('names document, number, headings and paragraph, and quotes the words', () => {
    const numbered = documentWith({ title: '关于印发《方案》的通知', documentNumber: '沪府规〔2020〕24号' });
    expect(cite(numbered, 'two', 'two', ['第二'])).toBe(
      '《关于印发〈方案〉的通知》（沪府规〔2020〕24号）三、主要任务 · （二）深化改革 · 第2段：“第二”',
    );
  });

  it('leaves out what is not known and marks what the library gave', () => {
    expect(cite(content, 'preface')).toBe('《试验文件》第1段');
    expect(cite(content, 'title')).toBe('《试验文件》');
    const given = documentWith({
      titleBasis: 'inferred',
      documentNumber: '1号',
      inferredFields: ['document_number'],
    });
    expect(cite(given, 'h3')).toBe('《试验文件》（标题为书库所拟）三、主要任务');
  });

  it('says how far it reaches, and cites a row by its printed number', () => {
    expect(cite(content, 'one', 'two')).toMatch(/第1至2段$/);
    expect(cite(content, 'one', 'three')).toMatch(/第1段起$/);
    expect(cite(content, 'row')).toBe('《试验文件》四、保障 · 表中第12项');
    expect(cite(sketched, 'row')).toBe('《试验文件》四、保障');
  });

  it('turns quotation marks within the quote into those of the other kind', () => {
    expect(cite(content, 'one', 'one', ['“放管服”改革'])).toMatch(/：“‘放管服’改革”$/);
  });

  it('says where words between are left out', () => {
    expect(cite(content, 'one', 'two', ['第一', '第二'])).toMatch(/：“第一……第二”$/);
  });

  it('cites nothing that the document does not have', () => {
    expect(citedPlaceOf(content, place('gone', 0))).toBeNull();
  });
});
