import { expect, type Locator, type Page } from 'playwright/test';
import {
  chooseScript,
  markedTexts,
  markSelection,
  openFromLibrary,
  paintedTexts,
  search,
} from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

const plan = /服务贸易创新发展试点/;

async function openTable(page: Page): Promise<Locator> {
  await openFromLibrary(page, plan);
  await page.locator('.table-frame').evaluate((frame) => frame.scrollIntoView({ block: 'start' }));
  await expect(filterOf(page)).toBeVisible();
  return page.locator('.table-frame tbody tr');
}

const filterOf = (page: Page) => page.getByRole('combobox', { name: '责任单位' });

async function choose(page: Page, typed: string, name: string | RegExp): Promise<void> {
  await filterOf(page).fill(typed);
  await page.getByRole('option', { name }).click();
  await expect(page.getByRole('listbox')).toHaveCount(0);
}

/** The row of a measure by its number, whether or not it is shown. */
const rowOf = (page: Page, seq: number) =>
  page
    .locator('.table-frame tbody tr')
    .filter({ has: page.locator(`th.column-seq [data-text]:text-is("${seq}")`) });

/** The two labels that a row stands under, wherever their cells begin: as the layout of the table has it. */
function labelsOf(page: Page, seq: number): Promise<readonly string[]> {
  return rowOf(page, seq).evaluate((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    return [...document.querySelectorAll('.table-frame tbody th:is(.column-task, .column-subtask)')]
      .filter((cell) => {
        const box = cell.getBoundingClientRect();
        return box.top <= middle && middle <= box.bottom;
      })
      .map((cell) => (cell.querySelector('.table-label > span')?.textContent ?? '').replace(/\s/g, ''));
  });
}

test('each row stands in its own group, and what is printed elsewhere is kept beside', async ({ start }) => {
  const { page } = await start();
  const rows = await openTable(page);
  await expect(rows.locator('th.column-seq')).toHaveCount(80);
  expect(await rows.locator('th.column-seq').allInnerTexts()).toEqual(
    Array.from({ length: 80 }, (_, at) => String(at + 1)),
  );
  expect(await labelsOf(page, 7)).toEqual(['(一)全面探索完善管理体制', '3.提高政务服务效能']);
  await expect(rowOf(page, 7).locator('.table-printed')).toHaveText('原表此处印有 (二) 全面探索扩大对外开放');
  expect(await labelsOf(page, 9)).toEqual(['(二)全面探索扩大对外开放', '4.深化服务业对外开放先行先试']);
  await expect(rowOf(page, 9).locator('th[rowspan]')).toHaveCount(2);
  expect(await labelsOf(page, 29)).toEqual(['(三)全面探索提升便利化水平', '8.推进数据跨境安全有序流动']);
  // Printed in its place, but in other words.
  await expect(rowOf(page, 22).locator('th.column-task')).toHaveText(
    '(三)全面探索提升便利化水平原表此处印有(三)全面提升便利化水平',
  );
  await expect(rowOf(page, 79).locator('.column-bodies')).toHaveText('未载明');
  const scopes = await page
    .locator('.table-frame th')
    .evaluateAll((cells) => [
      ...new Set(
        cells.map((cell) => `${cell.closest('thead, tbody')?.tagName} ${cell.getAttribute('scope')}`),
      ),
    ]);
  expect(scopes).toEqual(['THEAD col', 'TBODY row']);
});

test('the filter shows the rows of one body under any of its names, marked, and goes away again', async ({
  start,
}) => {
  const { page } = await start();
  const rows = await openTable(page);
  const naming = (await rows.locator('td.column-bodies').allInnerTexts()).filter((text) =>
    text.split(/[、\s]+/).includes('市商务委'),
  ).length;
  expect(naming).toBeGreaterThan(30);
  await choose(page, '商务委', /^市商务委/);
  await expect(page.getByRole('status').filter({ hasText: '/' })).toHaveText(`${naming} / 80 项`);
  await expect(rows.filter({ visible: true })).toHaveCount(naming);
  expect((await paintedTexts(page))['named-body']).toEqual(Array.from({ length: naming }, () => '市商务委'));
  // A group begins with the first of its rows that is shown.
  expect(await labelsOf(page, 2)).toEqual(['(一)全面探索完善管理体制', '1.强化统筹协调机制']);
  expect(await labelsOf(page, 13)).toEqual(['(二)全面探索扩大对外开放', '4.深化服务业对外开放先行先试']);

  await choose(page, '金融监管局', /^市地方金融监督管理局/);
  const names = new Set((await paintedTexts(page))['named-body']);
  expect(names).toEqual(new Set(['市地方金融监管局', '市地方金融监督管理局']));

  await page.getByRole('button', { name: '清除' }).click();
  await expect(rows.filter({ visible: true })).toHaveCount(81);
  expect((await paintedTexts(page))['named-body']).toBeUndefined();
  await filterOf(page).fill('没有这个单位');
  await expect(page.getByText('表中没有这个单位')).toBeVisible();
});

test('a row leads to the paragraph that it repeats, its words marked there', async ({ start }) => {
  const { page } = await start();
  await openTable(page);
  await rowOf(page, 13).getByRole('button', { name: '正文 二（二）4' }).click();
  const paragraph = page.locator('[data-block].block-paragraph:focus');
  await expect(paragraph).toContainText('独立举办冠名“中国”“中华”“国家”');
  await expect(paragraph).toBeInViewport();
  await page.getByRole('button', { name: '后退' }).click();
  await rowOf(page, 10).getByRole('button', { name: /^正文/ }).click();
  await expect
    .poll(async () => (await markedTexts(page))['search-hit'])
    .toEqual(['争取境外已上市抗肿瘤新药在本市医疗机构先行定点使用。']);
});

