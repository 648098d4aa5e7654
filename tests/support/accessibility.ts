import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, type Page } from 'playwright/test';
import type { Palette } from '../../renderer/domain/themes/index.ts';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** The rules whose answer depends on the colours of the theme; all others see the same page in each. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * What repeats itself down a long page or list. Of these only what is in view is looked at: one paragraph or row is built
 * and coloured like the next, and axe takes its time for each of thousands.
 */
const repeated = '[data-block], [role=row], [role=option], [role=listitem], tr, li, option';

/** What axe objects to on the page as it stands, as far as it is in view: the rule, the element, and what would mend it. */
export async function violations(page: Page, rules: 'all' | 'of colour' = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const runOnly: axe.RunOnly =
    rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: rulesOfColour };
  return page.evaluate(
    async ([runOnly, repeated]) => {
      const { run } = (globalThis as unknown as { readonly axe: typeof axe }).axe;
      // Half-way through its fade a colour is neither the one nor the other; and a fade begins with a frame.
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      await Promise.all(
        document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
      );
      const exclude = [...document.querySelectorAll(repeated)].filter((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return bottom <= 0 || top >= innerHeight;
      });
      const result = await run(
        { include: document, exclude },
        {
          runOnly,
          resultTypes: ['violations'],
          preload: false,
        },
      );
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      );
    },
    [runOnly, repeated] as const,
  );
}

/**
 * Shows the page as it stands in the colours of a palette, whatever theme is chosen. On the body: at the root the window
 * itself writes which theme it shows, whenever a setting is kept.
 */
export async function showPalette(page: Page, palette: Palette): Promise<void> {
  await page.evaluate((name) => {
    document.body.dataset.theme = name;
  }, palette);
}

/** What can be pressed or filled in and is smaller than 24 by 24 CSS pixels (WCAG 2.2, 2.5.8). */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, textarea, select, [role=tab]')].flatMap(
      (element) => {
        // A label is part of what can be pressed.
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        // Hidden from the eye, for screen readers or for keys alone: nothing to aim at.
        if (element.closest('.visually-hidden, [style*="clip-path"], [style*="clip:"]') !== null) return [];
        if (!element.checkVisibility() || (width >= 24 && height >= 24)) return [];
        return [`${element.outerHTML.slice(0, 120)} ${width} × ${height}`];
      },
    ),
  );
}

/** One h1, before all others, and no rank left out on the way down. */
export async function expectOrderedHeadings(page: Page, what: string): Promise<void> {
  const ranks = await page
    .locator('main')
    .first()
    .evaluate((main) =>
      [...main.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
    );
  expect
    .soft(
      ranks.filter((rank) => rank === 1),
      `${what}: one h1`,
    )
    .toHaveLength(1);
  const jumps = ranks.filter((rank, at) => rank > (ranks[at - 1] ?? 0) + 1);
  expect.soft(jumps, `${what}: ranks left out in ${ranks.join(' ')}`).toEqual([]);
}

/** What scrolls sideways, and what is cut off at a side of the window. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const sideways = Math.max(
      document.documentElement.scrollWidth - innerWidth,
      main === null ? 0 : main.scrollWidth - main.clientWidth,
    );
    const outside = [
      ...document.querySelectorAll(
        'button, input, textarea, [role=tab], [role=menuitem], [data-text], h1, h2',
      ),
    ].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return element.checkVisibility() && width > 0 && (left < -0.5 || right > innerWidth + 0.5);
    });
    return [
      ...(sideways > 0 ? [`sideways by ${sideways}`] : []),
      ...outside.map((each) => each.outerHTML.slice(0, 120)),
    ];
  });
}
