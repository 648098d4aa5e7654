import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from 'playwright/test';
import { markedTexts, openFromLibrary, search, selectPassage, writeNote } from '../../build/tour/journey.ts';
import { answerSaveDialog } from '../../build/tour/launch-app.ts';
import { readCsv } from '../support/csv-reader.ts';
import { goTo } from '../support/keys.ts';
import { test } from '../support/reader-app.ts';

test('a note is found by its words as soon as it is saved, and no more once it is thrown away', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  await selectPassage(page, '人均基本养老金增长15%');
  await writeNote(page, '請財務處核對撥款口徑', '催办');

  const hits = await search(page, '拨款口径');
  await expect(hits).toHaveCount(1);
  await expect(hits.locator('mark')).toHaveText('撥款口徑');
  await hits.click();
  await expect(page.getByText('人均基本养老金增长15%').first()).toBeInViewport();

  await search(page, '标签:催办');
  await expect(hits.filter({ hasText: '請財務處' })).toHaveCount(1);
  await page.getByRole('button', { name: /^笔记/ }).first().click();
  await page.locator('[data-tick]').first().press('Delete');
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: /^搜索/ }).fill('拨款口径');
  await expect(page.getByText('没有找到“拨款口径”')).toBeVisible();
  // Taken back, it is found again; undoing leads to its place, from where the search is one key away.
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(page.locator('article.sheet')).toBeVisible();
  await expect(await search(page, '拨款口径')).toHaveCount(1);
});

const box = (page: Page) => page.getByRole('combobox', { name: '搜索全部政策' });
const hits = (page: Page) => page.locator('[data-hit]');
const facts = (page: Page) => page.locator('.search-head').getByRole('status');
/** How many documents the head says that there are. */
const documentsFound = async (page: Page) =>
  Number(/([\d,]+) 份文件/.exec((await facts(page).textContent()) ?? '')?.[1]);

async function type(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
}

