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
