import { expect } from 'playwright/test';
import {
  markedTexts,
  markSelection,
  openFromLibrary,
  paintedTexts,
  selectPassage,
} from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

const compilation = /浦江之光”行动政策汇编/;

test('the compilation reads from cover to cover, and what is marked there belongs to the policy it stands in', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, compilation);
  await expect(page.locator('article.sheet')).toHaveCount(14);
  // The contents lead to the policies, as in a book, once what is known of them is there.
  await expect.poll(async () => (await paintedTexts(page)).citation?.length ?? 0).toBeGreaterThan(13);
  await page.locator('.block-contents', { hasText: '引进人才申办' }).locator('[data-text]').click();
  const title = page.getByRole('heading', { level: 1, name: '上海市引进人才申办本市常住户口办法' });
  await expect(title).toBeInViewport();
  await selectPassage(page, '适用本办法');
  await markSelection(page, '蓝色');
  await expect.poll(async () => (await markedTexts(page))['mark-blue']).toEqual(['适用本办法']);

  await page.getByRole('button', { name: /^笔记/ }).first().click();
  await expect(
    page.getByRole('heading', { level: 2, name: /^上海市引进人才申办本市常住户口办法/ }),
  ).toBeVisible();
  await openFromLibrary(page, /引进人才申办本市常住户口办法/);
  await expect(page.locator('article.sheet')).toHaveCount(1);
  await expect.poll(async () => (await markedTexts(page))['mark-blue']).toEqual(['适用本办法']);
});

test('the outline of the compilation shows the headings of the policy being read', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, compilation);
  const outline = page.getByRole('navigation', { name: '目录' });
  await outline.getByRole('row', { name: '关于推动提高上海上市公司质量的若干措施' }).click();
  await expect(outline.getByRole('row', { name: '一、明确总体目标' })).toBeVisible();
  await outline.getByRole('row', { name: '三、支持上市公司做优做强' }).click();
  await expect(page.getByRole('heading', { name: '支持上市公司做优做强' })).toBeInViewport();
  await outline.getByRole('row', { name: '规划产业区块外优质项目认定工作指引' }).click();
  await expect(outline.getByRole('row', { name: '一、明确总体目标' })).toBeHidden();
});

test('where the source is damaged the page says so, and shows the paragraph as it stands in the file', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, /提高上海上市公司质量的若干措施/);
  const marker = page.getByRole('button', { name: /^原文有缺损：.*外国投资者/ }).first();
  await marker.press('Enter');
  const dialog = page.getByRole('dialog', { name: '原文' });
  await expect(dialog.getByText('源文件 001_e16a95892e791f5c.txt')).toBeVisible();
  await expect(dialog.getByText(/允许更多符合条件的/).first()).toBeVisible();
  await expect(dialog.getByText(/接上被分页断开的句子/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(marker).toBeFocused();
});

test('a citation says what it stands for, and whether it is in the library', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /贯彻国务院关于推进上海加快发展现代服务业/);
  await expect.poll(async () => (await paintedTexts(page)).citation ?? []).toContain('《意见》');
  const paragraph = page.locator('[data-text]', { hasText: '为贯彻《国务院关于推进上海' }).first();
  const at = await paragraph.evaluate((element) => {
    const node = element.firstChild;
    const start = element.textContent?.indexOf('《意见》') ?? -1;
    if (node === null || start < 0) return null;
    const range = document.createRange();
    range.setStart(node, start + 1);
    range.setEnd(node, start + 2);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });
  if (at === null) throw new Error('the abbreviation is not on the page');
  await page.mouse.click(at.x, at.y);
  await expect(page.getByText(/^即《国务院关于推进上海加快发展现代服务业/)).toBeVisible();
  await expect(page.getByText('库内无此文件')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('库内无此文件')).toBeHidden();
});
