import { expect, it } from 'vitest';
import type { BlockId, DocumentContent } from '../../../preload/contract/index.ts';
import {
  branchesOf,
  filterOutline,
  type OutlineNode,
  outlineOf,
  pathTo,
} from '../../../renderer/reading/outline-tree.ts';
import { contentOf } from '../domain/seed-content.ts';

const levels: Readonly<Record<string, number>> = { one: 1, deep: 3, two: 2, next: 1 };
const sketched = contentOf([
  { id: 'title', kind: 'title', text: '工作报告' },
  { id: 'before', text: '各位代表' },
  { id: 'one', kind: 'heading', number: '一、', text: '主要任务' },
  { id: 'deep', kind: 'heading', number: '1.', text: '養老金' },
  { id: 'text', text: '第一段' },
  { id: 'two', kind: 'heading', number: '（一）', text: '深化改革' },
  { id: 'next', kind: 'heading', number: '二、', text: '保障' },
]);
const content: DocumentContent = {
  ...sketched,
  blocks: sketched.blocks.map((block) =>
    block.kind === 'heading'
      ? { ...block, level: levels[block.id] ?? 1, levelBasis: block.id === 'two' ? 'inferred' : 'stated' }
      : block,
  ),
};

type Shape = { readonly [key: string]: Shape };
const shapeOf = (nodes: readonly OutlineNode[]): Shape =>
  Object.fromEntries(nodes.map(({ key, children }) => [key, shapeOf(children)]));

it('puts every heading below the last one of a higher rank, whatever ranks are left out', () => {
  const nodes = outlineOf([content]);
  expect(shapeOf(nodes)).toEqual({ title: { one: { deep: {}, two: {} }, next: {} } });
  expect(branchesOf(nodes)).toEqual(['title', 'one']);
});

it('puts the parts of a compilation above their headings, and no title twice', () => {
  const other = contentOf([{ id: 'alone', text: '没有标题' }]);
  const part = { ...other, document: { ...other.document, id: 'part' as typeof other.document.id } };
  expect(shapeOf(outlineOf([content, part]))).toEqual({
    test: { one: { deep: {}, two: {} }, next: {} },
    part: {},
  });
});

it('finds headings in either script, with those above them', () => {
  const nodes = outlineOf([content]);
  expect(filterOutline(nodes, ' ')).toBeNull();
  expect(shapeOf(filterOutline(nodes, '养老') ?? [])).toEqual({ title: { one: { deep: {} } } });
  expect(filterOutline(nodes, '没有')).toEqual([]);
});

it('tells the way to the place being read', () => {
  const nodes = outlineOf([content]);
  const to = (id: string) => pathTo(nodes, content, id as BlockId);
  expect(to('before')).toEqual(['title']);
  expect(to('text')).toEqual(['title', 'one', 'deep']);
  expect(to('two')).toEqual(['title', 'one', 'two']);
  expect(to('next')).toEqual(['title', 'next']);
  expect(pathTo(nodes, content, null)).toEqual([]);
});
