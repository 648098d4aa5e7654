import { expect } from 'playwright/test';
import { openFromLibrary } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

test('the focus is seen, is never covered, and comes back when a dialog closes', async ({ start }) => {
  const { app, page } = await start();
  await openFromLibrary(page, /工作报告/);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('1');
  await page.keyboard.press('Shift+Tab');
  let seen = 0;
  for (let stops = 0; stops < 32; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      // A radio button of a switch lies under its label, which shows the focus for it.
      const shown = element.matches('.segmented input') ? element.nextElementSibling : element;
      const { outlineStyle, outlineWidth } = getComputedStyle(shown ?? element);
      const { left, top, width, height } = element.getBoundingClientRect();
      const above = document.elementFromPoint(
        left + width / 2,
        top + Math.min(height, innerHeight - top) / 2,
      );
      return {
        element: element.outerHTML.slice(0, 100),
        outlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
        uncovered: above !== null && (element.contains(above) || above.contains(element)),
      };
    });
    if (stop === null) continue;
    seen += 1;
    expect.soft(stop, stop.element).toMatchObject({ outlined: true, uncovered: true });
  }
  expect(seen).toBeGreaterThan(20);

  const dialog = page.getByRole('dialog');
  for (const name of ['设置', '快捷键']) {
    const button = page.locator('.top-bar').getByRole('button', { name });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => dialog.evaluate((element) => element.contains(document.activeElement)))
      .toBe(true);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button).toBeFocused();
  }
  await page.keyboard.press('Alt+ArrowDown');
  const paragraph = await page.locator('[data-block]:focus').getAttribute('data-block');
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-about')?.click());
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(page.locator(`[data-block="${paragraph}"]`)).toBeFocused();
});
