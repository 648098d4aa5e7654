import { expect } from 'playwright/test';
import { openFromLibrary, search, selectPassage, writeNote } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

test('a note is found by its words as soon as it is saved, and no more once it is thrown away', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  await selectPassage(page, '人均基本养老金增长15%');
  await writeNote(page, '請財務處核對撥款口徑', '催办');

  const hits = await search(page, '拨款口径');
  await expect(hits).toHaveCount(1);
  await expect(hits.locator('mark')).toHaveText('撥款口徑');
  await hits.click();
  await expect(page.getByText('人均基本养老金增长15%').first()).toBeInViewport();

  await search(page, '标签:催办');
  await expect(hits.filter({ hasText: '請財務處' })).toHaveCount(1);
  await page.getByRole('button', { name: /^笔记/ }).first().click();
  await page.locator('[data-tick]').first().press('Delete');
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: /^搜索/ }).fill('拨款口径');
  await expect(page.getByText('没有找到“拨款口径”')).toBeVisible();
  // Taken back, it is found again; undoing leads to its place, from where the search is one key away.
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.locator('article.sheet')).toBeVisible();
  await expect(await search(page, '拨款口径')).toHaveCount(1);
});
