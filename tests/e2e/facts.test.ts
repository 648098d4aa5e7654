import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from 'playwright/test';
import { markedTexts, openFromLibrary } from '../../build/tour/journey.ts';
import { answerSaveDialog } from '../../build/tour/launch-app.ts';
import type { Bridge } from '../../preload/contract/index.ts';
import { violations } from '../support/accessibility.ts';
import { readCalendar } from '../support/calendar-reader.ts';
import { readCsv } from '../support/csv-reader.ts';
import { test } from '../support/reader-app.ts';

const pension = '人均基本养老金增长15%';

const rowsOf = (page: Page): Locator => page.locator('main [data-fact]');
const rowOf = (page: Page, words: string): Locator =>
  page.getByRole('row').filter({ hasText: words }).first();
const status = (page: Page): Locator => page.getByRole('main').getByRole('status');

/** Opens the view and waits for its rows. */
async function openFacts(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '位置' }).getByRole('button', { name: '指标与期限' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '指标与期限' })).toBeVisible();
  await expect(rowsOf(page).first()).toBeVisible();
}

/** Leaves the facts of the work report alone. */
async function chooseReport(page: Page): Promise<void> {
  const documents = page.getByRole('combobox', { name: '文件' });
  const report = documents.getByRole('option', { name: /工作报告/ });
  await documents.selectOption((await report.getAttribute('value')) ?? '');
  await expect(status(page)).toHaveText(/^\d+ \/ \d+ 条$/);
}

test('the pension rise of the work report is found with its year, and its row opens the sentence', async ({
  start,
}) => {
  const { page } = await start();
  await openFacts(page);
  const all = Number.parseInt((await status(page).textContent()) ?? '', 10);
  expect(all).toBeGreaterThan(250);
  await expect(page.locator('.place[aria-current]')).toHaveText(`指标与期限${all}`);

  await chooseReport(page);
  const row = rowOf(page, pension);
  await expect(row.getByRole('cell', { name: '2012', exact: true })).toBeVisible();
  await expect(row.getByRole('cell', { name: '15%' })).toBeVisible();
  await expect(row.getByRole('cell', { name: '目标' })).toBeVisible();
  await expect(row.locator('mark')).toHaveText('15%');
  await expect(rowOf(page, '新增就业岗位').getByRole('cell', { name: '50万个 以上' })).toBeVisible();

  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-block]', { hasText: pension })).toBeInViewport();
  expect(await markedTexts(page)).toEqual({ 'search-hit': ['15%'] });

  // Coming back, the list is as it was left, and goes on from the row.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(row.getByRole('button')).toBeFocused();
  await expect(page.getByRole('combobox', { name: '文件' })).toHaveValue('002');

  // In the reader's other script the rows are in it too.
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('ControlOrMeta+T');
  await expect(page.locator('article.sheet')).toHaveAttribute('lang', 'zh-Hant');
  await page.keyboard.press('ControlOrMeta+4');
  await expect(rowOf(page, '人均基本養老金增長15%')).toBeVisible();
});

test('filters narrow the list together, and both orders group it', async ({ start }) => {
  const { page } = await start();
  await openFacts(page);
  const groups = page.getByRole('rowheader').filter({ has: page.locator('.fact-group-count') });
  await expect(groups.first()).toContainText('沪府发〔2009〕25号');
  const first = await rowsOf(page).count();
  await page.getByRole('button', { name: /^再显示 \d+ 条/ }).click();
  await expect(rowsOf(page).nth(first)).toBeFocused();

  await page.getByRole('radio', { name: '后到期在前' }).check({ force: true });
  await expect(groups.first()).toContainText('2025 年');
  await page.getByRole('radio', { name: '先到期在前' }).check({ force: true });
  await expect(groups.first()).toContainText('2009 年');
  await expect(page.getByRole('columnheader', { name: '文件' })).toBeVisible();

  await page.getByRole('combobox', { name: '到期年份' }).selectOption('2025');
  await page.getByRole('combobox', { name: '类型' }).selectOption('expiry');
  await expect(rowsOf(page).first()).toContainText('2025年11月30日');
  const few = await rowsOf(page).count();
  await expect(status(page)).toHaveText(new RegExp(`^${few} / `));
  await page.getByRole('searchbox', { name: '在指标与期限中查找' }).fill('没有这样的词');
  await expect(page.getByText('没有符合的指标与期限')).toBeVisible();
  for (const name of ['导出 CSV', '导出日历'])
    await expect(page.getByRole('button', { name })).toBeDisabled();
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect(status(page)).toHaveText(/^\d+ 条$/);
});

