import { expect } from 'playwright/test';
import type { RunningApp } from '../../build/tour/launch-app.ts';
import { cutOff, violations } from '../support/accessibility.ts';
import { appWithNewEdition } from '../support/new-edition.ts';
import { test } from '../support/reader-app.ts';
import { reviewStates } from '../support/states-of-review.ts';
import { fillHome, goBy, openReader, plan, report, walkOf } from '../support/window-states.ts';

/** The window itself is no smaller than 360; zoomed in, its page is. */
async function zoomTo320({ app, page }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(1280, 960);
    window?.webContents.setZoomFactor(4);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(320);
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`${language}: at 400 % zoom, 320 CSS pixels wide, nothing scrolls sideways or is cut off, and axe finds nothing`, async ({
    start,
    home,
  }) => {
    test.slow();
    await fillHome(home, language);
    const running = await start({ folder: await appWithNewEdition(home) });
    const { page } = running;
    const walk = walkOf(running, language);
    const { t } = walk;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    // That an edition has come is said over the view, for some seconds.
    await page.locator('.notice').getByRole('button').first().press('Enter');
    await expect(page.locator('.notice')).toHaveCount(0);
    await zoomTo320(running);
    const look = async (name: string): Promise<void> => {
      expect.soft(await cutOff(page), name).toEqual([]);
      expect.soft(await violations(page), name).toEqual([]);
    };
    const close = () => page.keyboard.press('Escape');
    const dialog = page.getByRole('dialog');
    const panel = (tab: string) => async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+Alt+B');
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    };
    const states: readonly (readonly [string, () => Promise<void>, (() => Promise<void>)?])[] = [
      ['library', goBy(walk, '1', t('nav.library'))],
      ['timeline', () => page.getByRole('radio', { name: t('library.timeline') }).check({ force: true })],
      ['list', () => page.getByRole('radio', { name: t('library.list') }).check({ force: true })],
      [
        'menu of a document',
        async () => {
          await page
            .getByRole('table')
            .getByRole('button', { name: t('library.actions') })
            .first()
            .press('Enter');
          await expect(page.getByRole('menuitem').first()).toBeVisible();
        },
        close,
      ],
      [
        'menu of a facet',
        async () => {
          await page.locator('.facet').first().press('Enter');
          await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible();
        },
        close,
      ],
      ['facts', goBy(walk, '4', t('nav.facts'))],
      [
        'search',
        async () => {
          await page.keyboard.press('ControlOrMeta+K');
          await page.keyboard.type('融资租赁 资产');
          await expect(page.locator('[data-hit]').first()).toBeVisible();
        },
      ],
      ['notes', goBy(walk, '2', t('nav.notes'))],
      [
        'notes, some ticked',
        async () => {
          await page.locator('[data-tick]').first().press('Space');
          await expect(page.getByRole('toolbar', { name: t('bulk.bar') })).toBeVisible();
        },
      ],
      [
        'tags of the ticked',
        async () => {
          await page
            .getByRole('toolbar', { name: t('bulk.bar') })
            .getByRole('button', { name: t('bulk.tags') })
            .press('Enter');
          await expect(dialog).toBeVisible();
        },
        async () => {
          await close();
          await expect(dialog).toHaveCount(0);
        },
      ],
      ...reviewStates(walk)
        .filter(({ name }) => name !== 'review, notes carried over in the panel')
        .map(({ name, reach, leave }) =>
          leave === undefined ? ([name, reach] as const) : ([name, reach, leave] as const),
        ),
      [
        'trash',
        async () => {
          await goBy(walk, '2', t('nav.notes'))();
          await page.getByRole('button', { name: t('trash.open', { count: 1 }) }).press('Enter');
          await expect(page.getByRole('heading', { level: 1, name: t('trash.title') })).toBeVisible();
        },
      ],
      ['bookmarks', goBy(walk, '3', t('nav.bookmarks'))],
      ['reader', () => openReader(walk, report)],
      ['find', () => page.keyboard.press('ControlOrMeta+F'), close],
      ['outline', panel(t('panel.outline')), close],
      ['notes of a document', panel(t('nav.notes')), close],
      ['facts of a document', panel(t('panel.facts')), close],
      ['information', panel(t('panel.information')), close],
      [
        'text selected',
        async () => {
          await page.locator('article [data-text]').nth(1).selectText();
          await expect(page.getByRole('toolbar')).toBeVisible();
        },
        () => page.evaluate(() => getSelection()?.empty()),
      ],
      [
        'menu of two panes',
        async () => {
          await page.keyboard.press('ControlOrMeta+\\');
          await expect(page.getByRole('menuitem').first()).toBeVisible();
        },
      ],
      [
        'two panes',
        async () => {
          await page.getByRole('menuitem', { name: t('panes.original') }).press('Enter');
          await expect(page.locator('[data-pane=second] article')).toBeVisible();
          await expect(page.getByRole('separator')).toHaveAttribute('aria-orientation', 'horizontal');
        },
        async () => {
          await page.keyboard.press('ControlOrMeta+\\');
          await page.getByRole('menuitem', { name: t('panes.close') }).press('Enter');
          await expect(page.locator('[data-pane=second]')).toHaveCount(0);
        },
      ],
      [
        'conversion audit',
        async () => {
          await page.keyboard.press('ControlOrMeta+Shift+T');
          await expect(page.getByRole('main').locator('button[aria-expanded]').first()).toBeVisible();
        },
      ],
      [
        'table',
        async () => {
          await openReader(walk, plan);
          await page.locator('.table-frame').evaluate((table) => table.scrollIntoView({ block: 'start' }));
        },
      ],
      [
        'places',
        async () => {
          await page.keyboard.press('ControlOrMeta+B');
          await expect(page.getByRole('navigation', { name: t('nav.label') })).toBeVisible();
        },
        close,
      ],
      ...(['F1', 'ControlOrMeta+,', 'Control+p'] as const).map(
        (key) =>
          [
            key,
            async () => {
              await page.keyboard.press(key);
              await expect(dialog).toBeVisible();
            },
            async () => {
              await close();
              await expect(dialog).toHaveCount(0);
            },
          ] as const,
      ),
    ];
    for (const [name, go, leave] of states) {
      await go();
      await look(name);
      await leave?.();
    }
  });
}
