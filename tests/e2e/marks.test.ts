import { expect, type Page } from 'playwright/test';
import {
  chooseScript,
  markedTexts,
  markSelection,
  openFromLibrary,
  paintedTexts,
  selectPassage,
} from '../../build/tour/journey.ts';
import { violations } from '../support/accessibility.ts';
import { test } from '../support/reader-app.ts';

const editorOf = (page: Page) => page.getByRole('textbox', { name: '笔记（支持 Markdown）' });
const selectedText = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? '');

test('by keys alone: sentences, a note typed at once, colours, tags, a due date, and all of it back', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('s');
  await expect.poll(() => selectedText(page)).not.toBe('');
  await page.keyboard.press('s');
  await page.keyboard.press('s');
  const one = await selectedText(page);
  await page.keyboard.press('Shift+Alt+ArrowRight');
  const two = await selectedText(page);
  expect(two.startsWith(one) && two.length > one.length).toBe(true);
  await page.keyboard.press('Shift+Alt+ArrowLeft');
  expect(await selectedText(page)).toBe(one);
  await expect(
    page.getByText(`已选 ${[...one].length} 字：${[...one].slice(0, 16).join('')}`),
  ).toBeAttached();
  await page.keyboard.press('Shift+s');
  expect(await selectedText(page)).not.toBe(one);
  await page.keyboard.press('s');

  // Not a moment between the key and the words, though the panel is closed and has never been open.
  await page.keyboard.press('ControlOrMeta+Alt+B');
  await page.keyboard.press('n');
  await page.keyboard.type('nub1按季核对');
  await expect(editorOf(page)).toHaveValue('nub1按季核对');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(editorOf(page)).toBeHidden();
  await expect.poll(() => markedTexts(page)).toEqual({ 'mark-yellow': [one] });

  // From the marker: another colour, then tags and a due date in the editor.
  await page.keyboard.press('m');
  const marker = page.getByRole('button', { name: /^笔记：.*按季核对/ });
  await expect(marker).toBeFocused();
  await page.keyboard.press('3');
  await expect.poll(() => markedTexts(page)).toEqual({ 'mark-blue': [one] });
  await page.keyboard.press('e');
  await expect(editorOf(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('人力');
  await page.getByLabel('期限', { exact: true }).fill('2026-01-05');
  await page.keyboard.press('ControlOrMeta+Enter');
  const card = page.getByRole('article').filter({ hasText: '按季核对' });
  await expect(card.getByText(/已逾期 \d+ 天/)).toBeVisible();
  await expect(card.getByText('义务')).toBeVisible();
  await card.getByRole('checkbox', { name: '待办' }).press('Space');
  await expect(card.getByRole('checkbox', { name: '已办' })).toBeChecked();
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('m');
  await expect(marker).toBeFocused();
  await page.keyboard.press('Delete');
  await expect.poll(() => markedTexts(page)).toEqual({});
  for (const what of ['删除笔记', '改待办状态', '编辑笔记', '改颜色', '写笔记']) {
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(page.getByText(`已撤销：${what}`)).toBeVisible();
  }
  await expect.poll(() => markedTexts(page)).toEqual({});
  for (const what of ['写笔记', '改颜色']) {
    await page.keyboard.press('ControlOrMeta+Shift+Z');
    await expect(page.getByText(`已重做：${what}`)).toBeVisible();
  }
  await expect.poll(() => markedTexts(page)).toEqual({ 'mark-blue': [one] });
});

test('marks over each other, whole paragraphs and the whole document', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  await selectPassage(page, '物价牵动民心');
  await markSelection(page, '绿色');
  await selectPassage(page, '牵动民');
  await markSelection(page, '蓝色');
  await expect
    .poll(() => paintedTexts(page))
    .toMatchObject({
      'mark-green': ['物价', '心'],
      'mark-blue': ['牵动民'],
      'mark-overlap': ['牵动民'],
    });
  await page.getByRole('tab', { name: '笔记 2' }).click();
  const point = await page.locator('[data-text]', { hasText: '物价牵动民心' }).evaluate((element) => {
    const node = element.firstChild;
    const at = element.textContent?.indexOf('牵动民') ?? 0;
    const range = document.createRange();
    if (node === null) return { x: 0, y: 0 };
    range.setStart(node, at + 1);
    range.setEnd(node, at + 2);
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2 - 2, y: top + height / 2 };
  });
  const seen = new Set<string>();
  for (let click = 0; click < 2; click += 1) {
    await page.mouse.click(point.x, point.y);
    await expect(page.getByText(/此处有 2 条/)).toBeVisible();
    seen.add((await page.locator('.card-selected').textContent()) ?? '');
  }
  expect(seen.size).toBe(2);

  await selectPassage(page, '物价牵动民心');
  await page.keyboard.press('Shift+N');
  await page.keyboard.type('整段要看');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.locator('.paragraph-bar')).toHaveCount(1);
  await page.getByRole('button', { name: '写一条全文笔记' }).click();
  await page.keyboard.type('总的看法');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(
    page
      .getByRole('article')
      .filter({ has: page.getByRole('button', { name: '删除' }) })
      .first(),
  ).toContainText('总的看法');
  await expect(page.getByRole('button', { name: /^笔记：全文笔记/ })).toBeAttached();
  // No marker lies over another.
  const tops = await page
    .locator('.section .marker')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top).sort((a, b) => a - b));
  expect(tops.every((top, at) => at === 0 || top - (tops[at - 1] ?? 0) >= 24)).toBe(true);
});

