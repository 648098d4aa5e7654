import { expect } from 'playwright/test';
import { openFromLibrary, selectPassage } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

test('a citation is copied by key, from the selection and from a paragraph, and marks are in no copied text', async ({
  start,
}) => {
  const { app, page } = await start();
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await openFromLibrary(page, /工作报告/);
  await selectPassage(page, '物价牵动民心');
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await expect(page.getByText('已复制引用')).toBeVisible();
  await expect.poll(copied).toMatch(/^《[^》]+》（标题为书库所拟）.+第\d+段：“物价牵动民心”$/);
  await page.evaluate(() => getSelection()?.empty());

  await openFromLibrary(page, /服务贸易创新发展试点/);
  await page.keyboard.press('Alt+ArrowDown');
  const paragraph = page.locator('.block-paragraph').nth(3);
  await paragraph.focus();
  await paragraph.getByRole('button', { name: /^复制引用：.*¶\d+$/ }).press('Enter');
  await expect.poll(copied).toMatch(/^《[^》]+》（沪府规〔2020〕24号）.*第\d+段$/);

  await page.keyboard.press('ControlOrMeta+,');
  await page.getByText('段落编号', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(paragraph).toHaveAttribute('data-mark', /¶\d+$/);
  await paragraph.evaluate((element) => getSelection()?.selectAllChildren(element));
  expect(await page.evaluate(() => getSelection()?.toString())).not.toContain('¶');
});

test('the page comes back to the line after a restart, and tells how much was read', async ({ start }) => {
  const first = await start();
  await openFromLibrary(first.page, /工作报告/);
  const share = first.page.getByRole('progressbar', { name: '阅读进度' });
  await expect(share).toHaveAttribute('aria-valuenow', '0');
  const main = first.page.locator('main');
  // Down to the middle of a long paragraph.
  const line = await first.page
    .locator('.block-paragraph')
    .nth(25)
    .evaluate(async (block) => {
      const page = block.closest('main');
      if (page === null) return 0;
      for (let frame = 0; frame < 6; frame += 1) {
        page.scrollTop += block.getBoundingClientRect().top - page.getBoundingClientRect().top - 60;
        await new Promise(requestAnimationFrame);
      }
      return page.scrollTop;
    });
  await main.evaluate((page) => page.scrollBy(0, 70));
  await expect(share).not.toHaveAttribute('aria-valuenow', '0');
  const top = await first.page.locator('.block-paragraph').nth(25).boundingBox();
  await expect
    .poll(
      async () => (await first.page.evaluate(() => document.querySelector('main')?.scrollTop ?? 0)) - line,
    )
    .toBeGreaterThan(60);
  // What was read last is kept when the page has come to rest.
  await expect(first.page.getByRole('navigation', { name: '位置' }).getByText(/[1-9]\d*%$/)).toBeVisible();
  await first.app.close();

  const { page } = await start();
  const block = page.locator('.block-paragraph').nth(25);
  await expect
    .poll(async () => Math.abs(((await block.boundingBox())?.y ?? 0) - (top?.y ?? 0)))
    .toBeLessThan(36);
  // The way down lays out what was only estimated, so the end is further away than it first seems.
  await expect(async () => {
    await page.locator('main').evaluate((element) => element.scrollTo(0, element.scrollHeight));
    const progress = page.getByRole('progressbar', { name: '阅读进度' });
    await expect(progress).toHaveAttribute('aria-valuenow', '100', { timeout: 500 });
  }).toPass({ timeout: 8000 });
});
