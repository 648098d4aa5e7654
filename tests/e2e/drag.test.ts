import { expect, type Locator, type Page } from 'playwright/test';
import { openFromLibrary } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

/** The middle of what is in the window. */
async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('it is not in the window');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags with the mouse, in steps as a hand does. */
async function drag(
  page: Page,
  from: Locator,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const start = await middleOf(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x - 8, start.y + 4, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.move(to.x + 2, to.y);
  await page.mouse.up();
}

test('with the mouse a document is dragged onto a folder, and the line between two panes to a side', async ({
  start,
}) => {
  const { page } = await start();
  await page.getByRole('button', { name: '新建文件夹' }).click();
  await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused();
  await page.keyboard.type('人才与落户');
  await page.keyboard.press('Enter');
  const folder = page.getByRole('grid', { name: '文件夹' }).getByRole('row', { name: '人才与落户' });
  await expect(folder).toContainText('0');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const document = page.getByRole('table').getByRole('button', { name: /引进人才申办本市常住户口/ });
  // The rows can be dragged a moment after they are drawn.
  await expect(page.getByRole('table').getByRole('button', { name: '操作' }).first()).toBeVisible();
  await expect(async () => {
    await drag(page, document, await middleOf(folder));
    await expect(folder).toContainText('1', { timeout: 1500 });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByText('已放入“人才与落户”')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(folder).toContainText('0');
  await expect(page.getByText('已撤销：文件放入的文件夹')).toBeVisible();

  await openFromLibrary(page, /服务贸易创新发展试点/);
  await page.keyboard.press('ControlOrMeta+\\');
  await page.getByRole('menuitem', { name: '与责任单位表对照' }).click();
  const line = page.getByRole('separator', { name: '两栏的分界' });
  await expect(line).toHaveAttribute('aria-valuenow', '50');
  const { x, y } = await middleOf(line);
  const width = await page.locator('[data-pane=second]').evaluate(({ clientWidth }) => clientWidth);
  // What the panes hold is drawn a moment after them and may move the line under the mouse.
  await expect(async () => {
    await drag(page, line, { x: x - 120, y });
    expect(Number(await line.getAttribute('aria-valuenow'))).toBeLessThan(45);
  }).toPass({ timeout: 15_000 });
  expect(await page.locator('[data-pane=second]').evaluate(({ clientWidth }) => clientWidth)).toBeGreaterThan(
    width + 80,
  );
  // To the very edge of the window, far beyond what the pane may shrink to.
  await drag(page, line, { x: 6, y });
  await expect(line).toHaveAttribute('aria-valuenow', '20');
  await line.dblclick();
  await expect(line).toHaveAttribute('aria-valuenow', '50');
});
