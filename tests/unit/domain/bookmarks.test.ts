import { describe, expect, it } from 'vitest';
import type { BlockId, DocumentId } from '../../../preload/contract/index.ts';
import {
  bookmarkName,
  filterBookmarks,
  foldersOf,
  groupBookmarks,
} from '../../../renderer/domain/bookmarks/index.ts';
import { bookmark } from '../../support/user-records.ts';

const first = '000' as DocumentId;
const second = '002' as DocumentId;
const bookmarks = [
  bookmark({
    name: '三',
    documentId: second,
    blockId: '002-b0009' as BlockId,
    createdAt: '2026-11-03T00:00:00.000Z',
  }),
  bookmark({ name: '一', documentId: first, folder: '财务', createdAt: '2026-11-01T00:00:00.000Z' }),
  bookmark({
    name: '二',
    documentId: second,
    blockId: '002-b0001' as BlockId,
    createdAt: '2026-11-02T00:00:00.000Z',
  }),
  bookmark({
    name: '四',
    documentId: '099' as DocumentId,
    folder: '办公',
    createdAt: '2026-11-04T00:00:00.000Z',
  }),
];
const titles = new Map([[first, '服務貿易方案']]);
const grouped = (order: 'place' | 'date') =>
  groupBookmarks(bookmarks, order, [first, second]).map(({ folder, bookmarks: of }) => [
    folder,
    of.map(({ name }) => name),
  ]);

describe('bookmarks', () => {
  it('stand in their folders, by place or the newest first, those in none before', () => {
    expect(grouped('place')).toEqual([
      ['', ['二', '三']],
      ['办公', ['四']],
      ['财务', ['一']],
    ]);
    expect(grouped('date')[0]).toEqual(['', ['三', '二']]);
  });

  it('are found by name, words, folder and title, in both scripts', () => {
    const found = (text: string) => filterBookmarks(bookmarks, text, titles).map(({ name }) => name);
    expect(found('財務')).toEqual(['一']);
    expect(found('服务贸易')).toEqual(['一']);
    expect(found('養老金 三')).toEqual(['三']);
    expect(found(' ')).toHaveLength(4);
    expect(found('没有')).toEqual([]);
  });

  it('are called by their name, else by their words', () => {
    expect(bookmarkName({ name: '', label: '稳步提高' })).toBe('稳步提高');
    expect(bookmarkName({ name: '养老', label: '稳步提高' })).toBe('养老');
  });

  it('name the folders there are', () => {
    expect(foldersOf(bookmarks)).toEqual(['办公', '财务']);
  });
});
