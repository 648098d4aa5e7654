import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type Page } from 'playwright';
import { openLocalRepository } from '../../main/storage/local-repository.ts';
import type { Repository } from '../../main/storage/repository.ts';
import type { Annotation, AnnotationId, DocumentContent } from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { createAnchor } from '../../renderer/domain/anchors/index.ts';
import { launchSwitches } from '../runtime/child.mjs';
import { withDisplay } from '../runtime/display.mjs';
import { resolveRuntime } from '../runtime/resolve.mjs';
import { homeEnvironment, launchApp, repository } from '../tour/launch-app.ts';
import { book, makePlainApp, makeTenfoldApp, wasmFile } from './reader-apps.ts';
import { median } from './statistics.ts';

// The reader with a whole book in it: the compilation read from cover to cover with 1,000 annotations on it,
// against the same text as plain paragraphs in an empty window, on the same runtime, in the same run.

const rounds = Number(process.argv[2] ?? 5);
const annotationCount = 1000;

/** How long a click takes to show, and what a long scroll costs. All in milliseconds. */
type Round = {
  readonly open: number;
  readonly whole: number;
  readonly highlight: number;
  /** Frames from the key press to the one that shows the new mark. */
  readonly highlightFrames: number;
  readonly switchFirst: number;
  readonly switchScript: number;
};
type Scroll = {
  readonly frames: number;
  readonly median: number;
  readonly slowest: number;
  readonly longest: number;
};

async function openStorage(home: string, app: string): Promise<Repository> {
  const userFile = path.join(home, 'data', 'policy-reader', 'user', 'user.db');
  return openLocalRepository({ contentFile: path.join(app, 'dist', 'content.db'), userFile, wasmFile });
}

/** The compilation and the documents in it. */
async function partsOf(storage: Repository): Promise<readonly DocumentContent[]> {
  const { documents } = await storage.opening();
  const ids = documents.filter(({ id, parentId }) => id === book || parentId === book).map(({ id }) => id);
  return Promise.all(ids.map((id) => storage.readDocument(id)));
}

/** Annotations of 5 to 60 characters at places spread evenly over all blocks. */
function annotationsOn(parts: readonly DocumentContent[], count: number): readonly Annotation[] {
  const places = parts.flatMap((content) =>
    content.blocks.filter(({ text }) => text.length > 20).map((block) => ({ content, block })),
  );
  const now = new Date().toISOString();
  return Array.from({ length: count }, (_, index): Annotation[] => {
    const { content, block } = places[(index * 7919) % places.length] ?? {};
    if (content === undefined || block === undefined) return [];
    const offset = (index * 31) % Math.max(1, block.text.length - 8);
    const end = Math.min(block.text.length, offset + 5 + (index % 55));
    const anchor = createAnchor(content, { blockId: block.id, offset }, { blockId: block.id, offset: end });
    if (anchor === null) return [];
    return [
      {
        id: randomUUID() as AnnotationId,
        scope: 'text',
        anchor,
        style: markStyles[index % markStyles.length] ?? 'yellow',
        note: index % 3 === 0 ? `第 ${index} 条笔记` : '',
        tags: [],
        due: null,
        status: null,
        createdAt: now,
        modifiedAt: now,
        trashedAt: null,
        carried: null,
      },
    ];
  }).flat();
}

/** Functions below are sent to the page as text, in which the compiler has left calls of a helper of its own. */
async function knowNames(page: Page): Promise<void> {
  await page.evaluate('globalThis.__name = (named) => named');
}

type Opened = {
  /** Until a frame in which as much as asked first stands there, and one frame more. */
  readonly shown: number;
  /** The same for as much as asked in the end. */
  readonly whole: number;
};

/** Documents on the page and marks painted on them, "1 1". */
type Asked = `${number} ${number}`;

