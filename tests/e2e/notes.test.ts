import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from 'playwright/test';
import { answerSaveDialog } from '../../build/tour/launch-app.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { violations } from '../support/accessibility.ts';
import { fillWithNotes } from '../support/many-notes.ts';
import { test, userFileIn } from '../support/reader-app.ts';

// Sixty notes on two documents: style n mod 6, tag n mod 5, every tenth open (every twentieth overdue), every tenth done.
const documents = ['000', '002'];
const heads = (page: Page) => page.locator('.notes-list .group-title');
const said = (page: Page) => page.getByRole('main').locator('.view-facts');
const ticks = (page: Page) => page.locator('[data-tick]');
const find = (page: Page) => page.getByRole('searchbox', { name: '在笔记中查找' });
const bar = (page: Page) => page.getByRole('toolbar', { name: '对所选笔记' });

/** The number at the end of what a choice shows. */
async function countOf(chip: ReturnType<Page['getByRole']>): Promise<number> {
  return Number(/\d+$/.exec(((await chip.textContent()) ?? '').trim())?.[0]);
}

/** What the head, the groups and the list itself say how many notes are found; they must agree. */
async function expectFound(page: Page, count: number, all: number): Promise<void> {
  await expect(said(page)).toContainText(count === all ? `${all} 条笔记` : `${count} / ${all} 条笔记`);
  if (count > 0)
    await expect(ticks(page).first().locator('xpath=../..')).toHaveAttribute('aria-setsize', String(count));
}

test('every facet narrows the list to the number it showed, and chips take it back', async ({
  start,
  home,
}) => {
  await fillWithNotes(userFileIn(home), documents, 60);
  const { page } = await start();
  await expectFound(page, 60, 60);
  await expect(
    page.getByRole('navigation', { name: '位置' }).getByRole('button', { name: /^笔记/ }),
  ).toHaveText('笔记60');

  for (const name of [/^期限/, /^重点/, /^待办/, /^已逾期/, /^已完成/, /^无待办/]) {
    const chip = page.getByRole('main').getByRole('button', { name });
    const count = await countOf(chip);
    expect(count).toBeGreaterThan(0);
    await chip.click();
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    await expectFound(page, count, 60);
    await page.getByRole('list', { name: '正在筛选' }).getByRole('button').click();
    await expectFound(page, 60, 60);
    await expect(find(page)).toBeFocused();
  }

  for (const [label, option] of [
    ['标签', /^财务/],
    ['文件', /工作报告/],
  ] as const) {
    await page.getByRole('button', { name: label, exact: true }).click();
    const choice = page.getByRole('menuitemcheckbox', { name: option });
    const count = await countOf(choice);
    await choice.press('Space');
    await page.keyboard.press('Escape');
    await expectFound(page, count, 60);
    await page.getByRole('button', { name: '全部清除' }).click();
  }

  // In the other script, the other width, and by words of the title.
  await find(page).fill('责任单位');
  await expectFound(page, 40, 60);
  await find(page).fill('責任單位 第１條');
  await expectFound(page, 1, 60);
  await find(page).fill('没有这样的词');
  await expect(page.getByText('没有符合的笔记')).toBeVisible();
  await page.getByRole('button', { name: '清除查找' }).click();
  await expectFound(page, 60, 60);

  await page.getByLabel('从', { exact: true }).fill('2026-11-20');
  await expectFound(page, 3, 60);
  await page.getByRole('combobox', { name: '排列' }).selectOption({ label: '按修改' });
  await expect(heads(page).first()).toHaveText('2026年11月 · 3');
});

test('a filter is saved, chosen, renamed and deleted, and counts what it finds', async ({ start, home }) => {
  await fillWithNotes(userFileIn(home), documents, 60);
  const { page } = await start();
  await page.getByRole('main').getByRole('button', { name: /^待办/ }).click();
  await page.getByRole('button', { name: '存为筛选…' }).click();
  await page.keyboard.type('本月要办');
  await page.keyboard.press('Enter');
  const saved = page.getByRole('list', { name: '已存筛选' });
  const entry = saved.getByRole('button', { name: /^本月要办/ });
  await expect(entry).toContainText('6 条笔记');
  await expect(entry).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: '全部清除' }).click();
  await expectFound(page, 60, 60);
  await entry.press('Enter');
  await expectFound(page, 6, 60);

  await entry.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('待办事项');
  await page.keyboard.press('Enter');
  await expect(saved.getByRole('button', { name: /^待办事项/ })).toBeFocused();
  // It stays for the next start.
  await page.reload();
  await expect(saved.getByRole('button', { name: /^待办事项/ })).toContainText('6 条笔记');
  await saved.getByRole('button', { name: '删除筛选：待办事项' }).click();
  await expect(saved).toHaveCount(0);
});