test('a mark drawn over a filtered table leaves out the rows that the filter hides', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /服务贸易创新发展试点/);
  const rows = page.locator('.table-frame tbody tr');
  await page.locator('.table-frame').evaluate((frame) => frame.scrollIntoView({ block: 'start' }));
  await page.getByRole('combobox', { name: '责任单位' }).fill('金融监管局');
  await page.getByRole('option', { name: /^市地方金融监督管理局/ }).click();
  const shown = rows.filter({ visible: true });
  await expect.poll(() => shown.count()).toBeLessThan(20);
  const blocks = await shown.evaluateAll((all) =>
    all.slice(0, 3).map((row) => (row instanceof HTMLElement ? (row.dataset.block ?? '') : '')),
  );
  await page.evaluate(
    ([first, last]) => {
      const texts = (id: string | undefined) => [...document.querySelectorAll(`tr [data-text="${id}"]`)];
      const from = texts(first).at(0)?.firstChild;
      const to = texts(last).at(-1)?.firstChild;
      if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, to.textContent?.length ?? 0);
    },
    [blocks[0], blocks[2]],
  );
  await markSelection(page, '粉色');
  await expect(page.getByText(/筛选隐藏的行没有标记/)).toBeVisible();
  const marked = () =>
    page.evaluate(() => [
      ...new Set(
        [...(CSS.highlights.get('mark-pink') ?? [])].map(
          ({ startContainer }) => startContainer.parentElement?.dataset.text,
        ),
      ),
    ]);
  expect((await marked()).sort()).toEqual([...blocks].sort());
  // Not on the page alone: once all rows are shown, no other is marked either.
  await page.getByRole('button', { name: '清除' }).click();
  await expect.poll(() => rows.filter({ visible: true }).count()).toBeGreaterThan(70);
  expect((await marked()).sort()).toEqual([...blocks].sort());
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(marked).toEqual([]);
});

for (const [title, script] of [
  [/工作报告/, '原文'],
  [/汇编/, '繁體'],
] as const) {
  test(`what is painted is the quote, whatever ${script} and type it is shown in`, async ({ start }) => {
    const { page } = await start();
    await openFromLibrary(page, title);
    for (let paragraph = 0; paragraph < 4; paragraph += 1) {
      await page.keyboard.press('Alt+ArrowDown');
      await page.keyboard.press(String(paragraph + 1));
      await expect(page.getByRole('tab', { name: `笔记 ${paragraph + 1}` })).toBeVisible();
    }
    const painted = () => markedTexts(page);
    const before = await painted();
    expect(Object.values(before).flat()).toHaveLength(4);
    await chooseScript(page, script);
    const quotes = page.getByRole('article').locator('q');
    await expect
      .poll(async () =>
        Object.values(await painted())
          .flat()
          .sort(),
      )
      .toEqual((await quotes.allTextContents()).sort());
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await page.keyboard.press('ControlOrMeta+Equal');
    await chooseScript(page, script === '原文' ? '简体' : '原文');
    await expect.poll(painted).toEqual(before);
  });
}
