import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright';
import { appEnvironment, launchSwitches } from '../runtime/child.mjs';
import { resolveRuntime } from '../runtime/resolve.mjs';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

export type RunningApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page complained of: uncaught errors and everything written to its console as an error. */
  readonly complaints: readonly string[];
};

type Options = {
  /** Where the app's data and caches go; the user's own are never touched. */
  readonly home: string;
  /** The folder that is started; another than the repository when what is in it shall be broken. */
  readonly folder?: string;
  readonly args?: readonly string[];
};

/** The environment in which everything the app keeps lies below `home`. */
export function homeEnvironment(home: string): Record<string, string> {
  return {
    ...appEnvironment(),
    XDG_DATA_HOME: path.join(home, 'data'),
    XDG_CACHE_HOME: path.join(home, 'cache'),
    XDG_CONFIG_HOME: path.join(home, 'config'),
    LOCALAPPDATA: path.join(home, 'local'),
  };
}

/** How long attaching to a starting app may take, in milliseconds, and how often it is tried. */
const attaching = { timeout: 20_000, tries: 3 };

/**
 * Attaching to a starting Electron was seen to hang about once in fifty starts on a loaded machine, with the app's window
 * open and well; that app is then ended, and another started.
 */
async function attach(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await _electron.launch({ ...options, timeout: attaching.timeout });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || tries === attaching.tries) throw error;
    }
  }
}

/** Starts the real app in the real Electron and waits for its window. */
export async function launchApp({ home, folder = repository, args = [] }: Options): Promise<RunningApp> {
  await mkdir(home, { recursive: true });
  const runtime = await resolveRuntime();
  const app = await attach({
    executablePath: runtime.executable,
    args: [...launchSwitches(), folder, ...args],
    env: homeEnvironment(home),
    // Playwright would hold the page in the light theme, whatever the app says.
    colorScheme: null,
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.locator('main').waitFor();
  return { app, page, complaints };
}

/** The next save dialog answers with `file`, or cancels; a native dialog cannot be driven from outside. */
export async function answerSaveDialog(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
}
