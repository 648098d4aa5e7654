import { expect, type Page } from 'playwright/test';
import { chooseScript, openFromLibrary } from '../../build/tour/journey.ts';
import { test } from '../support/reader-app.ts';

/** Lines that begin or end with a mark that may not stand there, and dashes and ellipses torn apart. */
function wrongBreaks(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const range = document.createRange();
    for (const element of document.querySelectorAll('article.sheet [data-text]')) {
      const node = element.firstChild;
      if (!(node instanceof Text)) continue;
      const { data } = node;
      for (const { index } of data.matchAll(
        /[、，；：。！？”’）》】〕]|(?<=[“‘（《【〔])|(?<=—)—|(?<=…)…/gu,
      )) {
        if (index === 0 || index >= data.length || data[index - 1] === '\n') continue;
        const [before = 0, here = 0] = [index - 1, index].map((at) => {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect().bottom;
        });
        if (here - before > 8) wrong.push(data.slice(Math.max(0, index - 6), index + 4));
      }
    }
    return wrong;
  });
}

/** What sticks out of the window or of its own box at the side. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    const sideways = (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0);
    const outside = [...document.querySelectorAll('article.sheet [data-text], .red-head span')].filter(
      (element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return element.checkVisibility() && width > 0 && (left < -0.5 || right > innerWidth + 0.5);
      },
    );
    return [
      ...(sideways > 0 ? [`sideways by ${sideways}`] : []),
      ...outside.map((each) => each.outerHTML.slice(0, 100)),
    ];
  });
}

/** Adds a style sheet of the reader's own to the page, in place of the one before. */
async function setOwnSheet(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const own = new CSSStyleSheet();
    own.replaceSync(text);
    document.adoptedStyleSheets = [own];
  }, css);
}

const documents = [/工作报告/, /服务贸易/, /陆家嘴/] as const;

test('lines break by the rules of Chinese and nothing is cut off, at any width and with wide spacing', async ({
  start,
}) => {
  const { app, page } = await start();
  const resize = async (width: number, zoom: number): Promise<void> => {
    await app.evaluate(
      ({ BrowserWindow }, [width, zoom]) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setContentSize(width ?? 0, 900);
        window?.webContents.setZoomFactor(zoom ?? 1);
      },
      [width, zoom],
    );
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(width / zoom));
  };
  for (const title of documents) {
    await resize(1280, 1);
    await openFromLibrary(page, title);
    if (title === documents[0]) await chooseScript(page, '原文');
    for (const [width, zoom] of [
      [1280, 1],
      [1280, 4],
      [400, 1],
    ] as const) {
      await resize(width, zoom);
      expect.soft(await wrongBreaks(page), `${title} at ${width} / ${zoom}`).toEqual([]);
      expect.soft(await cutOff(page), `${title} at ${width} / ${zoom}`).toEqual([]);
    }
    // WCAG 2.2, 1.4.12, as a reader's own style sheet would ask for it.
    await setOwnSheet(
      page,
      `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`,
    );
    await expect(page.locator('article.sheet p').first()).not.toHaveCSS('letter-spacing', 'normal');
    expect.soft(await cutOff(page), `${title} with wide spacing`).toEqual([]);
    await setOwnSheet(page, '');
  }
  // The check itself: without the rules it finds what they prevent.
  await setOwnSheet(page, '* { line-break: anywhere !important }');
  expect((await wrongBreaks(page)).length).toBeGreaterThan(5);
});
