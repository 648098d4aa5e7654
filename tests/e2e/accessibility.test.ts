import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from 'playwright/test';
import type { Language } from '../../preload/contract/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import type { Palette } from '../../renderer/domain/themes/index.ts';
import { expectOrderedHeadings, showPalette, smallTargets, violations } from '../support/accessibility.ts';
import { appWithNewEdition } from '../support/new-edition.ts';
import { copyOfApp, test, userFileIn } from '../support/reader-app.ts';
import { deep } from '../support/runs.ts';
import { libraryStates } from '../support/states-of-library.ts';
import { emptyStates, notesStates } from '../support/states-of-notes.ts';
import { readerStates } from '../support/states-of-reader.ts';
import { reviewStates } from '../support/states-of-review.ts';
import { fillHome, type State, setLanguageIn, type Walk, walkOf } from '../support/window-states.ts';

// Every view, dialog and menu is reached once in each language, and looked at there in every palette and in forced
// colours. The rules that do not ask for colours see the same page in each, so they are asked in the first. The colours are
// the same in each language, so in English each state is looked at in one palette more, in turn; in all of them where
// DEEP is set (npm run -s test:deep).
const others = ['white', 'dark', 'contrast', 'contrast-dark'] as const satisfies readonly Palette[];

async function lookAt({ page, language }: Walk, { name, over, ignores }: State, turn: number): Promise<void> {
  const whole = deep || language === 'zh-CN';
  const objections = async (rules: 'all' | 'of colour'): Promise<readonly string[]> =>
    (await violations(page, rules)).filter((each) => ignores?.test(each) !== true);
  await showPalette(page, 'paper');
  expect.soft(await objections('all'), `${name}, paper`).toEqual([]);
  expect.soft(await smallTargets(page), `${name}: targets`).toEqual([]);
  if (over !== true) await expectOrderedHeadings(page, name);
  for (const palette of others.filter((_, at) => whole || at === turn % others.length)) {
    await showPalette(page, palette);
    expect.soft(await objections('of colour'), `${name}, ${palette}`).toEqual([]);
  }
  await showPalette(page, 'paper');
  if (!whole) return;
  await page.emulateMedia({ forcedColors: 'active' });
  expect.soft(await objections('of colour'), `${name}, forced colours`).toEqual([]);
  await page.emulateMedia({ forcedColors: null });
}

async function walkThrough(walk: Walk, states: readonly State[]): Promise<void> {
  // A fade at each change of the palette would be waited for each time.
  await walk.page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [turn, state] of states.entries()) {
    await test.step(state.name, async () => {
      await state.reach();
      await lookAt(walk, state, turn);
      await state.leave?.();
    });
  }
}

/** Chooses the language of the window in the settings, whatever it is now. */
async function setLanguage(page: Page, language: Language): Promise<void> {
  await page
    .locator('.top-bar')
    .getByRole('button', { name: /^(设置|Settings)$/ })
    .click();
  const name = translatorOf(language)(`language.${language}`);
  await page.getByRole('radio', { name }).check({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : 'zh-Hans');
}

const rooms = {
  library: libraryStates,
  reader: readerStates,
  notes: (walk: Walk) => [...reviewStates(walk), ...notesStates(walk)],
} as const;

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
  for (const [room, states] of Object.entries(rooms)) {
    test(`${language}, ${room}: axe finds nothing in any theme; what opens closes by Escape`, async ({
      start,
      home,
    }) => {
      test.setTimeout(180_000);
      await fillHome(home, language);
      // Notes of a former edition wait to be looked at.
      const folder = room === 'notes' ? await appWithNewEdition(home) : undefined;
      const walk = walkOf(await start(folder === undefined ? {} : { folder }), language);
      await walkThrough(walk, states(walk));
    });
  }

  test(`${language}, nothing kept yet: axe finds nothing in any theme`, async ({ start, home }) => {
    await setLanguageIn(home, language);
    const walk = walkOf(await start(), language);
    await walkThrough(walk, emptyStates(walk));
  });
}

test('in forced colours what is chosen is still seen', async ({ start, home }) => {
  await fillHome(home, 'zh-CN');
  const { page } = await start();
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(page.locator('.place[aria-current]')).toHaveCSS('outline-style', 'solid');
});

test('without its files the window says so accessibly, in both languages and themes', async ({
  start,
  home,
}) => {
  const folder = await copyOfApp(home);
  await rm(path.join(folder, 'dist', 'content.db'));
  await mkdir(path.dirname(userFileIn(home)), { recursive: true });
  await writeFile(userFileIn(home), '');
  const { page } = await start({ folder });
  for (const language of ['zh-CN', 'en'] as const) {
    const t = translatorOf(language);
    await setLanguage(page, language);
    await expect(page.getByRole('heading', { level: 1, name: t('problem.library') })).toBeVisible();
    await expect(page.getByRole('button', { name: t('userData.startAfresh') })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      // Without its notes file main keeps no theme either.
      await page.emulateMedia({ colorScheme });
      expect.soft(await violations(page), `${language}, ${colorScheme}`).toEqual([]);
      expect.soft(await smallTargets(page), `${language}: targets`).toEqual([]);
    }
    await expectOrderedHeadings(page, language);
  }
});
