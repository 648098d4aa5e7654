import { expect, type Page } from 'playwright/test';
import { openFromLibrary } from '../../build/tour/journey.ts';
import { goTo } from '../support/keys.ts';
import { test } from '../support/reader-app.ts';

const sheet = (page: Page) => page.locator('article.sheet').first();
const theme = (page: Page) => page.locator('html').getAttribute('data-theme');

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('dialog', { name: /^(设置|Settings)$/ })).toBeVisible();
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('by keys alone the text is set anew at once, for one document or all, and stays so', async ({
  start,
}) => {
  const first = await start();
  const { page } = first;
  await openFromLibrary(page, /陆家嘴/);
  await page.keyboard.press('Alt+ArrowDown');
  const paragraph = await page.locator('[data-block]:focus').getAttribute('data-block');
  await openSettings(page);
  const dialog = page.getByRole('dialog');

  await goTo(page, dialog.getByRole('radio', { name: '跟随系统' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'white');
  await expect(page.locator('main')).toHaveCSS('background-color', 'rgb(255, 255, 255)');

  const apart = dialog.getByRole('switch', { name: '只用于本文件' });
  await goTo(page, apart);
  await page.keyboard.press('Space');
  await expect(apart).toBeChecked();
  await goTo(page, dialog.getByRole('radio', { name: '宋体' }));
  await page.keyboard.press('ArrowRight');
  await expect(dialog.getByRole('radio', { name: '仿宋' })).toBeChecked();
  await expect(sheet(page)).toHaveCSS('font-family', /^FangSong/);
  await goTo(page, dialog.getByRole('slider', { name: '正文字号' }));
  await page.keyboard.press('ArrowRight');
  await expect(sheet(page)).toHaveCSS('font-size', '20px');
  await goTo(page, dialog.getByRole('slider', { name: '行距' }));
  await page.keyboard.press('Home');
  await expect(sheet(page)).toHaveCSS('line-height', '28px');
  const measure = dialog.getByRole('slider', { name: '每行字数' });
  await goTo(page, measure);
  await page.keyboard.press('Home');
  await expect(measure).toHaveAttribute('aria-valuetext', '20 字');
  const width = () =>
    page
      .locator('.block-paragraph')
      .first()
      .evaluate((block) => block.getBoundingClientRect().width);
  await expect.poll(width).toBeCloseTo(400, 0);
  await goTo(page, dialog.getByRole('radio', { name: '空两字' }));
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('article .block-paragraph').first()).toHaveCSS('text-indent', '0px');
  await goTo(page, dialog.getByRole('switch', { name: '两端对齐' }));
  await page.keyboard.press('Space');
  await expect(sheet(page)).toHaveCSS('text-align', 'start');
  // What is set shows in the sample too; headings keep their own faces.
  const sample = dialog.locator('.sample');
  await expect(sample).toHaveCSS('font-family', /^FangSong/);
  await expect(sample.locator('.heading-hei')).toHaveCSS('font-family', /Sans/);
  await closeDialog(page);
  await expect(page.locator(`[data-block="${paragraph}"]`)).toBeFocused();

  // Another document is set as all are, and so is what is changed there.
  await openFromLibrary(page, /服务贸易/);
  await expect(sheet(page)).toHaveCSS('font-size', '18px');
  await page.keyboard.press('ControlOrMeta+Equal');
  await expect(sheet(page)).toHaveCSS('font-size', '20px');
  await first.app.close();

  const second = await start();
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'white');
  await expect(sheet(second.page)).toHaveCSS('font-size', '20px');
  await expect(sheet(second.page)).toHaveCSS('font-family', /^"Noto Serif CJK SC"/);
  await openFromLibrary(second.page, /陆家嘴/);
  await expect(sheet(second.page)).toHaveCSS('font-family', /^FangSong/);
  await openSettings(second.page);
  await second.page.getByRole('button', { name: '恢复默认排印' }).click();
  await expect(sheet(second.page)).toHaveCSS('line-height', '35.1px');
  await second.page.getByText('只用于本文件').click();
  await expect(sheet(second.page)).toHaveCSS('font-size', '20px');
});

test('the place being read stays when the text is set anew', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /工作报告/);
  const block = page.locator('[data-block]', { hasText: '人均基本养老金增长15%' });
  await block.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  await expect(block).toBeInViewport();
  for (const keys of ['ControlOrMeta+Equal', 'ControlOrMeta+Equal', 'ControlOrMeta+-', 'ControlOrMeta+0']) {
    await page.keyboard.press(keys);
    await expect(block).toBeInViewport();
  }
});

test('the switch of light and dark comes back to the light theme last used', async ({ start }) => {
  const { app, page } = await start();
  for (const [name, light] of [
    ['白色', 'white'],
    ['高对比', 'contrast'],
  ] as const) {
    await page.locator('.top-bar').getByRole('button', { name: '设置', exact: true }).click();
    await page.getByRole('radio', { name }).check({ force: true });
    await closeDialog(page);
    await expect(page.locator('.top-bar').getByRole('button', { name: '设置', exact: true })).toBeFocused();
    await expect.poll(() => theme(page)).toBe(light);
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await expect.poll(() => theme(page)).toBe('dark');
    const background = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor());
    await expect.poll(background).toBe('#1C1B19');
    await page.keyboard.press('ControlOrMeta+Shift+L');
    await expect.poll(() => theme(page)).toBe(light);
  }
  // A system that asks for more contrast has it under the theme that follows the system.
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-settings')?.click());
  await page.getByRole('radio', { name: '跟随系统' }).check({ force: true });
  await expect.poll(() => theme(page)).toBe('paper');
  await page.emulateMedia({ contrast: 'more', colorScheme: 'dark' });
  await expect.poll(() => theme(page)).toBe('contrast-dark');
  await page.emulateMedia({ contrast: 'more', colorScheme: 'light' });
  await expect.poll(() => theme(page)).toBe('contrast');
});

