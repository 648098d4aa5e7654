import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from 'playwright/test';
import type { RunningApp } from '../../build/tour/launch-app.ts';
import type { Language } from '../../preload/contract/index.ts';
import { type Translate, translatorOf } from '../../renderer/domain/strings/index.ts';
import { setTheme, violations } from '../support/accessibility.ts';
import { copyOfApp, test, userFileIn } from '../support/reader-app.ts';

/** What can be pressed or filled in and is smaller than 24 by 24 CSS pixels (WCAG 2.2, 2.5.8). */
function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, textarea, select, [role=tab]')].flatMap(
      (element) => {
        const { width, height } = element.getBoundingClientRect();
        // Hidden from the eye, for screen readers alone: nothing to aim at.
        if (element.closest('[style*="clip-path"], [style*="clip:"]') !== null) return [];
        if (!element.checkVisibility() || (width >= 24 && height >= 24)) return [];
        return [`${element.outerHTML.slice(0, 120)} ${width} × ${height}`];
      },
    ),
  );
}

/** The ranks of the headings of the open view, in their order. */
function headingRanks(page: Page): Promise<readonly number[]> {
  return page
    .locator('main')
    .evaluate((main) =>
      [...main.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
    );
}

/** One h1, before all others, and no rank left out on the way down. */
async function expectOrderedHeadings(page: Page, what: string): Promise<void> {
  const ranks = await headingRanks(page);
  expect
    .soft(
      ranks.filter((rank) => rank === 1),
      `${what}: one h1`,
    )
    .toHaveLength(1);
  const jumps = ranks.filter((rank, at) => rank > (ranks[at - 1] ?? 0) + 1);
  expect.soft(jumps, `${what}: ranks left out in ${ranks.join(' ')}`).toEqual([]);
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

async function openReader(page: Page, title: RegExp): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await page.getByRole('table').getByRole('button', { name: title }).first().click();
  await expect(page.locator('article.sheet')).toBeVisible();
  await expect(page.getByRole('tab').first()).toBeVisible();
}

const report = /工作报告/;
const plan = /服务贸易创新发展试点/;

type State = {
  readonly name: string;
  /** Brings the window there from wherever it is. */
  readonly reach: () => Promise<void>;
  /** Leaves what the next state would trip over. */
  readonly leave?: () => Promise<void>;
  /** A dialog hides the view behind it from screen readers, and with it the view's headings. */
  readonly over?: boolean;
};

/** The states of a window that holds no notes yet. */
function emptyStates({ page }: RunningApp, t: Translate): readonly State[] {
  const go = (key: string, heading: string) => async () => {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  };
  return [
    { name: 'library', reach: go('1', t('nav.library')) },
    { name: 'notes, none', reach: go('2', t('nav.notes')) },
    { name: 'bookmarks, none', reach: go('3', t('nav.bookmarks')) },
    {
      name: 'targets and dates',
      reach: async () => {
        await go('4', t('nav.facts'))();
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
      leave: () => page.getByRole('button', { name: t('facts.showAll') }).click(),
    },
    {
      name: 'search, not begun',
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+K');
        await page.getByRole('searchbox').fill('');
        await expect(page.getByText(t('search.startDetail'))).toBeVisible();
      },
    },
    {
      name: 'search, nothing found',
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+K');
        await page.getByRole('searchbox').fill('没有这样的词');
        await expect(page.getByText(t('search.nothing', { query: '没有这样的词' }))).toBeVisible();
      },
    },
    {
      name: 'reader, no notes',
      reach: async () => {
        await openReader(page, report);
        await page.getByRole('tab', { name: t('nav.notes') }).click();
        await expect(page.getByText(t('notes.noneHere'))).toBeVisible();
      },
    },
  ];
}

