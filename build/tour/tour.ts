import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import {
  chooseScript,
  markedTexts,
  markSelection,
  openFromLibrary,
  search,
  selectPassage,
  writeNote,
} from './journey.ts';
import { answerSaveDialog, launchApp, repository } from './launch-app.ts';

// The tour: the real app, driven through its real window from the first look at the library to the
// exported notes. Every step is checked; the first that cannot be seen to work ends it with exit code 1.

const out = path.join(repository, 'dist', 'tour');
const exported = path.join(out, '政策笔记.md');
const passage = '城保企业退休人员和镇保、新农保领取养老金人员的人均基本养老金增长15%';
const passageStored = '城保企業退休人員和鎮保、新農保領取養老金人員的人均基本養老金增長15%';
const note = '测算：对**社保基数**和明年预算的影响。';

const made: string[] = [];

async function picture(page: Page, name: string): Promise<void> {
  const file = path.join(out, `${String(made.length + 1).padStart(2, '0')}-${name}.png`);
  await page.screenshot({ path: file });
  made.push(file);
}

async function step(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  console.error(`  ${what} (${Math.round(performance.now() - start)} ms)`);
}

async function tour(): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { app, page, complaints } = await launchApp({ home: path.join(out, 'home') });
  try {
    await step('the library shows its documents', async () => {
      await expect(page.getByRole('table').getByRole('rowheader')).toHaveCount(18);
      await picture(page, 'library');
    });
    await step('the work report opens in simplified characters', async () => {
      await openFromLibrary(page, /工作报告/);
      await expect(
        page.getByRole('heading', { name: '更加努力保障和改善民生,确保市民安居乐业' }),
      ).toBeVisible();
      await picture(page, 'report-simplified');
    });
    await step('and in its original characters, and back', async () => {
      await chooseScript(page, '原文');
      await expect(
        page.getByRole('heading', { name: '更加努力保障和改善民生,確保市民安居樂業' }),
      ).toBeVisible();
      await picture(page, 'report-original');
      await chooseScript(page, '简体');
      await expect(
        page.getByRole('heading', { name: '更加努力保障和改善民生,确保市民安居乐业' }),
      ).toBeVisible();
    });
    await step('a search for 养老金 finds it in both scripts', async () => {
      const hits = await search(page, '养老金');
      await expect(hits.filter({ hasText: '養老金' }).first()).toBeVisible();
      await picture(page, 'search');
      await hits.filter({ hasText: '養老金' }).first().click();
      await expect(page.locator('[data-text]', { hasText: passage })).toBeInViewport();
      expect((await markedTexts(page))['search-hit']).toContain('养老金');
      await picture(page, 'hit-opened');
    });
    await step('a passage is highlighted', async () => {
      await selectPassage(page, passage);
      await picture(page, 'selection');
      await markSelection(page, '绿色');
      await expect.poll(async () => (await markedTexts(page))['mark-green']).toEqual([passage]);
    });
    await step('a note is written', async () => {
      await selectPassage(page, '物价牵动民心');
      await writeNote(page, note, '人力、待办');
      await expect(page.getByText('社保基数')).toBeVisible();
      await picture(page, 'note');
    });
    await step('the paragraph is bookmarked', async () => {
      await page.keyboard.press('b');
      await expect(page.getByText('已加书签')).toBeVisible();
      await page.getByRole('navigation', { name: '位置' }).getByRole('button', { name: /^书签/ }).click();
      await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
      await picture(page, 'bookmarks');
    });
    await step('the notes are looked through, in the dark as well', async () => {
      await page.getByRole('navigation', { name: '位置' }).getByRole('button', { name: /^笔记/ }).click();
      await expect(page.getByRole('main').getByRole('article')).toHaveCount(2);
      await picture(page, 'notes');
      await page.getByRole('button', { name: '切换浅色与深色' }).click();
      await openFromLibrary(page, /工作报告/);
      await picture(page, 'report-dark');
      await page.getByRole('button', { name: '切换浅色与深色' }).click();
    });
    await step('the annotated notes are exported', async () => {
      await answerSaveDialog(app, exported);
      await page.getByRole('button', { name: '导出笔记' }).click();
      await expect(page.getByText('已导出 2 条笔记')).toBeVisible();
      const text = await readFile(exported, 'utf8');
      for (const wanted of [passageStored, note, '#人力 #待办'.replaceAll('#', '\\#')])
        expect(text).toContain(wanted);
      made.push(exported);
    });
    expect(complaints).toEqual([]);
  } catch (error) {
    await picture(page, 'failed');
    throw error;
  } finally {
    await app.close();
  }
}

try {
  await tour();
  console.error('every step was seen to work');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
for (const file of made) console.log(path.relative(repository, file));
