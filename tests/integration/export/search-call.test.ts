import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { BlockId, DocumentId, ExportedHit } from '../../../preload/contract/index.ts';
import { composedCalls, granted } from '../../support/composed-calls.ts';
import { readCsv } from '../../support/csv-reader.ts';
import { seedLibrary } from '../../support/seed-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// Time on a shared machine, not a measure of anything.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const asked = vi.hoisted(() => ({
  options: [] as { defaultPath: string }[],
  answer: { canceled: true, filePath: '' },
}));

vi.mock('electron', async () => {
  const { ipcMain } = await import('../../support/electron-double.ts');
  const showSaveDialog = async (_window: unknown, options: (typeof asked.options)[number]) => {
    asked.options.push(options);
    return asked.answer;
  };
  return { ipcMain, protocol: {}, dialog: { showSaveDialog } };
});

beforeEach(() => {
  asked.options = [];
  asked.answer = { canceled: true, filePath: '' };
});

/** The calls over the five documents, and hits on the first block of each kind that a document has. */
async function withHits(documentId: string) {
  const calls = await composedCalls({ library: await seedLibrary() });
  const content = granted(await calls.ask('library.readDocument', { documentId: documentId as DocumentId }));
  const kinds = new Map(content.blocks.toReversed().map((block) => [block.kind, block]));
  const hits = [...kinds.values()].map(
    ({ id }): ExportedHit => ({ documentId: content.document.id, blockId: id, cell: null, places: 2 }),
  );
  return { ...calls, content, kinds, hits };
}

test('the results are written as a table: their own texts, places and citations, and what was left out', async () => {
  const { ask, content, kinds, hits } = await withHits('000');
  const file = path.join(await temporaryFolder(), '结果.csv');
  asked.answer = { canceled: false, filePath: file };
  const title: ExportedHit = { documentId: content.document.id, blockId: null, cell: null, places: 1 };
  const found = { query: '=融资"租赁"', exact: false, annotationIds: [], totalBlocks: hits.length + 3 };
  const result = granted(await ask('export.search', { ...found, format: 'csv', hits: [title, ...hits] }));
  expect(result).toEqual({ outcome: 'saved', fileName: '结果.csv', hitCount: hits.length + 1 });
  expect(asked.options[0]?.defaultPath).toBe('搜索 =融资 租赁.csv');
  const text = await readFile(file, 'utf8');
  expect(text.startsWith('\uFEFF序号,')).toBe(true);
  const [, first, ...rows] = readCsv(text);
  expect(first?.slice(0, 8)).toEqual([
    '1',
    content.document.title,
    '沪府发〔2009〕25号',
    content.document.issuer,
    '标题',
    '',
    content.document.title,
    '1',
  ]);
  const paragraph = rows.find((row) => row[6] === kinds.get('paragraph')?.text);
  expect(paragraph?.[4]).toBe('正文');
  expect(paragraph?.[8]).toMatch(/^《.+》.*第\d+段$/);
  expect(rows.at(-1)?.[1]).toContain(
    `${hits.length + 3} 段 · ${hits.length * 2 + 1} 处 · 1 份文件 · 未列出 2 段`,
  );
  // What could be a formula is none.
  for (const cell of readCsv(text).flat()) expect(cell).not.toMatch(/^[=+@]/);
});

test('as a text they stand below their documents', async () => {
  const { ask, kinds, hits } = await withHits('000');
  const file = path.join(await temporaryFolder(), '结果.md');
  asked.answer = { canceled: false, filePath: file };
  const found = { query: '航运', exact: true, annotationIds: [], totalBlocks: hits.length };
  granted(await ask('export.search', { ...found, format: 'md', hits }));
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/^# 搜索结果：航运\n\n\d+ 段 · .*只查原字形\n/);
  expect(text).toContain(`> ${kinds.get('paragraph')?.text}`);
  expect(text.match(/^## /gmu)).toHaveLength(1);
});

test('what the library does not have is refused before anybody is asked; a cancelled dialog writes nothing', async () => {
  const { ask, folder, hits } = await withHits('000');
  const found = { query: '航运', exact: false, format: 'csv', annotationIds: [], totalBlocks: 1 } as const;
  const [hit] = hits;
  if (hit === undefined) throw new Error('no hits');
  const wrong = [
    { ...hit, blockId: 'no such block' as BlockId },
    { ...hit, documentId: '099' as DocumentId },
  ];
  for (const one of wrong) {
    expect(await ask('export.search', { ...found, hits: [one] })).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  }
  expect(asked.options).toEqual([]);
  const before = await readdir(folder);
  expect(granted(await ask('export.search', { ...found, hits }))).toEqual({ outcome: 'cancelled' });
  expect(await readdir(folder)).toEqual(before);
});