/** A mark, a note with tags and Markdown, and a bookmark. */
async function makeNotes(page: Page, t: Translate): Promise<void> {
  await openReader(page, report);
  for (const key of ['1', '2', '6']) {
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press(key);
  }
  await expect(page.getByRole('tab', { name: `${t('nav.notes')} 3` })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('textbox', { name: t('notes.note') })).toBeFocused();
  await page.keyboard.type('# 要点\n\n对**社保基数**的影响。');
  await page.keyboard.press('Tab');
  await page.keyboard.type('人力、待办');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { name: '要点' })).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByText(t('bookmarks.added'))).toBeVisible();
}

/** The states of a window that holds some. */
function fullStates({ app, page }: RunningApp, t: Translate): readonly State[] {
  const tab = (name: string) => async () => {
    await openReader(page, report);
    await page.getByRole('tab', { name }).click();
  };
  const dialog = (name: string, open: () => Promise<void>): State => ({
    name,
    over: true,
    reach: async () => {
      await open();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    leave: async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  });
  return [
    { name: 'reader, outline', reach: tab(t('panel.outline')) },
    {
      name: 'reader, facts',
      reach: async () => {
        await tab(t('panel.facts'))();
        await expect(page.locator('.fact-card').first()).toBeVisible();
      },
    },
    { name: 'reader, information', reach: tab(t('panel.information')) },
    { name: 'reader, notes and marks', reach: tab(`${t('nav.notes')} 4`) },
    {
      name: 'reader, note being written',
      reach: () =>
        page
          .getByRole('button', { name: t('notes.edit') })
          .first()
          .click(),
      leave: () => page.keyboard.press('Escape'),
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
        await page.keyboard.press('ControlOrMeta+F');
        await page.getByRole('searchbox', { name: t('find.label') }).fill('养老\u0007');
        await expect(page.getByText(t('query.control-character'))).toBeVisible();
      },
      leave: () => page.keyboard.press('Escape'),
    },
    {
      name: 'notice with an action',
      reach: async () => {
        await page
          .getByRole('button', { name: t('notes.delete') })
          .first()
          .click();
        await expect(page.getByText(t('notes.deleted'))).toBeVisible();
      },
      leave: () => page.getByRole('button', { name: t('undo.undo') }).click(),
    },
    {
      name: 'responsibility table',
      reach: async () => {
        await openReader(page, plan);
        await page.locator('.table-frame').evaluate((table) => table.scrollIntoView({ block: 'start' }));
        await expect(page.getByRole('columnheader', { name: t('table.measure') })).toBeInViewport();
      },
    },
    dialog('shortcuts', () => page.keyboard.press('F1')),
    dialog('settings', () =>
      page
        .locator('.top-bar')
        .getByRole('button', { name: t('settings.title'), exact: true })
        .click(),
    ),
    dialog('about', async () => {
      await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-about')?.click());
      await expect(page.getByText(t('about.dataFolder'))).toBeVisible();
    }),
    {
      name: 'search, found',
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+K');
        await page.getByRole('searchbox').fill('融资租赁 资产');
        await expect(page.locator('[data-hit] mark').first()).toBeVisible();
      },
    },
    {
      name: 'notes',
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+2');
        await expect(page.getByRole('main').getByRole('article')).toHaveCount(4);
      },
    },
    {
      name: 'notes, none found',
      reach: async () => {
        await page.getByRole('searchbox', { name: t('notes.filter') }).fill('没有');
        await expect(page.getByText(t('notes.noneFound'))).toBeVisible();
      },
    },
    {
      name: 'bookmarks',
      reach: async () => {
        await page.keyboard.press('ControlOrMeta+3');
        await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
      },
    },
  ];
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`${language}: every view passes axe in light and dark`, async ({ start }) => {
    const running = await start();
    const { page } = running;
    const t = translatorOf(language);
    const walk = async (states: readonly State[], theme: 'light' | 'dark'): Promise<void> => {
      await setTheme(page, theme);
      for (const { name, reach, leave, over } of states) {
        const what = `${name}, ${theme}`;
        await reach();
        expect.soft(await violations(page), what).toEqual([]);
        if (theme === 'light') {
          expect.soft(await smallTargets(page), `${what}: targets`).toEqual([]);
          if (over !== true) await expectOrderedHeadings(page, what);
        }
        await leave?.();
      }
    };
    await setLanguage(page, language);
    await walk(emptyStates(running, t), 'light');
    await walk(emptyStates(running, t), 'dark');
    await makeNotes(page, t);
    await walk(fullStates(running, t), 'dark');
    await walk(fullStates(running, t), 'light');
  });
}

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

