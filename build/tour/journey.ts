import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

// What a person does in the window, by the names that the window itself shows. Each step waits until
// its effect is seen and fails when it is not. The tour and the e2e tests walk on these steps.

/** Opens a document from the library by a part of its title. */
export async function openFromLibrary(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('navigation', { name: '位置' }).getByRole('button', { name: /^书库/ }).click();
  await page.getByRole('table').getByRole('button', { name: title }).first().click();
  await expect(page.locator('article.sheet').first()).toBeVisible();
}

/** Chooses 原文, 简体 or 繁體 in the switch of the open document. */
export async function chooseScript(page: Page, script: '原文' | '简体' | '繁體'): Promise<void> {
  await page.getByRole('radio', { name: script }).check({ force: true });
  const language = script === '简体' ? 'zh-Hans' : script === '繁體' ? 'zh-Hant' : /^zh-Han[st]$/;
  await expect(page.locator('article.sheet').first()).toHaveAttribute('lang', language);
}

/** Types into the search box and waits for the hits. */
export async function search(page: Page, words: string): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+K');
  const box = page.getByRole('combobox', { name: /^搜索/ });
  await expect(box).toBeFocused();
  await box.fill(words);
  // The suggestions go away; the results are there already.
  await box.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: words, exact: true })).toBeVisible();
  const hits = page.locator('[data-hit]');
  await expect(hits.first()).toBeVisible();
  return hits;
}

/**
 * Drags the mouse over a passage of the open document, which must stand within one paragraph. While the
 * page is still laying itself out a drag can miss; like a person, this then drags again.
 */
export async function selectPassage(page: Page, passage: string): Promise<void> {
  const text = page.locator('[data-text]', { hasText: passage }).first();
  await expect(async () => {
    // Not at the edge of the window, where a drag makes the page scroll.
    await text.evaluate((element) => {
      // What a first drag selected would itself be dragged by the next.
      getSelection()?.empty();
      element.scrollIntoView({ block: 'center' });
    });
    const [first, last] = await endsOf(text, passage);
    if (first === undefined || last === undefined) throw new Error(`not on the page: ${passage}`);
    await page.mouse.move(first.left + 1, first.middle);
    await page.mouse.down();
    await page.mouse.move(last.right - 1, last.middle, { steps: 6 });
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(passage);
  }).toPass({ timeout: 10_000 });
  await expect(page.getByRole('toolbar', { name: '标记所选文字' })).toBeVisible();
}

type CharacterBox = { readonly left: number; readonly right: number; readonly middle: number };

/** Where the first and the last character of a passage stand in the window. */
function endsOf(text: Locator, passage: string): Promise<CharacterBox[]> {
  return text.evaluate((element, wanted) => {
    const node = element.firstChild;
    const start = element.textContent?.indexOf(wanted) ?? -1;
    if (node === null || start < 0) return [];
    // No named function in here: the compiler would wrap it in a helper that the page does not have.
    return [start, start + wanted.length - 1].map((from) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + 1);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    });
  }, passage);
}

/** Marks the selected text in a colour, by its name. */
export async function markSelection(page: Page, colour: string): Promise<void> {
  await page.getByRole('toolbar', { name: '标记所选文字' }).getByRole('button', { name: colour }).click();
  await expect(page.getByRole('toolbar', { name: '标记所选文字' })).toBeHidden();
}

/** Writes a note on the selected text and saves it. */
export async function writeNote(page: Page, note: string, tags: string): Promise<void> {
  await page.getByRole('toolbar', { name: '标记所选文字' }).getByRole('button', { name: '笔记' }).click();
  const editor = page.getByRole('textbox', { name: '笔记（支持 Markdown）' });
  await expect(editor).toBeFocused();
  await editor.fill(note);
  await page.getByRole('textbox', { name: '标签' }).fill(tags);
  await page.getByRole('button', { name: '保存' }).click();
  await expect(editor).toBeHidden();
}

/** The user's marks and the search hits as the page shows them: the text under every painted one, by style. */
export async function markedTexts(page: Page): Promise<Record<string, string[]>> {
  const painted = Object.entries(await paintedTexts(page));
  return Object.fromEntries(painted.filter(([name]) => name.startsWith('mark-') || name === 'search-hit'));
}

/** The text under everything that is painted, citations and damaged places of the source included. */
export async function paintedTexts(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() => {
    const texts: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      texts[name] = [...highlight].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return range.toString();
      });
    }
    return texts;
  });
}
