import { expect } from 'playwright/test';
import { openFromLibrary } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

for (const [width, height] of [
  [1320, 860],
  [400, 700],
] as const) {
  test(`at ${width} × ${height} every view fits and nothing scrolls sideways`, async ({ start }) => {
    const { app, page } = await start();
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
    const sideways = () =>
      page.evaluate(() => {
        const main = document.querySelector('main');
        return Math.max(
          document.documentElement.scrollWidth - innerWidth,
          main === null ? 0 : main.scrollWidth - main.clientWidth,
        );
      });
    await expect(page.getByRole('heading', { level: 1, name: '书库' })).toBeVisible();
    expect(await sideways()).toBeLessThanOrEqual(0);
    await page
      .getByRole('table')
      .getByRole('button', { name: /服务贸易/ })
      .click();
    await expect(page.locator('article.sheet')).toBeInViewport();
    expect(await sideways()).toBeLessThanOrEqual(0);
    for (const key of ['ControlOrMeta+K', 'ControlOrMeta+2', 'ControlOrMeta+3']) {
      await page.keyboard.press(key);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await sideways()).toBeLessThanOrEqual(0);
    }
  });
}

test('size, place and settings of the window are remembered', async ({ start }) => {
  const first = await start();
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1000, height: 640 }),
  );
  await openFromLibrary(first.page, /陆家嘴/);
  await first.page.getByRole('button', { name: '设置', exact: true }).click();
  await first.page.getByRole('radio', { name: 'English' }).check({ force: true });
  await first.page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect
    .poll(() => first.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(true);
  await first.app.close();

  const { app, page } = await start();
  const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: 1000, height: 640 });
  await expect(page.getByRole('button', { name: 'Export notes' })).toBeVisible();
  await expect(page.locator('article.sheet')).toBeVisible();
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  const menu = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(menu).toEqual(['File', 'Edit', 'Go', 'View', 'Help']);
});

test('About tells the versions, the runtime and the licences', async ({ start }) => {
  const { app, page } = await start();
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-about')?.click());
  const dialog = page.getByRole('dialog', { name: '关于策阅' });
  await expect(dialog.getByText(/Electron \d+\.\d+\.\d+ · Chromium/)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: '第三方许可' })).toHaveValue(/react[\s\S]*MIT/i);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('nothing leaves: no page, no window, no request beyond the app itself', async ({ start }) => {
  const { app, page } = await start({ provokes: /Content Security Policy/ });
  const refused = await page.evaluate(async () => ({
    fetch: await fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    ),
    window: window.open('https://example.com/') === null ? 'refused' : 'opened',
    image: await new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve('loaded');
      image.onerror = () => resolve('refused');
      image.src = 'https://example.com/a.png';
    }),
    node: 'require' in window || 'process' in window ? 'exposed' : 'hidden',
  }));
  expect(refused).toEqual({ fetch: 'refused', window: 'refused', image: 'refused', node: 'hidden' });
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  // Playwright waits for a navigation that never comes, so the rest is asked of main.
  const state = await app.evaluate(async ({ BrowserWindow }) => {
    const [window, ...others] = BrowserWindow.getAllWindows();
    const heading = await window?.webContents.executeJavaScript("document.querySelector('h1').textContent");
    return { address: window?.webContents.getURL(), heading, others: others.length };
  });
  expect(state).toEqual({ address: 'app://reader/index.html', heading: '书库', others: 0 });
});