test('a mark in a cell stays on its words through the filter and the script; a jump to a hidden row shows it', async ({
  start,
}) => {
  const { page } = await start();
  const rows = await openTable(page);
  await selectIn(rowOf(page, 10).locator('.column-measure [data-text]'), '抗肿瘤新药');
  await markSelection(page, '绿色');
  await selectIn(rowOf(page, 7).locator('.table-printed [data-text]'), '扩大对外开放');
  await markSelection(page, '蓝色');
  const simplified = { 'mark-green': ['抗肿瘤新药'], 'mark-blue': ['扩大对外开放'] };
  await expect.poll(() => markedTexts(page)).toEqual(simplified);

  await choose(page, '商务委', /^市商务委/);
  await expect(rowOf(page, 10)).toBeHidden();
  await expect.poll(() => markedTexts(page)).toEqual(simplified);
  await chooseScript(page, '繁體');
  await expect
    .poll(() => markedTexts(page))
    .toEqual({ 'mark-green': ['抗腫瘤新藥'], 'mark-blue': ['擴大對外開放'] });
  expect(new Set((await paintedTexts(page))['named-body'])).toEqual(new Set(['市商務委']));
  await chooseScript(page, '原文');

  await page.getByRole('tab', { name: /^笔记/ }).click();
  await page
    .getByRole('article')
    .getByRole('button', { name: /抗肿瘤新药/ })
    .click();
  await expect(rows.filter({ visible: true })).toHaveCount(81);
  await expect(rowOf(page, 10)).toBeInViewport();
  await expect.poll(() => markedTexts(page)).toEqual(simplified);
});

test('a search hit in a hidden row is shown', async ({ start }) => {
  const { page } = await start();
  await openTable(page);
  await choose(page, '商务委', /^市商务委/);
  const hits = await search(page, '数字人民币应用试点');
  await hits.last().click();
  await expect.poll(async () => (await markedTexts(page))['search-hit']?.length).toBeGreaterThan(0);
  await expect(rowOf(page, 78)).toBeInViewport();
});

test('the head stays in sight, and Alt with the arrows passes over hidden rows', async ({ start }) => {
  const { page } = await start();
  await openTable(page);
  await rowOf(page, 40).evaluate((row) => row.scrollIntoView({ block: 'center' }));
  await expect(rowOf(page, 40)).toBeInViewport();
  const head = page.getByRole('columnheader', { name: '具体举措' });
  await expect(head).toBeInViewport();
  const top = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().top);
  const below = await page
    .locator('.page-head')
    .evaluate((element) => element.getBoundingClientRect().bottom);
  expect(Math.abs((await top(head)) - below)).toBeLessThan(2);

  await choose(page, '体育局', /^市体育局/);
  await rowOf(page, 60).evaluate((row) => row.focus());
  await page.keyboard.press('Alt+ArrowDown');
  await expect(rowOf(page, 61)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('[data-block]:focus')).toContainText('责任分工表');
});

test('it is readable at 1,280 and at 320 pixels', async ({ start }) => {
  const { app, page } = await start();
  const resize = async (width: number, zoom: number): Promise<void> => {
    await app.evaluate(
      ({ BrowserWindow }, [wide, factor]) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(wide, 900);
        window?.webContents.setZoomFactor(factor);
      },
      [width, zoom] as const,
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width / zoom);
  };
  const sideways = () =>
    page.locator('.table-frame').evaluate((frame) => {
      const main = document.querySelector('main');
      const { left, right } = frame.getBoundingClientRect();
      const outside = [...frame.querySelectorAll('[data-text], button, input, tbody th, td')].filter(
        (element) => {
          const box = element.getBoundingClientRect();
          return box.width > 1 && (box.left < left - 0.5 || box.right > right + 0.5);
        },
      );
      return [
        main === null ? 0 : main.scrollWidth - main.clientWidth,
        ...outside.map(({ outerHTML }) => outerHTML.slice(0, 120)),
      ];
    });
  await resize(1280, 1);
  await openTable(page);
  expect(await sideways()).toEqual([0]);
  await choose(page, '商务委', /^市商务委/);
  await resize(640, 2);
  await page.locator('.table-frame').evaluate((frame) => frame.scrollIntoView({ block: 'start' }));
  await expect(filterOf(page)).toBeVisible();
  expect(await sideways()).toEqual([0]);
  const display = await rowOf(page, 2).evaluate((row) => getComputedStyle(row).display);
  expect(display).toBe('grid');
  await expect(rowOf(page, 1)).toBeHidden();
});

/** Selects a passage of one text by the browser's own selection, as a drag over it would. */
async function selectIn(text: Locator, passage: string): Promise<void> {
  await text.evaluate((element, wanted) => {
    const node = element.firstChild;
    const from = element.textContent?.indexOf(wanted) ?? -1;
    if (node === null || from < 0) throw new Error(`not in this text: ${wanted}`);
    element.scrollIntoView({ block: 'center' });
    getSelection()?.setBaseAndExtent(node, from, node, from + wanted.length);
  }, passage);
}
