import { expect, type Locator, type Page } from 'playwright/test';
import { test } from '../support/reader-app.ts';

const talents = /上海市引进人才申办本市常住户口办法/;
const returned = /留学回国人员申办上海常住户口实施细则/;

const folderOf = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: '文件夹' }).getByRole('row', { name });
const titleOf = (page: Page, name: RegExp): Locator => page.getByRole('table').getByRole('button', { name });
const rows = (page: Page): Locator => page.getByRole('main').getByRole('rowheader');

/** Makes a folder by keys alone. */
async function makeFolder(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '新建文件夹' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(folderOf(page, name)).toBeVisible();
  await expect(page.getByRole('button', { name: '新建文件夹' })).toBeFocused();
}

/** Opens a row's menu from its title and chooses in it, by keys alone. */
async function chooseInMenu(page: Page, title: RegExp, item: string): Promise<void> {
  // The row takes its menu a moment after it is drawn.
  await expect(page.getByRole('table').getByRole('button', { name: '操作' }).first()).toBeVisible();
  await titleOf(page, title).focus();
  await page.keyboard.press('Shift+F10');
  const wanted = page.getByRole('menuitem', { name: item });
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 6; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** Opens a folder's menu and chooses in it, by keys alone. */
async function chooseInFolderMenu(page: Page, folder: string, item: string): Promise<void> {
  const button = folderOf(page, folder).getByRole('button', { name: /的操作$/ });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // A dialog or menu that has just closed may still be giving the focus back.
  await expect(async () => {
    await button.press('Enter');
    await expect(page.getByRole('menuitem', { name: item })).toBeVisible({ timeout: 1500 });
  }).toPass({ timeout: 10_000 });
  await page.getByRole('menuitem', { name: item }).press('Enter');
}

test('folders and tags, by keyboard alone, with a way back, and after a restart', async ({ start }) => {
  const first = await start();
  const { page } = first;
  await makeFolder(page, '人才与落户');
  await makeFolder(page, '跨境金融');

  await chooseInMenu(page, talents, '放入文件夹…');
  await page.getByRole('checkbox', { name: '人才与落户' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(folderOf(page, '人才与落户')).toContainText('1');

  // By dragging with keys: from the title to the grip, into the list of folders.
  await titleOf(page, returned).focus();
  await page.keyboard.press('ArrowRight');
  await expect(
    page.getByRole('button', { name: '拖动', exact: true }).and(page.locator(':focus')),
  ).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('.folder-list :focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByText('已放入“人才与落户”')).toBeVisible();
  await expect(folderOf(page, '人才与落户')).toContainText('2');

  await folderOf(page, '人才与落户').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '人才与落户' })).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(rows(page)).toHaveCount(18);

  await chooseInMenu(page, talents, '标签…');
  await expect(page.getByRole('textbox', { name: /标签/ })).toBeFocused();
  await page.keyboard.type('人力、待办');
  await page.keyboard.press('Enter');
  await expect(rows(page).filter({ hasText: talents })).toContainText('待办');
  await chooseInMenu(page, returned, '标签…');
  await page.getByRole('button', { name: '人力' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: /标签/ }).focus();
  await page.keyboard.press('Enter');
  await expect(rows(page).filter({ hasText: returned })).toContainText('人力');

  await chooseInFolderMenu(page, '人才与落户', '重命名…');
  await page.getByRole('textbox', { name: '名称' }).fill('跨境金融');
  await expect(page.getByText('已有同名的文件夹')).toBeVisible();
  await page.getByRole('textbox', { name: '名称' }).fill('人才');
  await page.keyboard.press('Enter');
  await expect(folderOf(page, '人才')).toContainText('2');

  await chooseInFolderMenu(page, '人才', '下移');
  await expect(page.getByRole('grid', { name: '文件夹' }).getByRole('row').last()).toContainText('人才');
  await chooseInFolderMenu(page, '人才', '删除');
  await expect(folderOf(page, '人才')).toHaveCount(0);
  await expect(rows(page)).toHaveCount(18);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(folderOf(page, '人才')).toContainText('2');
  await page.getByRole('radio', { name: '时间线' }).check({ force: true });
  await expect(page.getByRole('heading', { level: 2, name: '2015 年' })).toBeVisible();
  await first.app.close();

  const second = await start();
  await expect(second.page.getByRole('radio', { name: '时间线' })).toBeChecked();
  await second.page.getByRole('radio', { name: '列表' }).check({ force: true });
  await expect(second.page.getByRole('grid', { name: '文件夹' }).getByRole('row').last()).toContainText(
    '人才',
  );
  await folderOf(second.page, '人才').click();
  await expect(rows(second.page)).toHaveCount(2);
  await expect(rows(second.page).filter({ hasText: talents })).toContainText('待办');
});

test('filters narrow the list by what they count; chips take them away again', async ({ start }) => {
  const { page } = await start();
  const issuer = page.locator('.facet', { hasText: '发文机关' });
  await issuer.focus();
  await page.keyboard.press('Enter');
  const government = page.getByRole('menuitemcheckbox', { name: '上海市人民政府', exact: true });
  await expect(government).toContainText('6');
  await government.press('Space');
  await expect(government).toHaveAttribute('aria-checked', 'true');
  await page.keyboard.press('Escape');
  await expect(issuer).toBeFocused();
  await expect(rows(page)).toHaveCount(6);
  await expect(page.getByRole('status').filter({ hasText: '6 / 18' })).toBeVisible();

  const text = page.getByRole('searchbox', { name: '按标题或文号筛选' });
  await text.fill('滬府規[2020]２４');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('服务贸易');
  await page.getByRole('button', { name: '去掉筛选“发文机关 · 上海市人民政府”' }).press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await text.fill('没有这样的词');
  await expect(page.getByText('没有符合筛选的文件')).toBeVisible();
  await page.getByRole('button', { name: '显示全部' }).press('Enter');
  await expect(text).toBeFocused();
  await expect(rows(page)).toHaveCount(18);

  // What is asked for stays while a document is read, and who comes back stands at its row.
  await page.getByLabel('排序').selectOption({ label: '标题拼音' });
  await titleOf(page, talents).press('Enter');
  await expect(page.locator('article.sheet')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(titleOf(page, talents)).toBeFocused();
  await expect(page.getByRole('columnheader', { name: '标题' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByLabel('排序').selectOption({ label: '书库顺序' });

  // Folding a compilation hides its rows and no count.
  const parts = page.getByRole('button', { name: '所含的文件' });
  await parts.press('Enter');
  await expect(parts).toHaveAttribute('aria-expanded', 'false');
  await expect(rows(page)).toHaveCount(5);
  await expect(page.getByText(/^18 份文件/)).toBeVisible();
  await text.fill('常住户口');
  await expect(rows(page)).toHaveCount(2);
});

test('the timeline is a list by year for keys, and fits a narrow window', async ({ start }) => {
  const { app, page } = await start();
  await page.getByRole('radio', { name: '时间线' }).check({ force: true });
  const entries = page.locator('.timeline-entry');
  await expect(entries).toHaveCount(18);
  await expect(entries.first()).toContainText('施行 2015-11-01 · 有效期至 2022-10-31');
  await expect(page.getByText(/原文没有载明施行日期/)).toBeVisible();
  await entries.first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(entries.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(entries.last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(entries.first()).toBeFocused();
  await page.getByRole('radio', { name: '有效期至' }).check({ force: true });
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText('2022 年');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(320, 700));
  await expect(page.locator('.timeline-track').first()).toBeHidden();
  const sideways = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await entries.first().press('Enter');
  await expect(page.locator('article.sheet')).toBeVisible();
});
