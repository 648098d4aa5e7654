import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { openLocalRepository } from '../../main/storage/local-repository.ts';
import type { DocumentId } from '../../preload/contract/index.ts';
import { launchSwitches } from '../runtime/child.mjs';
import { withDisplay } from '../runtime/display.mjs';
import { resolveRuntime } from '../runtime/resolve.mjs';
import { homeEnvironment, repository } from '../tour/launch-app.ts';
import { median, percent } from './statistics.ts';

// Start: from the start of the process to the first document text painted, against an empty Electron
// window with one paragraph, on the same runtime, in pairs. Both are asked for their own paint times
// (wall clock) once they have painted, so that nothing is attached while they start.

const pairs = Number(process.argv[2] ?? 10);
const bar = 2.2;

/** Moments of one start, in milliseconds since the process was started. */
type Start = {
  readonly painted: number;
  readonly navigated: number;
  readonly marks: Readonly<Record<string, number>>;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function measure(
  executable: string,
  folder: string,
  home: string,
  display: NodeJS.ProcessEnv,
): Promise<Start> {
  const port = await freePort();
  const started = Date.now();
  const child = spawn(executable, [...launchSwitches(), `--remote-debugging-port=${port}`, folder], {
    env: { ...homeEnvironment(home), ...display },
    stdio: 'ignore',
  });
  try {
    const paint = await askForPaint(port);
    return {
      painted: paint.painted - started,
      navigated: paint.origin - started,
      marks: Object.fromEntries(paint.marks.map(([name, at]) => [name, paint.origin + at - started])),
    };
  } finally {
    await end(child);
  }
}

/** Waits until the page has been painted and lies still, then asks when that was. */
async function askForPaint(
  port: number,
): Promise<{ painted: number; origin: number; marks: [string, number][] }> {
  const deadline = Date.now() + 20_000;
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  // Well after the slowest start: a question asked earlier would be part of what is measured.
  await pause(2500);
  for (;;) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const page = browser.contexts()[0]?.pages()[0];
      const answer = await page?.evaluate(
        () =>
          new Promise<{ painted: number; origin: number; marks: [string, number][] } | null>((resolve) => {
            new PerformanceObserver((list, observer) => {
              observer.disconnect();
              // The first large text painted: the document's own, not a frame around it.
              const paints = list.getEntries() as (PerformanceEntry & { element?: Element | null })[];
              const text = paints.find(({ element }) => element?.closest('article, #text'));
              resolve(
                text === undefined
                  ? null
                  : {
                      painted: performance.timeOrigin + text.startTime,
                      origin: performance.timeOrigin,
                      marks: performance
                        .getEntriesByType('mark')
                        .map(({ name, startTime }) => [name, startTime]),
                    },
              );
            }).observe({ type: 'largest-contentful-paint', buffered: true });
          }),
      );
      await browser.close();
      if (answer) return answer;
      throw new Error('no document text has been painted');
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(500);
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error(`it ended by itself: ${child.signalCode ?? child.exitCode}`);
  }
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}

/** An Electron app of one window and one paragraph. */
async function makeEmptyApp(folder: string): Promise<void> {
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.cjs' }));
  await writeFile(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  new BrowserWindow({ width: 1320, height: 860 }).loadFile('index.html');
});
`,
  );
  await writeFile(
    path.join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><p id="text">${'坚持民生优先导向，不断化解民生难题。'.repeat(20)}</p>`,
  );
}

async function main(display: NodeJS.ProcessEnv): Promise<boolean> {
  const { executable, version, kind } = await resolveRuntime();
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-reader-bench-'));
  try {
    await makeEmptyApp(folder);
    const home = path.join(folder, 'home');
    const storage = await openLocalRepository({
      contentFile: path.join(repository, 'dist', 'content.db'),
      userFile: path.join(home, 'data', 'policy-reader', 'user', 'user.db'),
      wasmFile: path.join(repository, 'dist', 'app', 'main', 'sql-wasm.wasm'),
    });
    await storage.saveSettings({ route: { view: 'reader', documentId: '002' as DocumentId } });
    // One start each that does not count: the second and later ones find the caches filled, as on a real machine.
    await measure(executable, folder, path.join(folder, 'empty-home'), display);
    await measure(executable, repository, home, display);
    const runs: { readonly empty: Start; readonly app: Start }[] = [];
    for (let pair = 1; pair <= pairs; pair += 1) {
      const empty = await measure(executable, folder, path.join(folder, 'empty-home'), display);
      const app = await measure(executable, repository, home, display);
      runs.push({ empty, app });
      console.error(
        `pair ${pair}: empty ${Math.round(empty.painted)} ms, app ${Math.round(app.painted)} ms, ratio ${(app.painted / empty.painted).toFixed(2)}`,
      );
    }
    return report(runs, `Electron ${version} (${kind})`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function report(runs: readonly { readonly empty: Start; readonly app: Start }[], runtime: string): boolean {
  const of = (pick: (run: (typeof runs)[number]) => number): number => median(runs.map(pick));
  const ratio = of(({ app, empty }) => app.painted / empty.painted);
  const rows: readonly (readonly [string, number])[] = [
    ['empty window: paragraph painted', of(({ empty }) => empty.painted)],
    ['empty window: navigation begins', of(({ empty }) => empty.navigated)],
    ['app: navigation begins', of(({ app }) => app.navigated)],
    ...Object.keys(runs[0]?.app.marks ?? {}).map(
      (name) => [`app: ${name}`, of(({ app }) => app.marks[name] ?? 0)] as const,
    ),
    ['app: document text painted', of(({ app }) => app.painted)],
  ];
  console.log(`start, ${runtime}, ${runs.length} pairs, medians since the start of the process`);
  for (const [name, value] of rows)
    console.log(`  ${name.padEnd(36)} ${String(Math.round(value)).padStart(6)} ms`);
  const held = ratio <= bar;
  console.log(
    `  ratio ${ratio.toFixed(2)}, bar ${bar} (goal 1.6): ${held ? 'held' : 'NOT HELD'} (${percent(ratio / bar)} of the bar)`,
  );
  return held;
}

process.exitCode = (await withDisplay(main, { width: 1600, height: 1000 })) ? 0 : 1;
