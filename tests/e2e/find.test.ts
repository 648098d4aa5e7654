import { expect, type Page } from 'playwright/test';
import { openFromLibrary, paintedTexts } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

const compilation = /浦江之光”行动政策汇编/;
const plan = /服务贸易创新发展试点/;

const bar = (page: Page) => page.getByRole('search', { name: '在本文中查找' });
const field = (page: Page) => page.getByRole('searchbox', { name: '在本文中查找' });
const count = (page: Page) => bar(page).getByRole('status');
const scrollTop = (page: Page) => page.locator('main').evaluate((main) => main.scrollTop);

/** The number of places that the bar tells, once it tells one. */
async function placesTold(page: Page): Promise<number> {
  await expect(count(page)).toHaveText(/^\d+ \/ \d+$/);
  return Number((await count(page).textContent())?.split(' / ')[1]);
}

/** How far below the top of the page the place the user is at stands, and how high the page is. */
function currentPlace(page: Page): Promise<{ readonly top: number; readonly height: number } | null> {
  return page.evaluate(() => {
    const [place] = CSS.highlights.get('find-current') ?? [];
    const main = document.querySelector('main');
    if (place === undefined || main === null) return null;
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    const top = range.getBoundingClientRect().top - main.getBoundingClientRect().top;
    return { top, height: main.clientHeight };
  });
}

async function expectCurrentInSight(page: Page): Promise<void> {
  const barBottom = await bar(page).evaluate(
    (element) =>
      element.getBoundingClientRect().bottom - (element.closest('main')?.getBoundingClientRect().top ?? 0),
  );
  await expect
    .poll(async () => {
      const place = await currentPlace(page);
      return place !== null && place.top >= barBottom && place.top < place.height - 20;
    })
    .toBe(true);
}

test('words are found in the whole compilation by keys alone, and one step leads back to where one was', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, compilation);
  await page.locator('main').evaluate((main) => main.scrollTo(0, 3210));
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(3000);
  // The way down lays out what was only estimated; where it comes to rest is what has to be found again.
  await page.locator('main').press('Alt+ArrowDown');
  const before = await scrollTop(page);

  await page.keyboard.press('ControlOrMeta+F');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('優質項目');
  const all = await placesTold(page);
  expect(all).toBeGreaterThan(3);
  await expect.poll(async () => (await paintedTexts(page))['find-hit']?.length).toBe(all);
  expect(new Set((await paintedTexts(page))['find-hit'])).toEqual(new Set(['优质项目']));
  await expectCurrentInSight(page);
  const [first] = (await count(page).textContent())?.split(' / ') ?? [];

  await page.keyboard.press('Enter');
  await expect(count(page)).not.toHaveText(`${first} / ${all}`);
  await expectCurrentInSight(page);
  await page.keyboard.press('Shift+Enter');
  await expect(count(page)).toHaveText(`${first} / ${all}`);
  await page.keyboard.press('Shift+F3');
  await page.keyboard.press('F3');
  await expect(count(page)).toHaveText(`${first} / ${all}`);
  // All the way round: every place is come to once.
  const seen = new Set<string | null>();
  for (let at = 0; at < all; at += 1) {
    const told = (await count(page).textContent()) ?? '';
    seen.add(told);
    await page.keyboard.press('F3');
    await expect(count(page)).not.toHaveText(told);
  }
  expect(seen.size).toBe(all);
  await expect(count(page)).toHaveText(`${first} / ${all}`);
  await expectCurrentInSight(page);

  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('优质项目');
  await expect(page.locator('[data-block]:focus')).toContainText('优质项目');
  expect((await paintedTexts(page))['find-hit']).toBeUndefined();
  // What is selected is what is looked for next.
  await page.keyboard.press('ControlOrMeta+F');
  await expect(field(page)).toHaveValue('优质项目');
  await expect(count(page)).toHaveText(`${first} / ${all}`);
  await page.keyboard.press('F3');
  await expect(count(page)).not.toHaveText(`${first} / ${all}`);
  await page.keyboard.press('Escape');

  // The first place was in sight from where one was, so both sessions with the bar began there: one step.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(async () => Math.abs((await scrollTop(page)) - before)).toBeLessThanOrEqual(2);
});

test('the rows of a table are found, cell by cell, and a row that its filter hides is shown again', async ({
  start,
}) => {
  const { page } = await start();
  await openFromLibrary(page, plan);
  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.type('外資旅行社審批流程');
  // Once in the text and once in the table that repeats it.
  await expect(count(page)).toHaveText('1 / 2');
  await expect
    .poll(async () => (await paintedTexts(page))['find-hit'])
    .toEqual(['外资旅行社审批流程', '外资旅行社审批流程']);

  const clear = page.getByRole('button', { name: '清除' });
  await page.getByRole('combobox', { name: '责任单位' }).fill('商务委');
  await page
    .getByRole('option', { name: /^市商务委/ })
    .first()
    .click();
  await expect(clear).toBeVisible();
  const row = page.locator('tr[data-block]', { hasText: '外资旅行社审批流程' });
  await expect(row).toBeHidden();
  // Typing changes nothing about the table; going to a hidden row does.
  await field(page).fill('审批流程，实行');
  await field(page).fill('外资旅行社审批流程');
  await expect(count(page)).toHaveText('1 / 2');
  await expect(clear).toBeVisible();
  await page.keyboard.press('F3');
  await expect(count(page)).toHaveText('2 / 2');
  await expect(clear).toHaveCount(0);
  await expect(row).toBeInViewport();
  await expectCurrentInSight(page);
});

test('whatever is typed into the bar, it says something sensible and stays usable', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  await page.keyboard.press('F3');
  await expect(field(page)).toBeFocused();
  for (const bait of ['(.*)+$', '\\', '没有这样的词', '的'.repeat(10_000), '\u200b'.repeat(50)]) {
    await field(page).fill(bait);
    await expect(count(page)).toHaveText('没有找到');
  }
  await field(page).evaluate((input: HTMLInputElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(input, '養\ud83d\u0007老');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(bar(page).getByText(/已略去/)).toBeVisible();
  await field(page).fill('养老');
  await expect.poll(async () => (await paintedTexts(page))['find-current']).toEqual(['养老']);
  // The place stays the same when the other script is shown.
  await page.keyboard.press('ControlOrMeta+T');
  await expect.poll(async () => (await paintedTexts(page))['find-current']).toEqual(['養老']);
  await field(page).fill('');
  await expect(count(page)).toHaveText('');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  // Elsewhere there is no document to look through, so the key leads to the search of all.
  await page.keyboard.press('ControlOrMeta+1');
  await page.keyboard.press('ControlOrMeta+F');
  await expect(page.getByRole('combobox', { name: '搜索全部政策' })).toBeFocused();
});