test('colours have the words of the user, and single keys can be switched off', async ({ start }) => {
  const first = await start();
  const { page } = first;
  await openFromLibrary(page, /陆家嘴/);
  await openSettings(page);
  const dialog = page.getByRole('dialog');
  await goTo(page, dialog.getByRole('tab', { name: '显示' }));
  await page.keyboard.press('ArrowRight');
  const yellow = dialog.getByRole('textbox', { name: '黄色' });
  await expect(yellow).toHaveAttribute('placeholder', '期限');
  await expect(dialog.getByRole('textbox', { name: '下划线' })).toHaveAttribute('placeholder', '重点');
  await goTo(page, yellow);
  await page.keyboard.type('红线 指标');
  await goTo(page, dialog.getByRole('tab', { name: '批注' }), 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  const bare = dialog.getByRole('switch', { name: '单键快捷键' });
  await goTo(page, bare);
  await page.keyboard.press('Space');
  await expect(bare).not.toBeChecked();
  await closeDialog(page);

  // Nothing happens by a single key, and the help does not speak of them.
  const notes = page.getByRole('tab', { name: /^笔记/ });
  await page.keyboard.press('Alt+ArrowDown');
  for (const key of ['1', 'u', 'n', 'b', 'Shift+?']) await page.keyboard.press(key);
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: '快捷键' });
  await expect(help.getByText('单键快捷键已在设置中关闭，改为同时按 Alt。')).toBeVisible();
  await expect(help.locator('dl > div', { hasText: '加下划线' }).locator('kbd')).toHaveText(['Alt', 'U']);
  await expect(help.getByText('F1', { exact: true })).toBeVisible();
  await closeDialog(page);
  await expect(notes).toHaveText('笔记');
  await expect(
    page.getByRole('navigation', { name: '位置' }).getByRole('button', { name: /^书签/ }),
  ).toHaveText('书签');
  await page.keyboard.press('ControlOrMeta+D');
  await expect(page.getByText('已加书签')).toBeVisible();
  // What the help and the tooltips say then does work.
  await page.locator('article [data-text]').nth(1).selectText();
  await expect(page.getByRole('toolbar').getByRole('button', { name: /^绿色/ })).toHaveAttribute(
    'data-tip',
    /Alt\+2$/,
  );
  await page.evaluate(() => getSelection()?.empty());
  await openFromLibrary(page, /工作报告/);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('o');
  await page.keyboard.press('Alt+o');
  await expect(page.locator('.original-words')).toBeVisible();
  await page.keyboard.press('Escape');
  await first.app.close();

  const second = await start();
  await openSettings(second.page);
  await second.page.getByRole('tab', { name: '批注' }).click();
  const field = second.page.getByRole('textbox', { name: '黄色' });
  await expect(field).toHaveValue('红线 指标');
  await second.page.getByRole('button', { name: '全部恢复常用词' }).click();
  await expect(field).toHaveValue('');
  await second.page.getByRole('tab', { name: '键盘' }).click();
  await second.page.getByText('单键快捷键').click();
  await second.page.getByRole('button', { name: '查看全部快捷键' }).click();
  await expect(second.page.getByRole('dialog', { name: '快捷键' }).getByText('加下划线')).toBeVisible();
  await closeDialog(second.page);
  await second.page.keyboard.press('Alt+ArrowDown');
  await second.page.keyboard.press('1');
  await expect(second.page.getByRole('tab', { name: /^笔记 1/ })).toBeVisible();
});

test('in forced colours and in high contrast the marks differ by their lines', async ({ start }) => {
  const { page } = await start();
  await openFromLibrary(page, /服务贸易/);
  const lines = () =>
    page
      .locator('[data-text]')
      .first()
      .evaluate((element) =>
        ['yellow', 'green', 'blue', 'pink', 'purple', 'underline'].map((name) => {
          const { textDecorationStyle, textDecorationThickness } = getComputedStyle(
            element,
            `::highlight(mark-${name})`,
          );
          return `${textDecorationStyle} ${textDecorationThickness}`;
        }),
      );
  await openSettings(page);
  await page.getByRole('radio', { name: '高对比' }).check({ force: true });
  expect(new Set(await lines()).size).toBe(6);
  await page.getByRole('radio', { name: '跟随系统' }).check({ force: true });
  await page.emulateMedia({ forcedColors: 'active' });
  expect(new Set(await lines()).size).toBe(6);
  const chosen = page.locator('.theme', { has: page.getByRole('radio', { checked: true }) });
  await expect(chosen).toHaveCSS('outline-style', 'solid');
  await closeDialog(page);
  // The text takes the system's colours, whatever the theme's.
  const ink = await page.evaluate(() => {
    const probe = document.createElement('span');
    probe.style.color = 'CanvasText';
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  await expect(page.locator('.block-paragraph [data-text]').first()).toHaveCSS('color', ink);
});
