import { expect } from 'playwright/test';
import { goBy, openedBy, openReader, report, type State, type Walk } from './window-states.ts';

/** The workspace of notes, its trash, the bookmarks, and the dialogs of the window. */
export function notesStates(walk: Walk): readonly State[] {
  const { app, page, t } = walk;
  const main = page.getByRole('main');
  const notes = goBy(walk, '2', t('nav.notes'));
  const find = page.getByRole('searchbox', { name: t('notes.filter') });
  const bar = page.getByRole('toolbar', { name: t('bulk.bar') });
  const bulk = (name: string, button: string): State =>
    openedBy(page, name, () => bar.getByRole('button', { name: button }), 'dialog');
  const top = (name: string) => page.locator('.top-bar').getByRole('button', { name, exact: true });
  const settings = (tab: 'display' | 'marks' | 'keyboard'): State =>
    openedBy(page, `settings, ${tab}`, () => top(t('settings.title')), 'dialog');
  const settingsAt = (tab: 'display' | 'marks' | 'keyboard'): State => {
    const state = settings(tab);
    return {
      ...state,
      reach: async () => {
        await state.reach();
        await page.getByRole('tab', { name: t(`settings.${tab}`), exact: true }).click();
      },
    };
  };
  return [
    {
      name: 'notes',
      reach: async () => {
        await notes();
        await expect(page.locator('[data-tick]').first()).toBeVisible();
      },
    },
    openedBy(
      page,
      'notes, menu of the tags',
      () => main.getByRole('button', { name: t('workspace.tags'), exact: true }),
      'menu',
    ),
    {
      name: 'notes, some ticked',
      reach: async () => {
        await find.press('ArrowDown');
        await page.keyboard.press('Space');
        await page.keyboard.press('Shift+ArrowDown');
        await expect(bar).toBeVisible();
      },
    },
    bulk('notes, tags of the ticked', t('bulk.tags')),
    bulk('notes, colour of the ticked', t('bulk.colour')),
    bulk('notes, action of the ticked', t('bulk.action')),
    {
      name: 'notes, a note being written',
      reach: async () => {
        await page.locator('[data-tick]').first().press('F2');
        await expect(page.getByRole('textbox', { name: t('notes.note') })).toBeFocused();
      },
      leave: () => page.keyboard.press('Escape'),
    },
    {
      name: 'notes, narrowed',
      reach: async () => {
        await find.fill('责任单位');
        await expect(page.getByRole('list', { name: t('workspace.active') })).toBeVisible();
      },
    },
    openedBy(
      page,
      'notes, saving the filter',
      () => page.getByRole('button', { name: t('savedFilter.save') }),
      'dialog',
    ),
    {
      name: 'notes, none found',
      reach: async () => {
        await find.fill('没有这样的词');
        await expect(page.getByText(t('notes.noneFound'))).toBeVisible();
      },
      leave: () => page.getByRole('button', { name: t('workspace.clear') }).press('Enter'),
    },
    {
      name: 'trash',
      reach: async () => {
        await page.getByRole('button', { name: t('trash.open', { count: 1 }) }).press('Enter');
        await expect(page.getByRole('heading', { level: 1, name: t('trash.title') })).toBeVisible();
      },
    },
    openedBy(
      page,
      'trash, the question before erasing',
      () => main.getByRole('button', { name: t('trash.erase') }).first(),
      'alertdialog',
    ),
    {
      name: 'bookmarks',
      reach: async () => {
        await goBy(walk, '3', t('nav.bookmarks'))();
        await expect(main.getByRole('listitem')).toHaveCount(1);
      },
    },
    {
      name: 'bookmarks, one being named',
      reach: async () => {
        await page.getByRole('searchbox', { name: t('bookmarks.filter') }).press('ArrowDown');
        await page.keyboard.press('F2');
        await expect(page.getByRole('textbox', { name: t('bookmarks.name') })).toBeFocused();
      },
      leave: () => page.keyboard.press('Escape'),
    },
    {
      name: 'bookmarks, none found',
      reach: async () => {
        await page.getByRole('searchbox', { name: t('bookmarks.filter') }).fill('没有这样的词');
        await expect(page.getByText(t('bookmarks.noneFound'))).toBeVisible();
      },
      leave: () => page.getByRole('searchbox', { name: t('bookmarks.filter') }).fill(''),
    },
    settingsAt('marks'),
    settingsAt('keyboard'),
    settingsAt('display'),
    openedBy(page, 'shortcuts', () => top(t('shortcuts.title')), 'dialog'),
    {
      name: 'about',
      over: true,
      reach: async () => {
        await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-about')?.click());
        await expect(page.getByText(t('about.dataFolder'))).toBeVisible();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      },
    },
    {
      name: 'printing',
      over: true,
      reach: async () => {
        await openReader(walk, report);
        await page.keyboard.press('Alt+ArrowDown');
        await page.keyboard.press('Control+p');
        await expect(page.getByRole('dialog', { name: t('print.title') })).toBeVisible();
      },
      leave: async () => {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        await expect(page.locator('article [data-block]:focus')).toHaveCount(1);
      },
    },
  ];
}

/** Of a home in which there is nothing yet. */
export function emptyStates(walk: Walk): readonly State[] {
  const { page, t } = walk;
  return [
    { name: 'notes, none', reach: goBy(walk, '2', t('nav.notes')) },
    {
      name: 'trash, empty',
      reach: async () => {
        await page.getByRole('button', { name: t('trash.open', { count: 0 }) }).press('Enter');
        await expect(page.getByText(t('trash.none'))).toBeVisible();
      },
    },
    { name: 'bookmarks, none', reach: goBy(walk, '3', t('nav.bookmarks')) },
    {
      name: 'reader, no notes',
      reach: async () => {
        await openReader(walk, report, t('nav.notes'));
        await expect(page.getByText(t('notes.noneHere'))).toBeVisible();
      },
    },
  ];
}
