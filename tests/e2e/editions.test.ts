import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { markedTexts, openFromLibrary, selectPassage } from '../../build/tour/journey.ts';
import { goTo } from '../support/keys.ts';
import {
  annotate,
  became,
  changed,
  deleted,
  moved,
  reordered,
  reworked,
  still,
  title,
  updateLibrary,
} from '../support/new-edition.ts';
import { copyOfApp, test } from '../support/reader-app.ts';
import { openStorageIn } from '../support/seeded-notes.ts';

const itemOf = (page: Page, words: string) =>
  page.locator('[data-review]').filter({ has: page.locator('section:first-child mark', { hasText: words }) });
const state = (page: Page) => page.getByRole('main').getByRole('status');

test('notes go with their document to its new edition, and what has to be looked at stands side by side', async ({
  start,
  home,
}) => {
  const notes = await annotate(home);
  // Where the document was left: at words that stand in another paragraph of the new edition.
  const left = notes.find(({ anchor }) => anchor.exact === reordered)?.anchor;
  if (left === undefined) throw new Error('no note to have been left at');
  await (await openStorageIn(home)).savePosition({
    documentId: left.documentId,
    place: left.start,
    anchor: left,
    progress: 0.5,
    readAt: '2026-11-20T08:00:00.000Z',
  });
  const folder = await copyOfApp(home);
  await updateLibrary(folder);
  const { page } = await start({ folder });

  // The start says so, and the notes stand on the right words.
  await expect(page.getByText(/文件有新版，\d 条笔记需要核对/)).toBeVisible();
  await openFromLibrary(page, title);
  await expect(page.locator('[data-block]', { hasText: reordered })).toBeInViewport();
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
  await goTo(page, page.getByRole('button', { name: '去核对' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '核对笔记' })).toBeVisible();
  await expect(state(page)).toHaveText('5 条待核对');
  const change = itemOf(page, changed);
  await expect(change.getByRole('region', { name: '原来' }).locator('mark del')).toHaveText('缩短至15');
  await expect(change.getByRole('region', { name: '新版' }).locator('mark ins')).toHaveText('压缩至10');
  await expect(change.getByRole('region', { name: '新版' }).locator('mark')).toHaveText(became);

  // What only moved is accepted at once, and that is one step to take back.
  await page.getByRole('button', { name: /接受全部只是移动的/ }).click();
  await expect(state(page)).toHaveText('3 条待核对');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(state(page)).toHaveText('5 条待核对');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(state(page)).toHaveText('3 条待核对');

  // By keyboard: the change is accepted, the focus goes on to the next note.
  await goTo(page, change.getByRole('button', { name: '接受' }));
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
  await page.keyboard.press('ControlOrMeta+2');
  await expect(page.getByRole('main').getByRole('status').first()).toContainText(`${notes.length} 条笔记`);
  await expect(page.getByRole('button', { name: '去核对' })).toHaveCount(0);
});

test('the queue in English; a second start says nothing new', async ({ start, home }) => {
  const notes = await annotate(home);
  const folder = await copyOfApp(home);
  await updateLibrary(folder);
  const storage = await openStorageIn(home);
  await storage.saveSettings({ language: 'en', route: { view: 'review' } });
  const first = await start({ folder });
  await expect(first.page.getByRole('heading', { level: 1, name: 'Check notes' })).toBeVisible();
  await expect(first.page.locator('[data-review]')).toHaveCount(notes.length - 1);
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