test('by keys alone: ticked notes are retagged, recoloured, given a date, exported and deleted, each one undo', async ({
  start,
  home,
}) => {
  await fillWithNotes(userFileIn(home), documents, 60);
  const { app, page } = await start();
  const notice = page.getByRole('status').filter({ hasText: '条笔记' });
  await expect(ticks(page).first()).toBeVisible();
  await find(page).press('ArrowDown');
  await expect(ticks(page).nth(0)).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar(page)).toContainText('已选 3 条');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(bar(page)).toContainText('已选 2 条');
  await page.keyboard.press('ControlOrMeta+A');
  await expect(bar(page)).toContainText('已选 60 条');

  const press = (name: string) => bar(page).getByRole('button', { name }).press('Enter');
  await press('标签…');
  await page.keyboard.type('季度、 财务');
  await page.getByRole('checkbox', { name: /人力/ }).press('Space');
  await page.getByRole('button', { name: '应用' }).press('Enter');
  await expect(notice.last()).toContainText('已修改 60 条笔记');
  const tagged = async (tag: string): Promise<number> => {
    await page.getByRole('button', { name: '标签', exact: true }).press('Enter');
    const option = page.getByRole('menuitemcheckbox', { name: new RegExp(`^${tag}`) });
    await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible();
    const count = (await option.count()) === 0 ? 0 : await countOf(option);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    return count;
  };
  expect([await tagged('季度'), await tagged('财务'), await tagged('人力')]).toEqual([60, 60, 0]);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.getByText('已撤销')).toBeVisible();
  expect([await tagged('季度'), await tagged('财务'), await tagged('人力')]).toEqual([0, 12, 12]);

  const money = page.getByRole('main').getByRole('button', { name: /^资金/ });
  await press('标记');
  await page.getByRole('dialog').getByRole('button', { name: '资金' }).press('Enter');
  await expect(money).toHaveText('资金 60');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(money).toHaveText('资金 10');

  await press('待办…');
  await page.getByRole('combobox', { name: '状态' }).selectOption({ label: '已完成' });
  await page.getByRole('button', { name: '应用' }).press('Enter');
  await expect(page.getByRole('main').getByRole('button', { name: /^已完成/ })).toHaveText('已完成 60');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.getByRole('main').getByRole('button', { name: /^已完成/ })).toHaveText('已完成 6');

  await find(page).fill('第1条');
  await find(page).press('ArrowDown');
  const file = path.join(home, '所选.md');
  await answerSaveDialog(app, file);
  await press('导出');
  await expect(page.getByText('已导出 1 条笔记到 所选.md')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('第1条：');
  await find(page).fill('');
  await press('删除');
  await expect(page.getByText('已把 60 条笔记移到回收站')).toBeVisible();
  await expect(page.getByText('还没有笔记')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expectFound(page, 60, 60);

  // Enter goes to the place of a note, and back again; F2 writes on it where it stands.
  await find(page).press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await ticks(page).nth(1).getAttribute('data-tick');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-block]:focus')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.locator(`[data-tick="${second}"]`)).toBeFocused();
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: '笔记（支持 Markdown）' })).toBeFocused();
  await page.keyboard.type('改过');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator(`#note-${second}`)).toContainText('改过');
});

