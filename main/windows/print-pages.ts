import { randomUUID } from 'node:crypto';
import { BrowserWindow, type WebContents } from 'electron';
import { type PrintJob, ReaderError } from '../../preload/contract/index.ts';
import { appOrigin } from '../security/app-scheme.ts';
import { pagePreferences } from './page-preferences.ts';

/** A compilation of 100,000 characters is set in a few seconds; a page that takes longer is not coming. */
const patience = 120_000;

type Waiting = {
  readonly job: PrintJob;
  readonly contents: WebContents;
  readonly done: (problem: string | null) => void;
};

/** The hidden pages that set documents for the printer. */
export type PrintPages = {
  /** Whether a page of ours asks, which may then ask for its job and nothing else. */
  readonly owns: (contents: WebContents) => boolean;
  /** @throws ReaderError NOT_FOUND when no page waits for that job. */
  readonly job: (jobId: string) => PrintJob;
  readonly ready: (jobId: string, problem: string | null) => void;
  /** Sets `job` in a page of its own, gives the page to `deliver` when all of it stands, and closes it. */
  readonly set: <Value>(job: PrintJob, deliver: (contents: WebContents) => Promise<Value>) => Promise<Value>;
};

export function printPages(preloadFile: string): PrintPages {
  const waiting = new Map<string, Waiting>();
  const known = (jobId: string): Waiting => {
    const found = waiting.get(jobId);
    if (found === undefined) throw new ReaderError('NOT_FOUND', 'nothing is being printed under this id');
    return found;
  };
  return {
    owns: (contents) => [...waiting.values()].some((page) => page.contents === contents),
    job: (jobId) => known(jobId).job,
    ready: (jobId, problem) => known(jobId).done(problem),
    set: async (job, deliver) => {
      const jobId = randomUUID();
      // As wide as the paper between its margins, so that what is measured on the screen holds on paper.
      const window = new BrowserWindow({
        show: false,
        width: 800,
        height: 1100,
        webPreferences: { ...pagePreferences(preloadFile), backgroundThrottling: false },
      });
      try {
        const { webContents } = window;
        await new Promise<void>((resolve, reject) => {
          const fail = (why: string): void => reject(new ReaderError('PRINT_FAILED', why));
          const timer = setTimeout(() => fail('the page did not answer'), patience);
          const done = (problem: string | null): void => {
            clearTimeout(timer);
            if (problem === null) resolve();
            else fail(problem);
          };
          waiting.set(jobId, { job, contents: webContents, done });
          webContents.on('render-process-gone', () => done('the page ended'));
          webContents.on('did-fail-load', (_event, code) => done(`the page was not loaded: ${code}`));
          // The address is checked for our origin alone; the job's id is no secret from our own page.
          window.loadURL(`${appOrigin}/print/index.html#${jobId}`).catch((error: unknown) => {
            done(error instanceof Error ? error.message : String(error));
          });
        });
        return await deliver(webContents);
      } finally {
        waiting.delete(jobId);
        window.destroy();
      }
    },
  };
}
