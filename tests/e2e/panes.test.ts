import { expect, type Page } from 'playwright/test';
import { markedTexts, openFromLibrary } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

const plan = /服务贸易创新发展试点/;
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

test('the responsibility table beside the text: rows follow paragraphs, paragraphs follow rows; the line between moves by keys', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, plan);
  await chooseBeside(page, '与责任单位表对照');
  const rows = secondPane(page).locator('tr[data-block]');
  await expect(rows).toHaveCount(await firstPane(page).locator('tr[data-block]').count());
  await expect(secondPane(page).locator('p[data-block]')).toHaveCount(0);

  // Each pane leads when it has the keys: what the row repeats stands at the same height.
  const pairs = await page.evaluate(() =>
    [...document.querySelectorAll('[data-pane=second] .column-seq [data-text]')].map((each) => [
      each.textContent ?? '',
      each.closest<HTMLElement>('[data-block]')?.dataset.block ?? '',
    ]),
  );
  const rowOf = new Map(pairs.map(([seq = '', block = '']) => [seq.trim(), block]));
  const paragraph = await firstPane(page)
    .locator('[data-block]', { hasText: /^市推进上海国际贸易中心建设领导小组加强对/ })
    .getAttribute('data-block');
  await firstPane(page).focus();
  await firstPane(page).evaluate((frame, id) => {
    const block = frame.querySelector(`[data-block="${id}"]`);
    frame.scrollTop += (block?.getBoundingClientRect().top ?? 0) - frame.getBoundingClientRect().top - 70;
  }, paragraph);
  await expect.poll(() => heightOf(page, 'second', rowOf.get('1') ?? '')).toBeGreaterThan(0);
  await expect.poll(() => heightOf(page, 'second', rowOf.get('1') ?? '')).toBeLessThan(100);
  const followed = await firstPane(page).evaluate(({ scrollTop }) => scrollTop);
  await page.keyboard.press('F6');
  await secondPane(page).evaluate((frame, id) => {
    const row = frame.querySelector(`[data-block="${id}"]`);
    frame.scrollTop += (row?.getBoundingClientRect().top ?? 0) - frame.getBoundingClientRect().top - 70;
  }, rowOf.get('60') ?? '');
  await expect
    .poll(() => firstPane(page).evaluate(({ scrollTop }) => scrollTop))
    .toBeGreaterThan(followed + 500);

  // Without the tick each goes alone.
  await page.getByRole('checkbox', { name: '同步滚动' }).press('Space');
  const alone = await firstPane(page).evaluate(({ scrollTop }) => scrollTop);
  await secondPane(page).evaluate((frame) => {
    frame.scrollTop = 0;
  });
  await expect.poll(() => secondPane(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  expect(await firstPane(page).evaluate(({ scrollTop }) => scrollTop)).toBe(alone);

  const line = page.getByRole('separator', { name: '两栏的分界' });
  await line.focus();
  const width = () => firstPane(page).evaluate(({ clientWidth }) => clientWidth);
  const before = await width();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(line).toHaveAttribute('aria-valuenow', '40');
  expect(await width()).toBeLessThan(before - 50);
  await page.keyboard.press('Home');
  await expect(line).toHaveAttribute('aria-valuenow', '20');
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('aria-valuenow', '50');
});

