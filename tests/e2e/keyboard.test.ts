import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from 'playwright/test';
import { markedTexts } from '../../build/tour/journey.ts';
import { answerSaveDialog } from '../../build/tour/launch-app.ts';
import { goTo, openDocument } from '../support/keys.ts';
import { test } from '../support/reader-app.ts';

// The whole task without a mouse: nothing in here clicks, and nothing gives the focus but keys.

const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('from the first search to the exported note', async ({ start, home }) => {
  const { app, page } = await start();

  await page.keyboard.press('ControlOrMeta+K');
  await page.keyboard.type('养老金');
  const hits = page.locator('[data-hit]');
  await expect(hits.filter({ hasText: '養老金' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(hits.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(hits.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('combobox', { name: '搜索全部政策' })).toBeFocused();
  const wanted = hits
    .filter({ hasText: '新增養老床位' })
    .or(hits.filter({ hasText: '養老金' }))
    .first();
  await goTo(page, wanted, 'ArrowDown');
  await page.keyboard.press('Enter');

  const paragraph = page.locator('[data-block]', { hasText: '人均基本养老金增长15%' });
  await expect(paragraph).toBeInViewport();
  await expect(paragraph).toBeFocused();

  const article = page.locator('article.sheet');
  await page.keyboard.press('ControlOrMeta+T');
  await expect(article).toHaveAttribute('lang', 'zh-Hant');
  await page.keyboard.press('ControlOrMeta+T');
  await expect(article).toHaveAttribute('lang', 'zh-Hans');

  await page.keyboard.press('Alt+ArrowDown');
  const next = page.locator('[data-block]:focus-visible');
  await expect(next).toBeInViewport();
  expect(await focusedText(page)).toMatch(/^住房问题是重大民生问题/);
  const words = await next.locator('[data-text]').textContent();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(paragraph).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('2');
  await expect.poll(() => markedTexts(page)).toMatchObject({ 'mark-green': [words] });

  await page.keyboard.press('n');
  const editor = page.getByRole('textbox', { name: '笔记（支持 Markdown）' });
  await expect(editor).toBeFocused();
  await page.keyboard.type('住房：按**套数**核对。');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: '标签' })).toBeFocused();
  await page.keyboard.type('住房、待办');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(editor).toBeHidden();
  await expect(page.getByText('套数', { exact: true })).toBeVisible();
  await expect.poll(() => focusedText(page)).toMatch(/^住房问题是重大民生问题/);

  // The markers stand in the paragraph, so they are what Tab comes to next.
  const marker = page.getByRole('button', { name: /^笔记：住房问题/ });
  await goTo(page, marker, 'Tab', 3);
  await page.keyboard.press('Enter');
  const card = page.getByRole('article').filter({ hasText: '套数' });
  await expect(card.getByRole('button', { name: /^住房问题是重大民生问题/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => focusedText(page)).toMatch(/^住房问题是重大民生问题/);

  await page.keyboard.press('b');
  await expect(page.getByText('已加书签')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.getByRole('navigation', { name: '位置' }).getByText(/^书签$/)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await page.keyboard.press('ControlOrMeta+3');
  await expect(page.getByRole('heading', { level: 1, name: '书签' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(article).toBeVisible();

  const file = path.join(home, '笔记.md');
  await answerSaveDialog(app, file);
  await page.keyboard.press('ControlOrMeta+E');
  await expect(page.getByText('已导出 2 条笔记到 笔记.md')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('住房：按**套数**核对。');
});

test('chips and rows of the library, the switch of script and the tabs of the panel', async ({ start }) => {
  const { page } = await start();
  const chip = page.getByRole('button', { name: /^区级/ });
  await goTo(page, chip);
  await page.keyboard.press('Enter');
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('rowheader')).toHaveCount(1);
  await goTo(page, page.getByRole('button', { name: /^全部/ }), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('rowheader')).toHaveCount(18);

  await openDocument(page, /工作报告/);
  await goTo(page, page.getByRole('radio', { name: '简体' }), 'Shift+Tab');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: '原文' })).toBeChecked();
  await expect(page.locator('article.sheet')).toHaveAttribute('lang', 'zh-Hant');
  await page.keyboard.press('ArrowRight');

  const outline = page.getByRole('tab', { name: '目录' });
  await goTo(page, outline);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: '笔记' })).toBeFocused();
  await expect(page.getByText('还没有笔记')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: '要点' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: '信息' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(outline).toHaveAttribute('aria-selected', 'true');
  const heading = page
    .getByRole('treegrid', { name: '目录' })
    .getByRole('row', { name: /积极推进智慧城市建设/ });
  await goTo(page, page.getByRole('searchbox', { name: '筛选目录' }));
  await page.keyboard.press('ArrowDown');
  await goTo(page, heading, 'ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-block]:focus')).toContainText('积极推进智慧城市建设');
  await expect(page.locator('[data-block]:focus')).toBeInViewport();

  await page.keyboard.press('ControlOrMeta+Alt+B');
  await expect(outline).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+B');
  await expect(page.getByRole('navigation', { name: '位置' })).toHaveCount(0);
});

test('help and the sides of a narrow window open by keys, close on Escape and give the focus back', async ({
  start,
}) => {
  const { app, page } = await start();
  await openDocument(page, /工作报告/);
  await page.keyboard.press('Alt+ArrowDown');
  const paragraph = page.locator('[data-block]:focus');
  const block = await paragraph.getAttribute('data-block');
  const help = page.getByRole('dialog', { name: '快捷键' });
  await page.keyboard.press('Shift+?');
  await expect(help).toBeVisible();
  await expect(help.getByText('写笔记')).toBeVisible();
  // What lies behind the dialog takes no keys.
  await page.keyboard.press('Tab');
  await expect(help.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(page.locator(`[data-block="${block}"]`)).toBeFocused();

  // In a narrow window a side lies over the text until Escape.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(480, 700));
  const outline = page.getByRole('tab', { name: '目录' });
  await expect(outline).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Alt+B');
  await goTo(page, outline);
  await page.keyboard.press('Escape');
  await expect(outline).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('a note is edited and deleted, and the focus stays among the notes', async ({ start }) => {
  const { page } = await start();
  await openDocument(page, /工作报告/);
  for (const key of ['1', '3']) {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press(key);
  }
  const cards = page.getByRole('article').filter({ has: page.getByRole('button', { name: '删除' }) });
  await expect(cards).toHaveCount(2);
  await goTo(page, cards.nth(0).getByRole('button', { name: '编辑笔记' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '笔记（支持 Markdown）' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(cards.nth(0).getByRole('button', { name: '编辑笔记' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(cards).toHaveCount(1);
  await expect(cards.nth(0).getByRole('button').first()).toBeFocused();
  await goTo(page, page.getByRole('button', { name: '撤销' }));
  await page.keyboard.press('Enter');
  await expect(cards).toHaveCount(2);
});
