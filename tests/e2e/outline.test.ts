import { expect } from 'playwright/test';
import { openFromLibrary } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

test('the outline is walked, folded and filtered by keys, and stays as it was left', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /陆家嘴/);
  const nav = page.getByRole('navigation', { name: '目录' });
  const filter = nav.getByRole('searchbox', { name: '筛选目录' });
  const rows = nav.getByRole('row');
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  // The levels of this plan are not printed in its source.
  await expect(nav.getByText('推断').first()).toBeVisible();
  await rows.nth(3).press('Enter');
  await expect(rows.nth(3).locator('[aria-current=location]')).toBeVisible();

  await filter.focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(rows.first()).toHaveAttribute('aria-expanded', 'false');
  expect(await rows.count()).toBeLessThan(all);
  // What is read stands below a line that is folded: that line is marked for it.
  await expect(nav.locator('[aria-current=location]')).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(rows).toHaveCount(all);

  await nav.getByRole('button', { name: '全部收起' }).press('Enter');
  const folded = await rows.count();
  expect(folded).toBeLessThan(all);
  // Another document and back: as it was left.
  await page.keyboard.press('ControlOrMeta+1');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(rows).toHaveCount(folded);

  await filter.fill('金融');
  const found = await rows.allInnerTexts();
  expect(found.some((text) => text.includes('金融'))).toBe(true);
  await filter.fill('沒有這樣的標題');
  await expect(nav.getByText('没有这样的标题').last()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(filter).toHaveValue('');
  await expect(rows).toHaveCount(folded);
  await nav.getByRole('button', { name: '全部展开' }).press('Enter');
  await expect(rows).toHaveCount(all);
  const last = rows.last();
  await filter.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-block]:focus')).toBeInViewport();
  await expect(last.locator('[aria-current=location]')).toBeVisible();
});
