import { expect } from 'playwright/test';
import {
  chooseScript,
  markedTexts,
  markSelection,
  openFromLibrary,
  selectPassage,
} from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

test('a mark and a search hit stay on their words through the script switch', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  await selectPassage(page, '物价牵动民心,必须继续抓好物价调控');
  await markSelection(page, '黄色');
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('combobox', { name: /^搜索/ }).fill('着力');
  await page.keyboard.press('Enter');
  await page.locator('[data-hit]').filter({ hasText: '著力' }).first().click();
  const simplified = { 'mark-yellow': ['物价牵动民心,必须继续抓好物价调控'] };
  const original = { 'mark-yellow': ['物價牽動民心,必須繼續抓好物價調控'] };
  await expect.poll(() => markedTexts(page)).toMatchObject(simplified);
  expect(new Set((await markedTexts(page))['search-hit'])).toEqual(new Set(['着力']));

  await chooseScript(page, '原文');
  await expect.poll(() => markedTexts(page)).toMatchObject(original);
  expect(new Set((await markedTexts(page))['search-hit'])).toEqual(new Set(['著力']));
  await chooseScript(page, '简体');
  await expect.poll(() => markedTexts(page)).toMatchObject(simplified);
});

test('a mark made in the simplified view of a traditional text keeps the original as its quote', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  await selectPassage(page, '让老年群体更有关怀');
  await markSelection(page, '紫色');
  const notes = page.getByRole('navigation', { name: '位置' }).getByRole('button', { name: /^笔记/ });
  await notes.click();
  await expect(page.getByRole('article').getByText('让老年群体更有关怀')).toBeVisible();
  await openFromLibrary(page, /工作报告/);
  await chooseScript(page, '原文');
  await notes.click();
  await expect(page.getByRole('article').getByText('讓老年群體更有關懷')).toBeVisible();
});

test('a simplified document can be read in traditional characters, and keeps its choice', async ({
  start,
}) => {
  const first = await start();
  await openFromLibrary(first.page, /服务贸易创新发展试点/);
  await expect(first.page.getByRole('radio', { name: '原文' })).toBeChecked();
  await expect(first.page.getByRole('radio', { name: '简体' })).toHaveCount(0);
  await chooseScript(first.page, '繁體');
  await expect(first.page.getByRole('heading', { name: /總體要求/ })).toBeVisible();
  await selectPassage(first.page, '強化統籌協調機制');
  await markSelection(first.page, '绿色');
  await chooseScript(first.page, '原文');
  await expect.poll(() => markedTexts(first.page)).toEqual({ 'mark-green': ['强化统筹协调机制'] });
  await chooseScript(first.page, '繁體');
  await first.app.close();

  const { page } = await start();
  await expect(page.getByRole('radio', { name: '繁體' })).toBeChecked();
  await expect.poll(() => markedTexts(page)).toEqual({ 'mark-green': ['強化統籌協調機制'] });
});