test('what is shown is exported as a table, its dated duties as a calendar', async ({ start, home }) => {
  const { app, page } = await start();
  await openFacts(page);
  await chooseReport(page);
  await page.getByRole('searchbox', { name: '在指标与期限中查找' }).fill('养老');
  await expect(rowsOf(page)).not.toHaveCount(0);
  await expect(rowsOf(page).filter({ hasNotText: '养老' })).toHaveCount(0);
  const count = await rowsOf(page).count();

  const table = path.join(home, '指标.csv');
  await answerSaveDialog(app, table);
  await page.getByRole('button', { name: '导出 CSV' }).click();
  await expect(page.getByText(`已导出 ${count} 条到 指标.csv`)).toBeVisible();
  const [head, ...rows] = readCsv(await readFile(table, 'utf8'));
  expect(head?.slice(0, 4)).toEqual(['文件', '文号', '类型', '事项']);
  expect(rows).toHaveLength(count);
  expect(rows.find((row) => row.join().includes('人均基本養老金增長15%'))).toEqual(
    expect.arrayContaining(['目标', '15%', '2012']),
  );

  const calendar = path.join(home, '期限.ics');
  await answerSaveDialog(app, calendar);
  await page.getByRole('button', { name: '导出日历' }).click();
  await expect(page.getByText('到 期限.ics')).toBeVisible();
  const { events } = readCalendar(await readFile(calendar, 'utf8'));
  expect(events).toHaveLength(count);
  expect(events).toContainEqual(expect.objectContaining({ 'DTSTART;VALUE=DATE': '20121231' }));

  // Of all there is, most has no date; the sentence says what the calendar leaves out.
  await page.getByRole('searchbox', { name: '在指标与期限中查找' }).fill('');
  await page.getByRole('combobox', { name: '文件' }).selectOption('');
  await page.getByRole('button', { name: '导出日历' }).click();
  await expect(page.getByText(/另有 \d+ 条不是有日期的事项/)).toBeVisible();
  await page.getByRole('combobox', { name: '类型' }).selectOption('threshold');
  await expect(page.getByRole('button', { name: '导出日历' })).toBeDisabled();
  await expect(page.getByRole('button', { name: '导出 CSV' })).toBeEnabled();

  await answerSaveDialog(app, path.join(home, 'no-such-folder', 'x.csv'));
  await page.getByRole('button', { name: '导出 CSV' }).click();
  await expect(page.getByText(/^没有导出：/)).toBeVisible();
});

test('beside a document its facts stand in the order of the text and lead to it', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  await page.getByRole('tab', { name: '要点' }).click();
  const cards = page.getByRole('list', { name: '要点' }).getByRole('button');
  await expect(cards.first()).toContainText(pension);
  await expect(cards.first()).toContainText('目标');
  await expect(cards.first()).toContainText('2012');
  const jobs = cards.filter({ hasText: '新增就业岗位' });
  await expect(jobs).toContainText('50万个 以上');
  await jobs.click();
  await expect(page.locator('[data-block]', { hasText: '新增就业岗位50万个以上' })).toBeInViewport();
  expect(await markedTexts(page)).toEqual({ 'search-hit': ['50万个'] });

  await openFromLibrary(page, /促进高端产业|三年行动/);
  await expect(page.getByRole('tab', { name: '要点' })).toHaveAttribute('aria-selected', 'true');
  await expect(cards.first()).not.toContainText(pension);
});

test('by keys alone from the view to the sentence and along its neighbours', async ({ start }) => {
  const { page } = await start();
  await page.keyboard.press('ControlOrMeta+4');
  await expect(rowsOf(page).first()).toBeVisible();
  const field = page.getByRole('searchbox', { name: '在指标与期限中查找' });
  for (let presses = 0; presses < 40; presses += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(field).toBeFocused();
  await page.keyboard.type('养老 床位');
  await expect(rowsOf(page).first()).toContainText('新增养老床位');
  await page.keyboard.press('ArrowDown');
  await expect(rowsOf(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rowsOf(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-block]:focus')).toContainText('新增养老床位5000张');
  expect(await markedTexts(page)).toEqual({ 'search-hit': ['5000张'] });
});

test('the view comes back at the next start, and without its rows says so and tries again', async ({
  start,
}) => {
  const first = await start();
  await openFacts(first.page);
  // The menu holds the place too, and the disk keeps it.
  const label = await first.app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('go-facts')?.label,
  );
  expect(label).toBe('指标与期限');
  const keptView = () =>
    first.page.evaluate(async () => {
      const { reader } = globalThis as unknown as { readonly reader: Bridge };
      const answer = await reader['app.bootstrap']({});
      return answer.ok ? answer.value.settings.route.view : answer.error.code;
    });
  await expect.poll(keptView).toBe('facts');
  await first.app.close();

  const { app, page } = await start();
  await expect(page.getByRole('heading', { level: 1, name: '指标与期限' })).toBeVisible();
  await expect(rowsOf(page).first()).toBeVisible();
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('library.readFacts');
    ipcMain.handle('library.readFacts', () => ({ ok: false, error: { code: 'IO', message: 'no' } }));
  });
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('读不到指标与期限');
  expect(await violations(page)).toEqual([]);
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('library.readFacts');
    ipcMain.handle('library.readFacts', () => ({ ok: true, value: [] }));
  });
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByText('书库里没有指标与期限')).toBeVisible();
});