test('what is typed is completed, and typed filters and chosen ones are the same thing', async ({
  start,
}) => {
  const { page } = await start();
  await type(page, '人才 机关:上海市');
  const options = page.getByRole('listbox', { name: '搜索建议' }).getByRole('option');
  await expect(options.filter({ hasText: '上海市人民政府' }).first()).toBeVisible();
  const wanted = await options.first().locator('.suggestion-text').textContent();
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(options).toHaveCount(0);
  await expect(box(page)).toHaveValue(`人才 机关:${wanted} `);
  const chip = page.getByRole('button', { name: `去掉筛选：机关：${wanted}` });
  const choice = page.getByRole('group', { name: '机关' }).getByRole('checkbox', { name: `${wanted} ` });
  await expect(choice.first()).toBeChecked();

  await goTo(page, chip);
  await page.keyboard.press('Enter');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('人才');
  await expect(hits(page).first()).toBeVisible();
  const facets = page.getByRole('complementary', { name: '筛选结果' });
  await expect(facets).toHaveAttribute('aria-busy', 'false');
  const all = await documentsFound(page);

  // Of every facet the count of a choice is what is left when it is chosen.
  const year = page.getByRole('group', { name: '年份' }).getByRole('checkbox').first();
  const count = Number(
    await page.getByRole('group', { name: '年份' }).locator('.facet-count').first().textContent(),
  );
  await goTo(page, year);
  await page.keyboard.press('Space');
  await expect.poll(() => documentsFound(page)).toBe(count);
  expect(count).toBeLessThan(all);
  await expect(page.getByRole('button', { name: /^去掉筛选：年份：\d{4}$/ })).toBeVisible();
  await page.keyboard.press('Space');
  await expect.poll(() => documentsFound(page)).toBe(all);

  // Enter takes the typed words, whatever is suggested; what cannot be understood is said, the rest searched.
  await type(page, '人才 年份:前年 "引进');
  await page.keyboard.press('Enter');
  await expect(options).toHaveCount(0);
  await expect(page.getByText(/年份要写成/)).toBeVisible();
  await expect(page.getByText(/引号没有成对/)).toBeVisible();
  await expect(hits(page).first()).toBeVisible();

  // An example of the help is one key away, and stands in the box.
  await goTo(page, page.getByRole('button', { name: '搜索方法' }));
  await page.keyboard.press('Enter');
  await goTo(page, page.getByRole('dialog').getByRole('button', { name: /国际航运中心/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(box(page)).toHaveValue('"国际航运中心"');
  await expect(hits(page).first()).toContainText('国际航运中心');
});

test('from a hit one walks on through the library, and back leads to the list where it was', async ({
  start,
}) => {
  const { page } = await start();
  await type(page, '融资租赁');
  await page.keyboard.press('Enter');
  await expect(hits(page).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).first()).toBeFocused();
  await page.keyboard.press('End');
  await expect(hits(page).last()).toBeFocused();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Home');
  await expect(hits(page).first()).toBeFocused();
  await page.keyboard.press('End');
  const total = Number(/([\d,]+) 段/.exec((await facts(page).textContent()) ?? '')?.[1]);
  const listed = await hits(page).count();
  const last = await hits(page).last().getAttribute('data-hit');
  await page.keyboard.press('Enter');
  const bar = page.getByRole('region', { name: '逐条看搜索结果' });
  await expect(bar).toContainText(`第 ${Number(last) + 1} 段，共 ${total} 段`);
  await expect.poll(async () => (await markedTexts(page))['search-hit']).toContain('融资租赁');
  await expect(page.locator('[data-block]:focus')).toContainText('融资租赁');

  // On to the end and beyond it, said in a sentence; and back over it.
  for (let at = Number(last) + 1; at < total; at += 1) await page.keyboard.press('F3');
  await page.keyboard.press('F3');
  await expect(bar.getByRole('status')).toContainText('从第一条看起');
  await expect(bar).toContainText(`第 1 段，共 ${total} 段`);
  await expect(page.locator('[data-block]:focus')).toContainText('融资租赁');
  await page.keyboard.press('Shift+F3');
  await expect(bar.getByRole('status')).toContainText('从最后一条看起');
  await expect(bar).toContainText(`第 ${total} 段，共 ${total} 段`);
  await expect(page.locator('[data-block]:focus')).toContainText('融资租赁');

  // All of the walk is one step.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(hits(page)).toHaveCount(listed);
  await expect(hits(page).and(page.locator(':focus'))).toHaveCount(1);
  await expect(page.locator('[data-hit]:focus')).toBeInViewport();

  // Words found in the document itself have the key while their bar is open.
  await page.keyboard.press('Enter');
  await expect(bar).toBeVisible();
  await expect(page.locator('[data-block]:focus')).toContainText('融资租赁');
  await page.keyboard.press('ControlOrMeta+F');
  const find = page.getByRole('search', { name: '在本文中查找' });
  await expect(find.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('发展');
  await expect(find.getByRole('status')).toHaveText(/^\d+ \/ \d+$/);
  const before = await bar.locator('.walk-count').textContent();
  const found = await find.getByRole('status').textContent();
  await page.keyboard.press('F3');
  await expect(find.getByRole('status')).not.toHaveText(found ?? '');
  await expect(bar.locator('.walk-count')).toHaveText(before ?? '');
});

test('where a limit cuts the hits of a document, all of them are one key away', async ({ start }) => {
  const { page } = await start();
  await type(page, '发展');
  await page.keyboard.press('Enter');
  const more = page.getByRole('button', { name: /^显示这份文件的全部/ }).first();
  await expect(more).toBeVisible();
  const name = await more.locator('xpath=ancestor::section').getByRole('heading').textContent();
  const result = page.getByRole('region', { name: name ?? '', exact: true });
  const all = Number(/全部 ([\d,]+) 段/.exec((await more.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
  await goTo(page, more);
  await page.keyboard.press('Enter');
  await expect(result.locator('[data-hit]')).toHaveCount(all);
  await expect(result.getByRole('button', { name: /^只显示前/ })).toBeFocused();
});

test('nothing found: the nearest queries are offered, none is run; results can be exported', async ({
  start,
  home,
}) => {
  const { app, page } = await start();
  await type(page, '融姿租赁');
  await page.keyboard.press('Enter');
  await expect(page.getByText('没有找到“融姿租赁”')).toBeVisible();
  const offer = page.getByRole('button', { name: /^融资租赁/ });
  await expect(offer).toContainText('改一个字');
  const promised = /(\d+) 段 · (\d+) 份文件/.exec((await offer.textContent()) ?? '');
  await expect(box(page)).toHaveValue('融姿租赁');
  await page.keyboard.press('ArrowDown');
  await expect(offer).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('融资租赁');
  await expect(facts(page)).toHaveText(
    new RegExp(`^${promised?.[1]} 段 · \\d+ 处 · ${promised?.[2]} 份文件`),
  );

  // Exact characters: the other script is not found, and that is what is offered.
  await type(page, '陸家嘴片區');
  await page.keyboard.press('Enter');
  await expect(hits(page).first()).toBeVisible();
  const exact = page.getByRole('button', { name: '只查原字形' });
  await goTo(page, exact);
  await page.keyboard.press('Space');
  await expect(exact).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('没有找到“陸家嘴片區”')).toBeVisible();
  await goTo(page, page.getByRole('button', { name: /不限原字形/ }));
  await page.keyboard.press('Enter');
  await expect(exact).toHaveAttribute('aria-pressed', 'false');
  await expect(hits(page).first()).toBeVisible();

  await type(page, '融资租赁');
  await page.keyboard.press('Enter');
  const total = Number(promised?.[1]);
  await expect(facts(page)).toHaveText(new RegExp(`^${total} 段`));
  for (const [item, name] of [
    ['表格（CSV）', '结果.csv'],
    ['文本（Markdown）', '结果.md'],
  ] as const) {
    const file = path.join(home, name);
    await answerSaveDialog(app, file);
    await goTo(page, page.getByRole('button', { name: '导出结果' }));
    await page.keyboard.press('Enter');
    await goTo(page, page.getByRole('menuitem', { name: item }), 'ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText(`已导出 ${total} 条结果到 ${name}`)).toBeVisible();
    const text = await readFile(file, 'utf8');
    expect(text).toContain('融资租赁');
    expect(text).toContain(`${total} 段 · `);
    if (name.endsWith('csv')) expect(readCsv(text)).toHaveLength(total + 2);
  }
});

test('searches are remembered and saved under names, across a restart, until one wants them gone', async ({
  start,
}) => {
  const first = await start();
  let { page } = first;
  for (const words of ['融资租赁', '养老金']) {
    await type(page, words);
    await page.keyboard.press('Enter');
    await expect(hits(page).first()).toBeVisible();
  }
  await goTo(page, page.getByRole('button', { name: '存这次搜索…' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('退休待遇');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已存为“退休待遇”')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await first.app.close();

  ({ page } = await start());
  await type(page, ' ');
  const saved = page.getByRole('region', { name: '已存的搜索' });
  const history = page.getByRole('region', { name: '搜过的' });
  await expect(history.locator('.start-query')).toHaveText(['养老金', '融资租赁']);
  await page.keyboard.press('ArrowDown');
  await expect(saved.getByRole('button', { name: /^退休待遇/ })).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('养老待遇');
  await page.keyboard.press('Enter');
  await expect(saved.getByRole('button', { name: /^养老待遇/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('养老金');
  await expect(hits(page).first()).toBeVisible();

  await page.keyboard.press('Alt+ArrowLeft');
  await goTo(page, saved.getByRole('button', { name: /^养老待遇/ }));
  await page.keyboard.press('Delete');
  await expect(saved).toHaveCount(0);
  await goTo(page, page.getByRole('button', { name: '撤销', exact: true }));
  await page.keyboard.press('Enter');
  await expect(saved.locator('.start-query')).toHaveText(['养老待遇']);

  await goTo(page, history.getByRole('button', { name: '清除记录' }));
  await page.keyboard.press('Enter');
  await expect(history.locator('.start-query')).toHaveCount(0);
  await goTo(page, history.getByRole('switch', { name: '记住搜过的词' }));
  await page.keyboard.press('Space');
  await type(page, '融资租赁');
  await page.keyboard.press('Enter');
  await expect(hits(page).first()).toBeVisible();
  await type(page, ' ');
  await expect(history).toContainText('没有记录搜过的词');
});