/** Clicks what `selector` names and waits until `first` and then `all` stands on the page, in milliseconds. */
async function clickToSecondFrame(page: Page, selector: string, first: Asked, all: Asked): Promise<Opened> {
  return page.evaluate(
    async ({ selector, first, all }) => {
      const holds = (asked: string): boolean => {
        const [sheets = '0', marks = '0'] = asked.split(' ');
        let painted = 0;
        for (const [name, { size }] of CSS.highlights) if (name.startsWith('mark-')) painted += size;
        return document.querySelectorAll('article').length >= Number(sheets) && painted >= Number(marks);
      };
      const target = document.querySelector<HTMLElement>(selector);
      if (target === null) throw new Error(`no ${selector}`);
      const start = performance.now();
      target.click();
      const until = async (asked: string): Promise<number> => {
        await new Promise<void>((resolve) => {
          const frame = (): void => {
            if (holds(asked)) requestAnimationFrame(() => resolve());
            else requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        });
        return performance.now() - start;
      };
      return { shown: await until(first), whole: await until(all) };
    },
    { selector, first, all },
  );
}

/** Scrolls through the page that `selector` names, 120 pixels a frame, and times every frame. */
async function scroll(page: Page, selector: string, frames: number): Promise<Scroll> {
  const result = await page.evaluate(
    async ({ selector, frames }) => {
      const target = document.querySelector(selector) ?? document.scrollingElement;
      if (target === null) throw new Error(`no ${selector}`);
      let longest = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
      });
      observer.observe({ type: 'longtask' });
      const times: number[] = [];
      await new Promise<void>((resolve) => {
        let last = 0;
        const frame = (now: number): void => {
          if (last > 0) times.push(now - last);
          last = now;
          target.scrollBy({ top: 120, behavior: 'instant' });
          if (times.length >= frames) resolve();
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      });
      await new Promise((resolve) => setTimeout(resolve, 200));
      observer.disconnect();
      return { times, longest };
    },
    { selector, frames },
  );
  return {
    frames,
    median: median(result.times),
    slowest: Math.max(...result.times),
    longest: result.longest,
  };
}

async function measureApp(home: string): Promise<Round> {
  const { app, page } = await launchApp({ home });
  await knowNames(page);
  await page.locator('.library-table, table').first().waitFor();
  // Somebody looks at the list before he opens something; by then the window has settled.
  await page.waitForTimeout(2500);
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>('main button, main a'))
      if (button.textContent?.includes('行动政策汇编')) button.id = 'bench-book';
  });
  // A pointer is over a title before it clicks it.
  await page.locator('#bench-book').hover();
  await page.waitForTimeout(300);
  // The text of the window with its marks; the documents further down follow, and are timed by themselves.
  const { shown: open, whole } = await clickToSecondFrame(page, '#bench-book', '1 1', '14 900');
  await page.locator('.markers, .marker').first().waitFor({ state: 'attached' });
  const addHighlight = await page.evaluate(async () => {
    const texts = [...document.querySelectorAll('article [data-text]')].filter(
      ({ textContent }) => (textContent?.length ?? 0) > 60,
    );
    const node = texts[3]?.firstChild;
    if (node == null) throw new Error('no text to mark');
    document.getSelection()?.setBaseAndExtent(node, 2, node, 30);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const count = (): number => {
      let sum = 0;
      for (const [name, highlight] of CSS.highlights) if (name.startsWith('mark')) sum += highlight.size;
      return sum;
    };
    const before = count();
    const start = performance.now();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', bubbles: true }));
    let frames = 0;
    do {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames += 1;
    } while (count() === before);
    // The frame is painted when its callbacks have run.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return { frames, milliseconds: performance.now() - start };
  });
  const toggle = async (): Promise<number> =>
    page.evaluate(async () => {
      const sample = (): string =>
        document.querySelector('article:nth-of-type(2) [data-text]')?.textContent ?? '';
      const before = document.querySelector('.sheets')?.textContent?.slice(0, 3000);
      const radios = [...document.querySelectorAll<HTMLInputElement>('.top-bar input[type=radio]')];
      const other = radios.find(({ checked }) => !checked);
      if (other === undefined) throw new Error(`no script switch: ${sample()}`);
      const start = performance.now();
      other.click();
      await new Promise<void>((resolve) => {
        const frame = (): void => {
          const now = document.querySelector('.sheets')?.textContent?.slice(0, 3000);
          if (now !== undefined && now !== before) requestAnimationFrame(() => resolve());
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      });
      return performance.now() - start;
    });
  const switchFirst = await toggle();
  const switches = [await toggle(), await toggle(), await toggle()];
  await app.close();
  return {
    open,
    whole,
    highlight: addHighlight.milliseconds,
    highlightFrames: addHighlight.frames,
    switchFirst,
    switchScript: median(switches),
  };
}

async function withPlain<Value>(
  folder: string,
  home: string,
  act: (page: Page) => Promise<Value>,
): Promise<Value> {
  const { executable } = await resolveRuntime();
  const app = await _electron.launch({
    executablePath: executable,
    args: [...launchSwitches(), folder],
    env: homeEnvironment(home),
    colorScheme: null,
  });
  const page = await app.firstWindow();
  await page.locator('#open').waitFor();
  await knowNames(page);
  const value = await act(page);
  await app.close();
  return value;
}

