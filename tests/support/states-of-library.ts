import { expect } from 'playwright/test';
import { goBy, openedBy, type State, type Walk } from './window-states.ts';

/** The library as list and timeline, its folders, menus and dialogs; search; targets and dates. */
export function libraryStates(walk: Walk): readonly State[] {
  const { page, t } = walk;
  const main = page.getByRole('main');
  const library = goBy(walk, '1', t('nav.library'));
  const folders = page.getByRole('grid', { name: t('folder.title') });
  const folder = (name: string) => async (): Promise<void> => {
    await folders.getByRole('row', { name }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  };
  const rowMenu = () =>
    page
      .getByRole('table')
      .getByRole('button', { name: t('library.actions') })
      .first();
  const chosenInRowMenu = (name: string, item: string): State => ({
    name,
    over: true,
    reach: async () => {
      await rowMenu().press('Enter');
      await page.getByRole('menuitem', { name: item }).press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByRole('table').locator(':focus'), `${name}: the focus returns`).toHaveCount(1);
    },
  });
  const layout = (of: 'list' | 'timeline') =>
    page.getByRole('radio', { name: t(`library.${of}`) }).check({ force: true });
  return [
    { name: 'library', reach: library },
    openedBy(page, 'library, menu of a facet', () => page.locator('.facet').first(), 'menu'),
    openedBy(page, 'library, menu of a document', rowMenu, 'menu'),
    chosenInRowMenu('library, into folders', t('folder.putInto')),
    chosenInRowMenu('library, tags', t('tags.edit')),
    openedBy(page, 'new folder', () => page.getByRole('button', { name: t('folder.new') }), 'dialog'),
    openedBy(
      page,
      'menu of a folder',
      () => folders.getByRole('button', { name: t('folder.actionsOf', { name: '人才与落户' }) }),
      'menu',
    ),
    {
      name: 'library, nothing found',
      reach: async () => {
        await page.getByRole('searchbox', { name: t('library.find') }).fill('没有这样的词');
        await expect(page.getByText(t('library.noneFound'))).toBeVisible();
      },
      leave: () => page.getByRole('button', { name: t('library.showAll') }).press('Enter'),
    },
    {
      name: 'timeline',
      reach: async () => {
        await layout('timeline');
        await expect(page.locator('.timeline-entry').first()).toBeVisible();
      },
      leave: () => layout('list'),
    },
    { name: 'folder', reach: folder('人才与落户') },
    {
      name: 'folder, empty',
      reach: async () => {
        await folder('待分类')();
        await expect(page.getByText(t('folder.emptyDetail'))).toBeVisible();
      },
    },
    {
      name: 'targets and dates',
      reach: async () => {
        await goBy(walk, '4', t('nav.facts'))();
        await page.getByRole('radio', { name: t('facts.earliestFirst') }).check({ force: true });
        await expect(page.locator('[data-fact]').first()).toBeVisible();
      },
    },
    {
      name: 'targets and dates, none found',
      reach: async () => {
        await page.getByRole('searchbox', { name: t('facts.find') }).fill('没有这样的词');
        await expect(page.getByText(t('facts.noneFound'))).toBeVisible();
      },
      leave: () => page.getByRole('button', { name: t('facts.showAll') }).press('Enter'),
    },
    {
      name: 'search, not begun',
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+K');
        await page.locator('.top-bar').getByRole('combobox').fill('');
        await expect(page.getByText(t('search.startDetail'))).toBeVisible();
      },
    },
    {
      name: 'search, nothing found',
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+K');
        await page.keyboard.type('养佬服务');
        await expect(page.getByText(t('search.nothing', { query: '养佬服务' }))).toBeVisible();
        await expect(page.getByRole('heading', { name: t('search.near') })).toBeVisible();
      },
    },
    {
      name: 'search, found',
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+K');
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.type('融资租赁 资产');
        await expect(main.locator('[data-hit] mark').first()).toBeVisible();
        await expect(page.getByRole('group', { name: t('search.facet.issuer') })).toBeAttached();
      },
    },
    {
      name: 'search, a filter being typed',
      reach: async () => {
        await page.keyboard.type(' 机关:上');
        await expect(page.getByRole('option').first()).toBeVisible();
        await page.keyboard.press('ArrowDown');
      },
      leave: () => page.keyboard.press('Escape'),
    },
    {
      name: 'search, how to',
      over: true,
      reach: () => page.getByRole('button', { name: t('search.help') }).press('Enter'),
      leave: () => page.keyboard.press('Escape'),
    },
  ];
}