test('in forced colours every view passes axe, and what is chosen is still seen', async ({ start }) => {
  const running = await start();
  const { page } = running;
  const t = translatorOf('zh-CN');
  await makeNotes(page, t);
  await page.emulateMedia({ forcedColors: 'active' });
  for (const { name, reach, leave } of fullStates(running, t)) {
    await reach();
    expect.soft(await violations(page), `${name}, forced colours`).toEqual([]);
    await leave?.();
  }
  await expect(page.locator('.place[aria-current]')).toHaveCSS('outline-style', 'solid');
});

test('the focus is seen, is never covered, and comes back when a dialog closes', async ({ start }) => {
  const { app, page } = await start();
  await openReader(page, report);
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
    expect.soft(stop).toMatchObject({ outlined: true, uncovered: true });
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

test('at 320 CSS pixels nothing scrolls sideways and nothing is cut off', async ({ start }) => {
  const running = await start();
  const { app, page } = running;
  const t = translatorOf('en');
  await makeNotes(page, translatorOf('zh-CN'));
  await setLanguage(page, 'en');
  // The window itself is no smaller than 360; zoomed in, its page is.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(640, 960);
    window?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(320);
  const cutOff = () =>
    page.evaluate(() => {
      const main = document.querySelector('main');
      const sideways = Math.max(
        document.documentElement.scrollWidth - innerWidth,
        main === null ? 0 : main.scrollWidth - main.clientWidth,
      );
      const outside = [
        ...document.querySelectorAll('button, input, textarea, [role=tab], [data-text], h1, h2'),
      ].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return element.checkVisibility() && width > 0 && (left < -0.5 || right > innerWidth + 0.5);
      });
      return [
        ...(sideways > 0 ? [`sideways by ${sideways}`] : []),
        ...outside.map((each) => each.outerHTML.slice(0, 120)),
      ];
    });
  const reach: Readonly<Record<string, () => Promise<void>>> = {
    library: () => page.keyboard.press('ControlOrMeta+1'),
    facts: async () => {
      await page.keyboard.press('ControlOrMeta+4');
      await expect(page.locator('[data-fact]').first()).toBeVisible();
    },
    search: async () => {
      await page.keyboard.press('ControlOrMeta+K');
      await page.getByRole('searchbox').fill('融资租赁 资产');
      await expect(page.locator('[data-hit]').first()).toBeVisible();
    },
    notes: () => page.keyboard.press('ControlOrMeta+2'),
    bookmarks: () => page.keyboard.press('ControlOrMeta+3'),
    reader: async () => {
      await page.keyboard.press('ControlOrMeta+1');
      await page.getByRole('table').getByRole('button', { name: plan }).first().click();
      await expect(page.locator('article.sheet')).toBeVisible();
    },
    table: () => page.locator('.table-frame').evaluate((table) => table.scrollIntoView({ block: 'start' })),
    panel: async () => {
      await page.keyboard.press('ControlOrMeta+Alt+B');
      await expect(page.getByRole('tab').first()).toBeVisible();
    },
    places: async () => {
      await page.keyboard.press('ControlOrMeta+B');
      await expect(page.getByRole('navigation', { name: t('nav.label') })).toBeVisible();
    },
    shortcuts: async () => {
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  };
  for (const [name, go] of Object.entries(reach)) {
    await go();
    await expect(page.locator('main')).toBeVisible();
    expect.soft(await cutOff(), name).toEqual([]);
  }
});
