import { describe, expect, it } from 'vitest';
import type { BlockId, DocumentContent } from '../../../preload/contract/index.ts';
import { anchorOfPlace, placeAgain } from '../../../renderer/domain/anchors/index.ts';
import { contentOf, place } from './seed-content.ts';
import { seedTexts } from './seed-texts.ts';

const former = contentOf([
  { id: 'b1', kind: 'heading', number: '一、', text: '总体要求' },
  { id: 'b2', text: '坚持稳中求进。', under: 'b1' },
  { id: 'b3', kind: 'heading', number: '二、', text: '主要任务' },
  { id: 'b4', kind: 'heading', number: '（一）', text: '养老服务', under: 'b3' },
  { id: 'b5', text: '新增养老床位五千张。', under: 'b4' },
  { id: 'b6', text: '加强组织领导。', under: 'b4' },
]);
const anchorAt = (content: DocumentContent, id: string, offset = 0) => {
  const anchor = anchorOfPlace(content, place(id, offset));
  if (anchor === null) throw new Error(`no words at ${id}`);
  return anchor;
};

describe('a place of another edition is found again', () => {
  it('where its words stand, though another paragraph has its id now', () => {
    const present = contentOf([
      { id: 'b1', kind: 'heading', number: '一、', text: '主要任务' },
      { id: 'b2', text: '新写的一段。', under: 'b1' },
      { id: 'b3', text: '新增养老床位五千张。', under: 'b1' },
    ]);
    expect(placeAgain(present, anchorAt(former, 'b5'))).toEqual({ place: place('b3', 0), by: 'words' });
    expect(placeAgain(present, anchorAt(former, 'b5', 2))).toEqual({ place: place('b3', 2), by: 'words' });
  });

  it('by its neighbours where its words stand twice, else not by its words', () => {
    const twice = [
      { id: 'b1', text: '加强组织领导。' },
      { id: 'b2', text: '新增养老床位五千张。' },
      { id: 'b3', text: '加强组织领导。' },
    ];
    const neighbours = anchorAt(contentOf([{ id: 'x', text: '之前' }, ...twice]), 'b1');
    expect(placeAgain(contentOf([{ id: 'x', text: '之前' }, ...twice]), neighbours)?.place).toEqual(
      place('b1', 0),
    );
    expect(placeAgain(contentOf(twice), anchorAt(former, 'b6'))).toBeNull();
  });

  it('at the innermost heading that is still there once, where its words are gone', () => {
    const present = contentOf([
      { id: 'b1', kind: 'heading', number: '二、', text: '主要任务' },
      { id: 'b2', kind: 'heading', number: '（一）', text: '养老服务', under: 'b1' },
      { id: 'b5', text: '完全改写的一段。', under: 'b2' },
    ]);
    expect(placeAgain(present, anchorAt(former, 'b5'))).toEqual({ place: place('b2', 0), by: 'heading' });
    const renamed = contentOf([
      { id: 'b1', kind: 'heading', number: '二、', text: '主要任务' },
      { id: 'b5', text: '完全改写的一段。', under: 'b1' },
    ]);
    expect(placeAgain(renamed, anchorAt(former, 'b5'))).toEqual({ place: place('b1', 0), by: 'heading' });
  });

  it('nowhere, where neither words nor headings are left', () => {
    expect(placeAgain(contentOf([{ id: 'b5', text: '别的文件。' }]), anchorAt(former, 'b5'))).toBeNull();
  });

  it('never at other words, for every line of the five documents with a paragraph before it taken out or put in', () => {
    let found = 0;
    for (const { name, lines } of seedTexts) {
      const blocks = (texts: readonly string[]) =>
        contentOf(texts.map((each, at) => ({ id: `b${at}`, text: each })));
      const before = blocks(lines);
      for (const present of [blocks(['新的一段。', ...lines]), blocks(lines.slice(1))]) {
        const texts = new Map(present.blocks.map((block) => [block.id, block.text]));
        for (const [at, line] of lines.entries()) {
          const anchor = anchorAt(before, `b${at}`);
          const again = placeAgain(present, anchor);
          if (again === null) continue;
          found += 1;
          expect(texts.get(again.place.blockId as BlockId), `${name}: ${line}`).toBe(line);
        }
      }
    }
    expect(found).toBeGreaterThan(1000);
  });
});
