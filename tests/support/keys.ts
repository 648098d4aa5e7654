import { expect, type Locator, type Page } from 'playwright/test';

/** Presses Tab (or another key) until `wanted` has the focus. */
export async function goTo(page: Page, wanted: Locator, key = 'Tab', limit = 60): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < limit; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
}

/** Opens a document of the library by Tab and Enter. */
export async function openDocument(page: Page, title: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await goTo(page, page.getByRole('table').getByRole('button', { name: title }).first());
  await page.keyboard.press('Enter');
  await expect(page.locator('article.sheet')).toBeVisible();
}