test('another document beside the open one, from the list and from the library; commands go to the active pane', async ({
  start,
}) => {
  const { app, page } = await start();
  await openFromLibrary(page, plan);
  await chooseBeside(page, '另一份文件…');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('工作報告');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const other = secondPane(page).locator('article');
  await expect(other).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('checkbox', { name: '同步滚动' })).toHaveCount(0);

  // The switch of script means the pane that has the focus, and the panel beside tells of it.
  await page.keyboard.press('F6');
  await page.keyboard.press('ControlOrMeta+T');
  await expect(other).toHaveAttribute('lang', 'zh-Hant');
  await expect(firstPane(page).locator('article').first()).toHaveAttribute('lang', 'zh-Hans');
  await page.getByRole('tab', { name: '目录' }).click();
  await page.getByRole('row', { name: /^\(十\)/ }).click();
  await expect(secondPane(page).getByRole('heading', { name: /^\(十\)/ })).toBeInViewport();
  await expect(firstPane(page).locator('article').first()).toContainText('全面深化服务贸易');
  await page.keyboard.press('ControlOrMeta+T');

  // One above the other where there is no room, and nothing scrolls sideways.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(400, 800));
  await expect(page.getByRole('separator')).toHaveAttribute('aria-orientation', 'horizontal');
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.querySelectorAll('[data-pane]')].map(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        ),
      ),
    )
    .toEqual([0, 0]);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1320, 860));

  await chooseBeside(page, '关闭分栏');
  await expect(secondPane(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: '分栏', exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+1');
  await page.getByRole('table').getByRole('button', { name: report }).first().focus();
  await page.keyboard.press('Alt+Enter');
  await expect(secondPane(page).locator('article')).toContainText('物价牵动民心');
  await expect(firstPane(page).locator('article').first()).toContainText('服务贸易');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('heading', { level: 1, name: '书库' })).toBeVisible();
});

/** The middle of the first character of some words, in the window. */
const middleOf = (page: Page, words: string) =>
  firstPane(page)
    .locator('[data-text]', { hasText: words })
    .first()
    .evaluate((element, wanted) => {
      element.scrollIntoView({ block: 'center' });
      const node = element.firstChild;
      const at = element.textContent?.indexOf(wanted) ?? -1;
      if (node === null || at < 0) throw new Error(`not on the page: ${wanted}`);
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    }, words);

test('resting on a converted word, or a key, shows its original; it can be pointed at and dismissed', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, report);
  const card = page.locator('.original-words');
  await expect(async () => {
    const { x, y } = await middleOf(page, '养老金');
    await page.mouse.move(x - 40, y);
    await page.mouse.move(x, y);
    await expect(card).toBeVisible({ timeout: 1500 });
    // The pointer can go from the word onto what is said of it.
    await card.hover({ timeout: 1500 });
  }).toPass();
  await expect(card).toContainText('養老');
  expect(await firstPane(page).locator('[data-text] *').count()).toBe(0);
  await page.mouse.move(0, 0);
  await expect(card).toHaveCount(0);

  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('o');
  await expect(card).toContainText('本段转换过的词');
  await expect(card).toContainText('堅持');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await expect(page.locator('[data-block]:focus')).toHaveCount(1);
  // What is shown as it is stored has nothing behind it.
  await page.keyboard.press('ControlOrMeta+T');
  await expect(page.locator('article')).toHaveAttribute('lang', 'zh-Hant');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('o');
  await expect(card).toHaveCount(0);
});

test('the audit lists the doubtful characters of a conversion with their places and leads there, by keys', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, report);
  await page.keyboard.press('ControlOrMeta+Shift+T');
  await expect(page.getByRole('heading', { level: 1, name: '转换核对' })).toBeVisible();
  const character = page.getByRole('button', { name: /^于→于/ });
  await expect(character).toContainText('8 处');
  await expect(page.getByRole('button', { name: /^準→准.*2 处/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^著→着/ })).toBeVisible();
  await character.focus();
  await page.keyboard.press('Enter');
  await expect(character).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await markedTexts(page))['search-hit']).toEqual(['于']);
  await expect(page.locator('[data-block]:focus')).toContainText('加大公共财政用于分配');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(character).toHaveAttribute('aria-expanded', 'true');

  // A document shown as it is stored has nothing to check, until it is shown converted.
  await openFromLibrary(page, plan);
  await page.keyboard.press('ControlOrMeta+Shift+T');
  await expect(page.getByText('这份文件现在显示的是原文')).toBeVisible();
  await page.getByRole('button', { name: '转换显示' }).press('Enter');
  await expect(page.getByRole('button', { name: /^系→繫/ })).toContainText('按词转换');
});