async function measureScroll(
  folder: string,
  home: string,
  plain: string,
): Promise<readonly [Scroll, Scroll]> {
  const tenfold = path.join(folder, 'tenfold');
  await makeTenfoldApp(tenfold);
  const { app, page } = await launchApp({ home, folder: tenfold });
  await knowNames(page);
  await page
    .getByRole('button', { name: /行动政策汇编/ })
    .first()
    .click();
  await page.locator('article').nth(100).waitFor({ state: 'attached', timeout: 60_000 });
  // Outline and markers of a hundred documents are made in idle moments after the text is there.
  await page.waitForTimeout(3000);
  const own = await scroll(page, 'main.page', 300);
  await app.close();
  const baseline = await withPlain(plain, path.join(folder, 'plain-home'), async (window) => {
    await window.locator('#open').click();
    return scroll(window, 'html', 300);
  });
  return [own, baseline];
}

async function main(display: NodeJS.ProcessEnv): Promise<boolean> {
  Object.assign(process.env, display);
  const { version, kind } = await resolveRuntime();
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-reader-bench-'));
  try {
    const home = path.join(folder, 'home');
    const storage = await openStorage(home, repository);
    const parts = await partsOf(storage);
    await storage.applyAnnotations({ put: [...annotationsOn(parts, annotationCount)], remove: [] });
    const texts = parts.flatMap(({ blocks }) => blocks.map(({ text }) => text));
    const [plain, tenfold] = [path.join(folder, 'plain'), path.join(folder, 'plain-ten')];
    await makePlainApp(plain, texts);
    await makePlainApp(tenfold, Array.from({ length: 10 }, () => texts).flat());
    const own: Round[] = [];
    const baselines: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const baseline = await withPlain(plain, path.join(folder, 'plain-home'), (page) =>
        clickToSecondFrame(page, '#open', '1 0', '1 0').then(({ shown }) => shown),
      );
      // A home as it was left by nobody: the app would open where it was last.
      const fresh = path.join(folder, `home-${round}`);
      await cp(home, fresh, { recursive: true });
      const measured = await measureApp(fresh);
      // The first round finds cold caches on both sides and does not count.
      if (round > 0) {
        own.push(measured);
        baselines.push(baseline);
      }
      console.error(
        `round ${round}: plain ${Math.round(baseline)} ms, reader ${Math.round(measured.open)} ms`,
      );
    }
    const [scrolled, plainScrolled] = await measureScroll(folder, path.join(folder, 'scroll-home'), tenfold);
    const characters = texts.reduce((sum, { length }) => sum + length, 0);
    console.log(
      `reader, Electron ${version} (${kind}), ${characters} characters, ${annotationCount} annotations, medians of ${rounds}`,
    );
    return report(own, baselines, scrolled, plainScrolled);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function report(
  own: readonly Round[],
  baselines: readonly number[],
  scrolled: Scroll,
  plain: Scroll,
): boolean {
  const of = (pick: (round: Round) => number): number => median(own.map(pick));
  const ratio = median(own.map(({ open }, index) => open / (baselines[index] ?? Number.NaN)));
  const lines: readonly (readonly [string, string, boolean])[] = [
    ['plain paragraphs, click to second frame', `${Math.round(median(baselines))} ms`, true],
    ['first window with its marks, to second frame', `${Math.round(of(({ open }) => open))} ms`, true],
    ['all its documents and marks there', `${Math.round(of(({ whole }) => whole))} ms`, true],
    ['ratio of the first window, bar 1.5', ratio.toFixed(2), ratio <= 1.5],
    ['add one highlight, key to painted', `${Math.round(of(({ highlight }) => highlight))} ms`, true],
    [
      'frames until it is seen, bar the next one',
      `${of(({ highlightFrames }) => highlightFrames)}`,
      of(({ highlightFrames }) => highlightFrames) <= 1,
    ],
    ['first script switch, tables loaded', `${Math.round(of(({ switchFirst }) => switchFirst))} ms`, true],
    [
      'script switch, bar 100 ms',
      `${Math.round(of(({ switchScript }) => switchScript))} ms`,
      of(({ switchScript }) => switchScript) <= 100,
    ],
    ['scroll of ten times the text, frame', `${scrolled.median.toFixed(1)} ms`, true],
    ['the same as plain paragraphs, frame', `${plain.median.toFixed(1)} ms`, true],
    ['longest task while scrolling, bar 50 ms', `${Math.round(scrolled.longest)} ms`, scrolled.longest <= 50],
    ['the same as plain paragraphs', `${Math.round(plain.longest)} ms`, true],
  ];
  for (const [name, value, held] of lines)
    console.log(`  ${name.padEnd(46)} ${value.padStart(9)}${held ? '' : '  NOT HELD'}`);
  return lines.every(([, , held]) => held);
}

process.exitCode = (await withDisplay(main, { width: 1600, height: 1000 })) ? 0 : 1;
