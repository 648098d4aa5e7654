import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { markedTexts, openFromLibrary, selectPassage } from '../../build/tour/journey.ts';
import type { Annotation } from '../../preload/contract/index.ts';
import { violations } from '../support/accessibility.ts';
import { type Edit, editedLibrary } from '../support/edited-library.ts';
import { copyOfApp, test } from '../support/reader-app.ts';
import { annotationOn, openStorageIn } from '../support/seeded-notes.ts';

const source = '003_ba29fc60ce853ee2.txt';
const title = /服务贸易创新发展试点/;

const still = '加快推进本市服务贸易改革开放';
const moved = '简化外资旅行社审批流程,实行企业承诺制';
const changed = '审批时限由现在的30个工作日缩短至15个工作日';
const became = '审批时限由现在的30个工作日压缩至10个工作日';
const deleted = '探索国土空间规划资质管理工作';
const reordered = '建立建筑师负责制的常态化运行机制';
const reworked = '探索将外籍人员子女学校审批权从市级教育主管部门进一步下放';

const edits: readonly Edit[] = [
  ['二、试点任务', '各区要结合实际,另行制定年度工作安排。\n\n二、试点任务'],
  [changed, became],
  [`${deleted}。`, ''],
  [`探索国际通用的建筑工程设计咨询服务模式,${reordered}。`, ''],
  ['3.提高政务服务效能。', `3.提高政务服务效能。探索国际通用的建筑工程设计咨询服务模式,${reordered}。`],
  [`${reworked}。`, '教育方面的审批另行规定。'],
];

/** The library of an app exchanged for one with the edited document, as an update of the program does it. */
async function updateLibrary(folder: string): Promise<void> {
  const bytes = await editedLibrary(source, edits);
  await writeFile(path.join(folder, 'dist', 'content.db'), bytes);
  const hash = createHash('sha256').update(bytes).digest('hex');
  await writeFile(path.join(folder, 'dist', 'content.db.sha256'), hash);
}

/** Notes on six passages, as the app keeps them, before the update. */
async function annotate(home: string): Promise<readonly Annotation[]> {
  const storage = await openStorageIn(home);
  const notes: Annotation[] = [];
  for (const words of [still, moved, changed, deleted, reordered, reworked]) {
    notes.push(await annotationOn(storage, '003', words, { note: words === deleted ? '不可丢失' : '' }));
  }
  await storage.applyAnnotations({ put: notes, remove: [] });
  return notes;
}

const itemOf = (page: Page, words: string) =>
  page.locator('[data-review]').filter({ has: page.locator('section:first-child mark', { hasText: words }) });
const state = (page: Page) => page.getByRole('main').getByRole('status');

test('notes go with their document to its new edition, and what has to be looked at stands side by side', async ({
  start,
  home,
}) => {
  const notes = await annotate(home);
  const folder = await copyOfApp(home);
  await updateLibrary(folder);
  const { page } = await start({ folder });

  // The start says so, and the notes stand on the right words.
  await expect(page.getByText(/文件有新版，\d 条笔记需要核对/)).toBeVisible();
  await openFromLibrary(page, title);
  await expect
    .poll(async () => new Set((await markedTexts(page))['mark-yellow']))
    .toEqual(new Set([still, moved, became, reordered]));
  await page.getByRole('tab', { name: `笔记 ${notes.length}` }).click();
  const panel = page.getByRole('complementary');
  await expect(panel.getByRole('article').filter({ hasText: became })).toContainText('原文有改动，请核对');
  await expect(panel.getByRole('article').filter({ hasText: deleted })).toContainText('新版中没有找到');
  await expect(panel.getByRole('article').filter({ hasText: deleted })).toContainText('不可丢失');

  // The queue, reached from the notes.
  await page.keyboard.press('ControlOrMeta+2');
  await page.getByRole('button', { name: '去核对' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '核对笔记' })).toBeVisible();
  await expect(state(page)).toHaveText('5 条待核对');
  const change = itemOf(page, changed);
  await expect(change.getByRole('region', { name: '原来' }).locator('mark del')).toHaveText('缩短至15');
  await expect(change.getByRole('region', { name: '新版' }).locator('mark ins')).toHaveText('压缩至10');
  await expect(change.getByRole('region', { name: '新版' }).locator('mark')).toHaveText(became);
  expect(await violations(page)).toEqual([]);

  // What only moved is accepted at once, and that is one step to take back.
  await page.getByRole('button', { name: /接受全部只是移动的/ }).click();
  await expect(state(page)).toHaveText('3 条待核对');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(state(page)).toHaveText('5 条待核对');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(state(page)).toHaveText('3 条待核对');

  // By keyboard: the change is accepted, the focus goes on to the next note.
  await change.getByRole('button', { name: '接受' }).focus();
  await page.keyboard.press('Enter');
  await expect(state(page)).toHaveText('2 条待核对');
  await expect(page.locator('[data-review] [data-first]:focus')).toBeVisible();

  // A note whose words are gone gets a place that is chosen in the text.
  await itemOf(page, deleted).getByRole('button', { name: '在新文中另选…' }).click();
  await expect(page.getByRole('region', { name: '为笔记另选位置' })).toBeVisible();
  await selectPassage(page, became);
  await page.getByRole('button', { name: '挂到所选文字' }).click();
  await expect(page.getByText('已挂到所选文字')).toBeVisible();
  await expect(state(page)).toHaveText('1 条待核对');
  // The other is kept as a note on the whole document.
  await itemOf(page, reworked).getByRole('button', { name: '作为全文笔记保留' }).click();
  await expect(page.getByText('没有需要核对的笔记')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByRole('main').getByRole('status').first()).toContainText(`${notes.length} 条笔记`);
  await expect(page.getByRole('button', { name: '去核对' })).toHaveCount(0);
});

test('the queue in English, in the dark and in a narrow window; a second start says nothing new', async ({
  start,
  home,
}) => {
  const notes = await annotate(home);
  const folder = await copyOfApp(home);
  await updateLibrary(folder);
  const storage = await openStorageIn(home);
  await storage.saveSettings({ language: 'en', theme: 'dark', route: { view: 'review' } });
  const first = await start({ folder });
  await expect(first.page.getByRole('heading', { level: 1, name: 'Check notes' })).toBeVisible();
  await expect(first.page.locator('[data-review]')).toHaveCount(notes.length - 1);
  expect(await violations(first.page)).toEqual([]);
  await first.page.setViewportSize({ width: 400, height: 800 });
  expect(await violations(first.page)).toEqual([]);
  expect(await first.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
  // Wrong places are taken off again, and the note waits with what is like it.
  const item = first.page.locator('.review-changed').first();
  await item.getByRole('button', { name: 'Wrong place' }).click();
  await expect(first.page.locator('.review-changed')).toHaveCount(0);
  await expect(first.page.locator('[data-review]')).toHaveCount(notes.length - 1);
  await first.app.close();

  const { page } = await start({ folder });
  await expect(page.locator('.review-orphan')).toHaveCount(3);
  await expect(page.getByText(/needs? checking/)).toHaveCount(0);
  await page
    .getByRole('button', { name: new RegExp(`^Attach to: .*${became.slice(0, 8)}`) })
    .first()
    .click();
  await expect(page.locator('.review-orphan')).toHaveCount(2);
});
