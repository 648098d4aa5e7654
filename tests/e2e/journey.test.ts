import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'playwright/test';
import {
  markedTexts,
  markSelection,
  openFromLibrary,
  search,
  selectPassage,
  writeNote,
} from '../../build/tour/journey.ts';
import { answerSaveDialog } from '../../build/tour/launch-app.ts';
import { test } from '../support/reader-app.ts';

const passage = '城保企业退休人员和镇保、新农保领取养老金人员的人均基本养老金增长15%';

test('what was read, marked, noted and bookmarked is there after a restart, and can be exported', async ({
  start,
  home,
}) => {
  const first = await start();
  await openFromLibrary(first.page, /工作报告/);
  const hits = await search(first.page, '养老金');
  await hits.filter({ hasText: '養老金' }).first().press('Enter');
  await expect(first.page.locator('[data-text]', { hasText: passage })).toBeInViewport();
  await selectPassage(first.page, passage);
  await markSelection(first.page, '绿色');
  await selectPassage(first.page, '新增养老床位5000张');
  await writeNote(first.page, '# 标题\n\n要**核对**床位数', '人力，待办');
  await first.page.keyboard.press('b');
  await expect(first.page.getByText('已加书签')).toBeVisible();
  // The window may be closed at any moment; what was acknowledged must be there.
  await first.app.close();

  const { app, page } = await start();
  await expect(page.locator('[data-text]', { hasText: passage })).toBeInViewport();
  await expect
    .poll(() => markedTexts(page))
    .toEqual({
      'mark-green': [passage],
      'mark-yellow': ['新增养老床位5000张'],
    });
  await page.getByRole('tab', { name: '笔记 2' }).click();
  const card = page.getByRole('article').filter({ hasText: '新增养老床位5000张' });
  await expect(card.getByRole('heading', { name: '标题' })).toBeVisible();
  await expect(card.getByText('核对', { exact: true })).toHaveCSS('font-weight', '700');
  await expect(card.getByText('人力')).toBeVisible();
  await page.getByRole('button', { name: /^书签/ }).click();
  await page
    .getByRole('main')
    .getByRole('button', { name: /工作报告/ })
    .click();
  await expect(page.locator('[data-text]', { hasText: passage })).toBeInViewport();

  const file = path.join(home, '导出 的笔记.md');
  await answerSaveDialog(app, file);
  await page.getByRole('button', { name: '导出笔记' }).click();
  await expect(page.getByText('已导出 2 条笔记到 导出 的笔记.md')).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(text).toContain('> 城保企業退休人員和鎮保、新農保領取養老金人員的人均基本養老金增長15%');
  expect(text).toContain('(三)更加努力保障和改善民生,確保市民安居樂業');
  expect(text).toContain('要**核对**床位数');
});

test('a cancelled export writes nothing and says nothing', async ({ start }) => {
  const { app, page } = await start();
  await openFromLibrary(page, /工作报告/);
  await selectPassage(page, '物价牵动民心');
  await markSelection(page, '蓝色');
  await answerSaveDialog(app, null);
  await page.getByRole('button', { name: '导出笔记' }).click();
  await expect(page.getByText(/已导出/)).toHaveCount(0);
});

test('every change can be taken back and made again', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  await selectPassage(page, '物价牵动民心');
  await markSelection(page, '粉色');
  await page.getByRole('tab', { name: '笔记 1' }).click();
  const cards = page.getByRole('article').filter({ has: page.getByRole('button', { name: '删除' }) });
  await cards.getByRole('button', { name: '删除' }).click();
  await expect(cards).toHaveCount(0);
  await expect.poll(() => markedTexts(page)).toEqual({});
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => markedTexts(page)).toEqual({ 'mark-pink': ['物价牵动民心'] });
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => markedTexts(page)).toEqual({});
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect.poll(() => markedTexts(page)).toEqual({ 'mark-pink': ['物价牵动民心'] });
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect.poll(() => markedTexts(page)).toEqual({});
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(page.getByText('没有可以撤销或重做的改动')).toBeVisible();
});
