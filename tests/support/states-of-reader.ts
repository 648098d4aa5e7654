import { expect } from 'playwright/test';
import {
  expectFocusKept,
  openedBy,
  openReader,
  plan,
  report,
  type State,
  type Walk,
} from './window-states.ts';

/** A document with its panel, what lies over its text, and two panes of each kind. */
export function readerStates(walk: Walk): readonly State[] {
  const { page, t } = walk;
  const tab = (name: string) => () => openReader(walk, report, name);
  const text = (words: string) => page.locator('article [data-text]', { hasText: words }).first();
  const beside = page.locator('.top-bar').getByRole('button', { name: t('panes.menu'), exact: true });
  const besideBy = (item: string) => async (): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+\\');
    await page.getByRole('menuitem', { name: item }).press('Enter');
    await expect(page.locator('[data-pane=second] article, [data-pane=second] table').first()).toBeVisible();
  };
  const closeBeside = async (): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+\\');
    await page.getByRole('menuitem', { name: t('panes.close') }).press('Enter');
    await expect(page.locator('[data-pane=second]')).toHaveCount(0);
    await expectFocusKept(page, 'the second pane is closed');
  };
  const edit = page.getByRole('button', { name: t('notes.edit') }).first();
  return [
    { name: 'reader, outline', reach: tab(t('panel.outline')) },
    {
      name: 'reader, outline, nothing found',
      reach: async () => {
        await page.getByRole('searchbox', { name: t('outline.filter') }).fill('没有这样的词');
        await expect(page.locator('.outline-empty')).toBeVisible();
      },
      leave: () => page.getByRole('searchbox', { name: t('outline.filter') }).fill(''),
    },
    {
      name: 'reader, facts',
      reach: async () => {
        await tab(t('panel.facts'))();
        await expect(page.locator('.fact-card').first()).toBeVisible();
      },
    },
    { name: 'reader, information', reach: tab(t('panel.information')) },
    {
      name: 'reader, notes and marks',
      reach: async () => {
        await tab(t('nav.notes'))();
        await expect(edit).toBeVisible();
      },
    },
    {
      name: 'reader, note being written',
      reach: async () => {
        await edit.press('Enter');
        await expect(page.getByRole('textbox', { name: t('notes.note') }).first()).toBeFocused();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(edit).toBeFocused();
      },
    },
    {
      name: 'reader, text selected',
      reach: async () => {
        await page.locator('article [data-text]').nth(1).selectText();
        await expect(page.getByRole('toolbar')).toBeVisible();
      },
      leave: () => page.evaluate(() => getSelection()?.empty()),
    },
    {
      name: 'reader, find',
      reach: async () => {
        await page.locator('article [data-block]').nth(2).focus();
        await page.keyboard.press('ControlOrMeta+F');
        await page.getByRole('searchbox', { name: t('find.label') }).fill('养老\u0007');
        await expect(page.getByText(t('query.control-character'))).toBeVisible();
        await clearOfFindBar(walk);
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('searchbox', { name: t('find.label') })).toHaveCount(0);
        await expect(page.locator('article [data-block]:focus')).toHaveCount(1);
      },
    },
    {
      name: 'reader, original words',
      reach: async () => {
        await page.keyboard.press('Alt+ArrowDown');
        // A page that is still coming to rest takes the card away again.
        await expect(async () => {
          await page.keyboard.press('o');
          await expect(page.locator('.original-words')).toBeVisible({ timeout: 1500 });
        }).toPass({ timeout: 10_000 });
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.locator('.original-words')).toHaveCount(0);
        await expect(page.locator('article [data-block]:focus')).toHaveCount(1);
      },
    },
    {
      name: 'notice with an action',
      reach: async () => {
        await page
          .getByRole('button', { name: t('notes.delete') })
          .first()
          .press('Enter');
        await expect(page.getByText(t('notes.deleted'))).toBeVisible();
      },
      leave: () => page.getByRole('button', { name: t('undo.undo') }).press('Enter'),
    },
    openedBy(page, 'menu of two panes', () => beside, 'menu'),
    { name: 'two panes, the original beside', reach: besideBy(t('panes.original')), leave: closeBeside },
    {
      name: 'two panes, choosing a document',
      over: true,
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+\\');
        await page.getByRole('menuitem', { name: t('panes.document') }).press('Enter');
        await expect(page.getByRole('option').first()).toBeVisible();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await expectFocusKept(page, 'no document is chosen');
      },
    },
    {
      name: 'responsibility table',
      reach: async () => {
        await openReader(walk, plan, t('panel.outline'));
        await page.locator('.table-frame').evaluate((table) => table.scrollIntoView({ block: 'start' }));
        await expect(page.getByRole('columnheader', { name: t('table.measure') })).toBeInViewport();
      },
    },
    {
      name: 'responsibility table, choosing a body',
      over: true,
      // While the list is open the rest is hidden from screen readers; Tab closes it before it could go there.
      ignores: /^aria-hidden-focus/,
      reach: async () => {
        await page.getByRole('combobox', { name: t('table.bodies') }).click();
        await expect(page.getByRole('listbox')).toBeVisible();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('listbox')).toHaveCount(0);
        await expect(page.locator('header[aria-hidden]')).toHaveCount(0);
      },
    },
    { name: 'two panes, the table beside', reach: besideBy(t('panes.table')), leave: closeBeside },
    {
      name: 'two panes, two documents',
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+1');
        await page.getByRole('table').getByRole('button', { name: report }).first().press('Alt+Enter');
        await expect(page.locator('[data-pane=second] article')).toBeVisible();
      },
      leave: closeBeside,
    },
    {
      name: 'conversion audit',
      reach: async () => {
        await openReader(walk, report);
        await page.keyboard.press('ControlOrMeta+Shift+T');
        const first = page.getByRole('main').locator('button[aria-expanded]').first();
        await first.press('Enter');
        await expect(first).toHaveAttribute('aria-expanded', 'true');
      },
    },
    {
      name: 'conversion audit, nothing converted',
      reach: async () => {
        await openReader(walk, plan);
        await page.keyboard.press('ControlOrMeta+Shift+T');
        await expect(page.getByText(t('conversion.notConvertedDetail'))).toBeVisible();
      },
    },
    openedBy(
      page,
      'original of a damaged paragraph',
      () => page.locator('.defect-marker').first(),
      'dialog',
      () => openReader(walk, /提高上海上市公司质量的若干措施/),
    ),
    {
      name: 'reader, passage card',
      reach: async () => {
        await openReader(walk, /贯彻国务院关于推进上海加快发展现代服务业/);
        await expect.poll(() => page.evaluate(() => CSS.highlights.get('citation')?.size ?? 0)).not.toBe(0);
        const at = await text('为贯彻《国务院关于推进上海').evaluate((element) => {
          element.scrollIntoView({ block: 'center' });
          const range = document.createRange();
          const start = element.textContent?.indexOf('《国务院') ?? 0;
          if (element.firstChild === null) throw new Error('no text');
          range.setStart(element.firstChild, start + 1);
          range.setEnd(element.firstChild, start + 2);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { x: (left + right) / 2, y: (top + bottom) / 2 };
        });
        await page.mouse.click(at.x, at.y);
        await expect(page.locator('.passage-card')).toBeVisible();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.locator('.passage-card')).toHaveCount(0);
      },
    },
  ];
}

/** A marker that is half under the bar can be scrolled out from under it; so it is. */
async function clearOfFindBar({ page }: Walk): Promise<void> {
  await page.locator('main').evaluate((main) => {
    const bar = main.querySelector('.find-bar')?.getBoundingClientRect();
    if (bar === undefined) return;
    for (let tries = 0; tries < 40; tries += 1) {
      const half = [...main.querySelectorAll('.markers button')].some((marker) => {
        const { top, bottom, right, left } = marker.getBoundingClientRect();
        return top < bar.bottom && bottom > bar.top && left < bar.right && right > bar.left;
      });
      if (!half) return;
      main.scrollTop += 24;
    }
  });
}
