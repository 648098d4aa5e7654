import { expect } from 'playwright/test';
import { goTo, openDocument } from '../support/keys.ts';
import { test } from '../support/reader-app.ts';

// As in keyboard.test.ts: nothing in here clicks, and nothing gives the focus but keys.

test('by keys alone: a note gets a day, goes into the trash and comes back', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, /工作报告/);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: '笔记（支持 Markdown）' })).toBeFocused();
  await page.keyboard.type('按季核对');
  const due = page.getByLabel('期限', { exact: true });
  await goTo(page, due);
  // Year, month and day, in whatever order the system writes them: up from nothing is this year, January, the first.
  for (const key of ['ArrowUp', 'ArrowRight', 'ArrowUp', 'ArrowRight', 'ArrowUp'])
    await page.keyboard.press(key);
  await expect(due).toHaveValue(/^\d{4}-01-01$/);
  await page.keyboard.press('ControlOrMeta+Enter');
  const card = page.getByRole('article').filter({ hasText: '按季核对' });
  await expect(card.getByText(/逾期|到期/)).toBeVisible();
  await goTo(page, card.getByRole('checkbox', { name: '待办' }));
  await page.keyboard.press('Space');
  await expect(card.getByRole('checkbox', { name: '已办' })).toBeChecked();
  await goTo(page, card.getByRole('button', { name: '删除' }));
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByRole('heading', { level: 1, name: '笔记' })).toBeVisible();
  await goTo(page, page.getByRole('button', { name: '回收站 1' }));
  await page.keyboard.press('Enter');
  await goTo(page, page.getByRole('button', { name: '恢复' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('已恢复 1 条笔记')).toBeVisible();
  await goTo(page, page.getByRole('button', { name: '返回笔记' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').filter({ hasText: '按季核对' })).toBeVisible();
});

test('by keys alone: a document goes into a folder, another stands beside it, the theme is changed', async ({
  start,
}) => {
  const { page } = await start();
  const dialog = page.getByRole('dialog');
  await goTo(page, page.getByRole('button', { name: '新建文件夹' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '名称' })).toBeFocused();
  await page.keyboard.type('人才与落户');
  await page.keyboard.press('Enter');
  const folder = page.getByRole('grid', { name: '文件夹' }).getByRole('row', { name: '人才与落户' });
  await expect(folder).toContainText('0');
  await expect(dialog).toHaveCount(0);
  const title = page.getByRole('table').getByRole('button', { name: /引进人才申办本市常住户口/ });
  await expect(page.getByRole('table').getByRole('button', { name: '操作' }).first()).toBeVisible();
  await goTo(page, title);
  await page.keyboard.press('Shift+F10');
  await goTo(page, page.getByRole('menuitem', { name: '放入文件夹…' }), 'ArrowDown', 8);
  await page.keyboard.press('Enter');
  await goTo(page, dialog.getByRole('checkbox', { name: '人才与落户' }), 'Tab', 6);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(folder).toContainText('1');
  await expect(dialog).toHaveCount(0);
  await goTo(page, page.getByRole('button', { name: '新建文件夹' }), 'Shift+Tab');
  await goTo(page, folder, 'Tab', 2);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '人才与落户' })).toBeVisible();
  await goTo(page, title);
  await page.keyboard.press('Enter');
  await expect(page.locator('article.sheet')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+\\');
  await goTo(page, page.getByRole('menuitem', { name: '另一份文件…' }), 'ArrowDown', 6);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('工作報告');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-pane=second] article')).toBeVisible();
  await goTo(page, page.getByRole('separator', { name: '两栏的分界' }));
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('separator')).toHaveAttribute('aria-valuenow', '55');
  await page.keyboard.press('ControlOrMeta+\\');
  await goTo(page, page.getByRole('menuitem', { name: '关闭分栏' }), 'ArrowDown', 6);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-pane=second]')).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+,');
  await goTo(page, dialog.getByRole('radio', { name: '跟随系统' }), 'Tab', 12);
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'paper');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'white');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