test('what is deleted lies in the trash, comes back, or is erased after a question', async ({
  start,
  home,
}) => {
  await fillWithNotes(userFileIn(home), documents, 12);
  const { page } = await start();
  await expect(ticks(page).first()).toBeVisible();
  await find(page).press('ArrowDown');
  await page.keyboard.press('Delete');
  await expectFound(page, 11, 11);
  await expect(ticks(page).nth(0)).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Delete');
  await expectFound(page, 9, 9);

  await page.getByRole('button', { name: '回收站 3' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '回收站' })).toBeVisible();
  await expectFound(page, 3, 3);
  await page.getByRole('button', { name: '恢复' }).first().press('Enter');
  await expect(page.getByText('已恢复 1 条笔记')).toBeVisible();
  await expectFound(page, 2, 2);

  await page.getByRole('button', { name: '彻底删除' }).first().press('Enter');
  const question = page.getByRole('alertdialog', { name: '彻底删除？' });
  await expect(question.getByRole('button', { name: '取消' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expectFound(page, 2, 2);
  await page.getByRole('button', { name: '清空回收站' }).press('Enter');
  await question.getByRole('button', { name: '彻底删除' }).press('Enter');
  await expect(page.getByText('回收站是空的')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expectFound(page, 2, 2);
  await page.getByRole('button', { name: '返回笔记' }).press('Enter');
  await expectFound(page, 10, 10);
});

test('5,000 notes are found, walked over and changed, and axe finds nothing; nothing is cut off in a narrow window', async ({
  start,
  home,
}) => {
  await fillWithNotes(userFileIn(home), ['000', '002', '003', '004'], 5000);
  const { app, page } = await start();
  await expect(said(page)).toContainText('5,000 条笔记');
  expect(await page.locator('.notes-item').count()).toBeLessThan(60);
  await find(page).press('ArrowDown');
  await page.keyboard.press('End');
  await expect(page.locator('[data-tick]:focus')).toBeInViewport();
  await expect(page.locator('li:has([data-tick]:focus)')).toHaveAttribute('aria-posinset', '5000');
  await page.keyboard.press('Home');
  await expect(page.locator('li:has([data-tick]:focus)')).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press('ControlOrMeta+A');
  await bar(page).getByRole('button', { name: '标记' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '义务' }).press('Enter');
  await expect(page.getByText('已修改 4,167 条笔记')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: /^义务/ })).toHaveText('义务 5000');

  const setWidth = (width: number) =>
    app.evaluate(
      ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setContentSize(wanted, 860),
      width,
    );
  expect.soft(await violations(page)).toEqual([]);
  for (const width of [1320, 400]) {
    await setWidth(width);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('bookmarks are named, put into folders, found and removed by keys, and show a ribbon', async ({
  start,
}) => {
  const { page } = await start();
  const t = translatorOf('zh-CN');
  await page.keyboard.press('ControlOrMeta+1');
  await page
    .getByRole('table')
    .getByRole('button', { name: /工作报告/ })
    .first()
    .press('Enter');
  const paragraph = page.locator('[data-block]', { hasText: '人均基本养老金增长15%' });
  await paragraph.focus();
  await page.keyboard.press('b');
  await expect(page.getByText('已加书签')).toBeVisible();
  await expect(paragraph.getByRole('img', { name: '书签' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('b');
  await expect(page.getByRole('main').getByRole('img', { name: '书签' })).toHaveCount(2);

  await page.keyboard.press('ControlOrMeta+3');
  const items = page.getByRole('main').getByRole('listitem');
  await expect(items).toHaveCount(2);
  const field = page.getByRole('searchbox', { name: t('bookmarks.filter') });
  await field.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused();
  await page.keyboard.type('养老金目标');
  await page.keyboard.press('Tab');
  await page.keyboard.type('年度数字');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '年度数字 · 1' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^养老金目标/ })).toBeFocused();

  await page.getByRole('button', { name: '文件夹改名：年度数字' }).press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('目标');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '目标 · 1' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.getByRole('heading', { level: 2, name: '年度数字 · 1' })).toBeVisible();

  await field.fill('養老金目標');
  await expect(items).toHaveCount(1);
  await expect(page.getByText('1 / 2 个书签')).toBeVisible();
  await page.getByRole('button', { name: /^养老金目标/ }).press('Delete');
  await expect(page.getByText('没有符合的书签')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).press('Enter');
  await page.getByRole('button', { name: /^养老金目标/ }).press('Enter');
  await expect(page.getByRole('main').getByRole('img', { name: '书签：养老金目标' })).toBeVisible();
  await expect(paragraph).toBeFocused();
  await page.keyboard.press('b');
  await expect(page.getByRole('img', { name: '书签：养老金目标' })).toHaveCount(0);
});
