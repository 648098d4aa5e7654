import { expect, type Page } from 'playwright/test';
import { markedTexts, openFromLibrary, paintedTexts } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

const extended = /科技创新中心建设实施更加开放/;

async function openInformation(page: Page, title: RegExp): Promise<void> {
  await openFromLibrary(page, title);
  await page.getByRole('tab', { name: '信息' }).click();
  await expect(page.getByRole('heading', { name: '引用的文件' })).toBeVisible();
}

const fieldOf = (page: Page, label: string) =>
  page.locator('.information-field').filter({ has: page.locator(`dt:text-is("${label}")`) });
const listOf = (page: Page, name: string) => page.getByRole('region', { name });
const judge = (page: Page, day: string) => page.getByLabel('按此日判断').fill(day);

test('each field says whether it is stated, in which words and where, inferred and why, or missing', async ({
  start,
}) => {
  const { page } = await start();
  await openInformation(page, /服务贸易创新发展试点/);
  const effective = fieldOf(page, '施行日期');
  await expect(effective).toContainText('2020-11-06');
  await expect(effective.locator('.information-quote')).toHaveText('自 2020 年 11 月 6 日起施行');
  await expect(fieldOf(page, '层级').locator('.basis')).toHaveText('推断');
  await expect(fieldOf(page, '层级').locator('.information-why')).not.toBeEmpty();
  const expires = fieldOf(page, '有效期至');
  await expect(expires.locator('.basis')).toHaveText('未载明');
  await expect(expires.locator('.information-why')).toContainText('在国家规定期限内完成试点任务');
  await expect(expires.getByRole('button')).toHaveCount(0);

  await effective.getByRole('button', { name: '原文载明 看施行日期的出处' }).click();
  await expect
    .poll(async () => (await markedTexts(page))['search-hit']?.map((text) => text.replace(/\s/g, '')))
    .toEqual(['自2020年11月6日起施行']);
  await expect(page.locator('[data-block]:focus')).toBeInViewport();
});

test('validity is judged on any day, beside the text and in the library alike', async ({ start }) => {
  const { page } = await start();
  await openInformation(page, extended);
  await expect(fieldOf(page, '有效期至').locator('.information-quote')).toHaveText(
    '有效期延至2022年10月31日',
  );
  await expect(fieldOf(page, '延期前有效期至')).toContainText('2017-10-31');
  const validity = listOf(page, '效力').locator('.pill');
  await expect(validity).toHaveText('已失效');
  for (const [day, expected] of [
    ['2015-10-31', '尚未施行'],
    ['2015-11-01', '现行'],
    ['2022-08-01', '现行'],
    ['2022-08-02', '将到期'],
    ['2022-10-31', '将到期'],
    ['2022-11-01', '已失效'],
    ['2016-05-04', '现行'],
  ] as const) {
    await judge(page, day);
    await expect(validity, day).toHaveText(expected);
  }

  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByLabel('按此日判断')).toHaveValue('2016-05-04');
  const rows = page.getByRole('main').getByRole('rowheader');
  await page.getByRole('button', { name: /^现行/ }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('科技创新中心建设实施更加开放');
  await judge(page, '2021-01-01');
  await expect(page.getByRole('button', { name: /^现行 8/ })).toBeVisible();
  await expect(rows).toHaveCount(8);
  await page.getByRole('button', { name: /^国家/ }).click();
  await expect(page.getByText('没有符合筛选的文件')).toBeVisible();
  await page.getByRole('button', { name: '显示全部' }).click();
  await expect(rows).toHaveCount(18);
  await page.getByRole('button', { name: '今天', exact: true }).click();
  await expect(page.getByRole('button', { name: '今天', exact: true })).toHaveCount(0);
});

test('the library is sorted by its heads; parts stand below their compilation in its own order', async ({
  start,
}) => {
  const { page } = await start();
  const rows = page.getByRole('main').locator('tbody tr');
  const head = page.getByRole('columnheader', { name: '成文日期' });
  await expect(rows.locator('visible=true').first()).toBeVisible();
  await expect(page.locator('.library-part')).toHaveCount(13);
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('.library-part')).toHaveCount(0);
  await expect(rows.first()).toContainText('2020-11-05');
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.first()).toContainText('2021-07-21');
  await expect(rows.last()).not.toContainText(/20\d\d-\d\d-\d\d$/);
  await head.getByRole('button').click();
  await expect(page.locator('[aria-sort]')).toHaveCount(0);
  await expect(page.locator('.library-part')).toHaveCount(13);
});

test('backlinks lead to the citing place; citations lead into the library or say that there is none', async ({
  start,
}) => {
  const { page } = await start();
  await openInformation(page, /留学回国人员申办上海常住户口实施细则/);
  await expect(fieldOf(page, '废止')).toContainText('沪人社外发〔2015〕49号');
  const cited = listOf(page, '引用的文件').getByRole('listitem');
  const former = cited.filter({ hasText: '沪人社外发〔2015〕49号' });
  // The same title as the document's own, but another number: not a link.
  await expect(former).toContainText('库内无此文件');
  await former.getByRole('button', { name: '正文 1 处' }).click();
  await expect
    .poll(async () => (await markedTexts(page))['search-hit'])
    .toEqual(['《留学回国人员申办上海常住户口实施细则》']);

  await listOf(page, '收入')
    .getByRole('button', { name: /政策汇编/ })
    .click();
  await expect(page.locator('[data-block="001-b0024"]')).toBeInViewport();
  await expect.poll(async () => (await paintedTexts(page))['search-hit']?.join('')).toContain('实施细则');
  await expect(page.locator('main.page')).toHaveAttribute('aria-label', /政策汇编/);
  await listOf(page, '引用的文件')
    .getByRole('button', { name: /创业投资持续健康/ })
    .click();
  await expect(page.locator('main.page')).toHaveAttribute('aria-label', /创业投资持续健康/);
});

test('an abbreviation stands once, with what it stands for and all of its places', async ({ start }) => {
  const { page } = await start();
  await openInformation(page, /区域性股权市场规范健康发展/);
  const short = listOf(page, '简称').getByRole('listitem').filter({ hasText: '《办法》' });
  await expect(short).toContainText('《区域性股权市场监督管理试行办法》');
  const places = Number(/\d+/.exec((await short.getByRole('button').textContent()) ?? '')?.[0]);
  expect(places).toBeGreaterThan(1);
  await short.getByRole('button').click();
  await expect
    .poll(async () => (await markedTexts(page))['search-hit'])
    .toEqual(Array.from({ length: places }, () => '《办法》'));
});

test('nothing of it lengthens the window', async ({ start }) => {
  const { page } = await start();
  await openInformation(page, extended);
  await judge(page, '2022-09-01');
  expect(
    await page.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return [scrollHeight - clientHeight, scrollWidth - clientWidth];
    }),
  ).toEqual([0, 0]);
});
