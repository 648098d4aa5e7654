import { expect, type Page } from 'playwright/test';
import { markedTexts, openFromLibrary } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

const report = /工作报告/;

const firstPane = (page: Page) => page.locator('[data-pane=first]');
const secondPane = (page: Page) => page.locator('[data-pane=second]');

/** Opens the menu of the second pane by its key and chooses an item by the arrow keys. */
async function chooseBeside(page: Page, item: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+\\');
  const wanted = page.getByRole('menuitem', { name: item });
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  for (let presses = 0; presses < 5; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** How far below the top of its page the first block with these words stands, in CSS pixels. */
const heightOf = (page: Page, pane: 'first' | 'second', block: string) =>
  page.evaluate(
    ([name, id]) => {
      const frame = document.querySelector(`[data-pane=${name}]`);
      const found = frame?.querySelector(`[data-block="${id}"]`);
      if (frame == null || found == null) return Number.NaN;
      return found.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    },
    [pane, block] as const,
  );

test('the original beside the converted text: marks in both, scrolling together both ways', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, report);
  await chooseBeside(page, '原文对照');
  await expect(secondPane(page).locator('article')).toHaveAttribute('lang', 'zh-Hant');
  await expect(firstPane(page).locator('article')).toHaveAttribute('lang', 'zh-Hans');

  // A mark made in the one is painted in both, each in its own characters.
  await page.keyboard.press('F6');
  await expect(secondPane(page)).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(secondPane(page).locator('[data-block]:focus')).toBeVisible();
  await page.keyboard.press('1');
  await expect.poll(async () => (await markedTexts(page))['mark-yellow']?.length).toBe(2);
  await page.keyboard.press('F6');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('2');
  await expect.poll(async () => (await markedTexts(page))['mark-green']?.length).toBe(2);
  const { 'mark-yellow': yellow = [] } = await markedTexts(page);
  expect(new Set(yellow).size).toBe(2);

  // A note is written on what is marked in the second pane, and the focus goes back there.
  await page.keyboard.press('F6');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: '笔记（支持 Markdown）' })).toBeFocused();
  await page.keyboard.type('两栏');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: /^笔记：/ })).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');

  for (const [leader, follower] of [
    ['first', 'second'],
    ['second', 'first'],
  ] as const) {
    await page.keyboard.press('F6');
    const frame = page.locator(`[data-pane=${leader}]`);
    await frame.focus();
    for (const to of [1400, 5200, 300]) {
      await frame.evaluate((element, top) => {
        element.scrollTop = top;
      }, to);
      const block = await frame.evaluate((element) => {
        const line = element.getBoundingClientRect().top + 80;
        const blocks = [...element.querySelectorAll<HTMLElement>('[data-block]')];
        return blocks.find((each) => each.getBoundingClientRect().bottom > line)?.dataset.block ?? '';
      });
      await expect
        .poll(async () =>
          Math.abs((await heightOf(page, leader, block)) - (await heightOf(page, follower, block))),
        )
        .toBeLessThan(40);
    }
  }
});
