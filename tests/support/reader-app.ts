import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from 'playwright/test';
import { launchApp, type RunningApp, repository } from '../../build/tour/launch-app.ts';

type StartOptions = {
  readonly folder?: string;
  /** Complaints of the page that this test provokes. */
  readonly provokes?: RegExp;
};

type Fixtures = {
  /** A folder of the test's own, in which the app keeps everything. */
  readonly home: string;
  /** Starts the app with that folder; every app still running is closed at the end. */
  readonly start: (options?: StartOptions) => Promise<RunningApp>;
};

/** Playwright's test with the app as a fixture; a test fails when the page complained of anything. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern
  home: async ({}, use) => {
    const home = await mkdtemp(path.join(tmpdir(), 'policy-reader-'));
    await use(home);
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  },
  start: async ({ home }, use) => {
    const running: RunningApp[] = [];
    let provoked: RegExp | undefined;
    await use(async ({ provokes, ...options } = {}) => {
      provoked = provokes;
      const app = await launchApp({ home, ...options });
      running.push(app);
      return app;
    });
    await Promise.all(running.map(({ app }) => app.close()));
    const complaints = running
      .flatMap((app) => app.complaints)
      .filter((complaint) => provoked?.test(complaint) !== true);
    if (complaints.length > 0) throw new Error(`the page complained:\n${complaints.join('\n')}`);
  },
});

/** Where the app keeps the user's data below a home. */
export function userFileIn(home: string): string {
  return path.join(home, 'data', 'policy-reader', 'user', 'user.db');
}

/** A copy of the built app, in which things can be broken without harming the real one. */
export async function copyOfApp(home: string): Promise<string> {
  const folder = path.join(home, 'app');
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  await cp(path.join(repository, 'package.json'), path.join(folder, 'package.json'));
  await cp(path.join(repository, 'dist', 'app'), path.join(folder, 'dist', 'app'), { recursive: true });
  for (const name of ['content.db', 'content.db.sha256']) {
    await cp(path.join(repository, 'dist', name), path.join(folder, 'dist', name));
  }
  return folder;
}
