import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from 'playwright/test';
import type { RunningApp } from '../../build/tour/launch-app.ts';
import type { Bookmark, DocumentId, FolderId, Language } from '../../preload/contract/index.ts';
import { type Translate, translatorOf } from '../../renderer/domain/strings/index.ts';
import { fillWithNotes } from './many-notes.ts';
import { userFileIn } from './reader-app.ts';
import { annotationOn, openStorageIn } from './seeded-notes.ts';

/** A state of the window in which it is looked at: a view, a dialog, a menu. */
export type State = {
  readonly name: string;
  /** Brings the window there from wherever it is. */
  readonly reach: () => Promise<void>;
  /** Leaves what the next state would trip over. */
  readonly leave?: () => Promise<void>;
  /** What axe may say here, since it is not so. */
  readonly ignores?: RegExp;
  /** What lies over a view hides it from screen readers, and with it the view's headings. */
  readonly over?: boolean;
};

/** A window whose states are walked through, and its words in its language. */
export type Walk = RunningApp & { readonly language: Language; readonly t: Translate };

export const report = /工作报告/;
export const plan = /服务贸易创新发展试点/;

/** What has to be there before the app starts: notes, one in the trash, folders, one empty, a bookmark, and the language. */
export async function fillHome(home: string, language: Language): Promise<void> {
  await fillWithNotes(userFileIn(home), ['002', '003'], 12);
  const storage = await openStorageIn(home);
  const trashed = await annotationOn(storage, '002', '物價牽動民心', {
    note: '在回收站里',
    trashedAt: '2026-11-20T08:00:00.000Z',
  });
  await storage.applyAnnotations({ put: [trashed], remove: [] });
  const full = { id: randomUUID() as FolderId, name: '人才与落户', ord: 1 };
  const empty = { id: randomUUID() as FolderId, name: '待分类', ord: 2 };
  await storage.applyFolders({ put: [full, empty], remove: [] });
  await storage.applyShelves({
    put: [{ id: '002' as DocumentId, folderIds: [full.id], tags: ['民生'] }],
    remove: [],
  });
  const { anchor } = trashed;
  const bookmark: Bookmark = {
    id: randomUUID() as Bookmark['id'],
    documentId: anchor.documentId,
    editionHash: anchor.editionHash,
    blockId: anchor.start.blockId,
    label: '让全市人民生活持续改善',
    name: '',
    folder: '',
    createdAt: '2026-11-20T08:00:00.000Z',
  };
  await storage.applyBookmarks({ put: [bookmark], remove: [] });
  await storage.saveSettings({ language, route: { view: 'library' } });
}

/** Writes the language into the settings of a home in which there is nothing else yet. */
export async function setLanguageIn(home: string, language: Language): Promise<void> {
  await (await openStorageIn(home)).saveSettings({ language });
}

export const walkOf = (running: RunningApp, language: Language): Walk => ({
  ...running,
  language,
  t: translatorOf(language),
});

/** Opens a place of the window by its key. */
export const goBy =
  ({ page }: Walk, key: string, heading: string) =>
  async (): Promise<void> => {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  };

/** Opens a document from the library with its panel at a page. */
export async function openReader(walk: Walk, title: RegExp, tab?: string): Promise<void> {
  const { page, t } = walk;
  await goBy(walk, '1', t('nav.library'))();
  await page.getByRole('table').getByRole('button', { name: title }).first().press('Enter');
  await expect(page.locator('article.sheet').first()).toBeVisible();
  if (tab !== undefined) await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
}

/** What a button opens over the view: it comes by Enter, goes by Escape, and gives the focus back to the button. */
export function openedBy(
  page: Page,
  name: string,
  button: () => Locator,
  role: 'dialog' | 'alertdialog' | 'menu',
  before?: () => Promise<void>,
): State {
  const opened = page.getByRole(role);
  return {
    name,
    over: true,
    reach: async () => {
      await before?.();
      // A view that has just come may still be taking the focus.
      await expect(async () => {
        await button().press('Enter');
        await expect(opened.first()).toBeVisible({ timeout: 1500 });
      }).toPass({ timeout: 10_000 });
      await expect
        .poll(() => opened.first().evaluate((it) => it.contains(document.activeElement)))
        .toBe(true);
    },
    leave: async () => {
      await page.keyboard.press('Escape');
      await expect(opened).toHaveCount(0);
      // A list takes the focus to the row that the button stands in.
      await expect
        .poll(
          () =>
            button().evaluate((it) =>
              [it, it.closest('[role=row]')].some((one) => one !== null && one === document.activeElement),
            ),
          `${name}: the focus returns`,
        )
        .toBe(true);
    },
  };
}

/** What was closed has not taken the focus with it. */
export async function expectFocusKept(page: Page, what: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body), what).toBe(true);
}
