import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, nativeTheme, session } from 'electron';
import { devDependencies, version } from '../package.json';
import type { Settings } from '../preload/contract/index.ts';
import { translatorOf } from '../renderer/domain/strings/index.ts';
import { threadedExporter } from './export/run-export.ts';
import { dataPaths } from './files/data-paths.ts';
import { aboutHandlers } from './ipc/about-handlers.ts';
import { detailsHandlers } from './ipc/details-handlers.ts';
import { exportHandlers } from './ipc/export-handlers.ts';
import { factExportHandlers } from './ipc/fact-export-handlers.ts';
import { libraryHandlers, readOpening } from './ipc/library-handlers.ts';
import { printHandlers } from './ipc/print-handlers.ts';
import { registerCalls } from './ipc/register.ts';
import { searchExportHandlers } from './ipc/search-export-handlers.ts';
import { userDataHandlers } from './ipc/user-data-handlers.ts';
import { declareAppScheme, serveApp } from './security/app-scheme.ts';
import { lockContents, lockSession, silenceChromium } from './security/lock-down.ts';
import { startStorage } from './storage/client.ts';
import { searchIndexCache } from './storage/search-index-cache.ts';
import { dropDefaultMenu, setMenu } from './windows/menu.ts';
import { nativeThemeOf, windowColourOf } from './windows/native-theme.ts';
import { printPages } from './windows/print-pages.ts';
import { comeForward, openReaderWindow } from './windows/reader-window.ts';
import { readStartState, type StartState, writeStartState } from './windows/start-state.ts';

// This file is dist/app/main/app.cjs, in the repository as in app.asar.
const bundle = path.resolve(__dirname, '..');
const contentFile = path.resolve(bundle, '..', 'content.db');
const paths = dataPaths({ platform: process.platform, env: process.env, home: homedir() });

// Everything Chromium keeps, the instance lock included, goes to the cache folder: the data folder
// may be read-only, and the app must then still open for reading.
app.setPath('userData', usableFolder(paths.cacheFolder));
app.setName('policy-reader');

if (app.requestSingleInstanceLock()) start();
else app.exit(0);

function start(): void {
  silenceChromium(app);
  declareAppScheme();
  const storage = startStorage(path.join(bundle, 'main', 'storage-worker.cjs'), {
    contentFile,
    userFile: paths.userFile,
    wasmFile: path.join(bundle, 'main', 'sql-wasm.wasm'),
  });
  const opening = readOpening(storage);
  // Storage has found the library to be of this hash. Without one no index is kept, since none could be trusted.
  const libraryHash = readFile(`${contentFile}.sha256`, 'utf8');
  libraryHash.catch(() => undefined);
  let state: StartState = readStartState(paths.startFile);
  let window: BrowserWindow | null = null;
  const title = translatorOf(state.language)('app.name');
  nativeTheme.themeSource = nativeThemeOf(state.theme);
  // Chromium's own words and its date fields follow the language of the UI, not that of the system.
  app.commandLine.appendSwitch('lang', state.language);
  dropDefaultMenu();

  const settingsChanged = ({ theme, language }: Settings): void => {
    nativeTheme.themeSource = nativeThemeOf(theme);
    window?.setBackgroundColor(windowColourOf(theme, nativeTheme));
    if (window !== null && language !== state.language) setMenu(window, language, !app.isPackaged);
    state = { ...state, theme, language };
  };
  // The start state is only a cache: what the user's data says holds as soon as it is known. Why it cannot be
  // known, the window's first call tells.
  opening.then(
    ({ opening: { settings } }) => settingsChanged(settings),
    () => undefined,
  );
  lockContents(app);
  const preloadFile = path.join(bundle, 'preload', 'bridge.cjs');
  const printing = printPages(preloadFile);
  const exporter = threadedExporter(path.join(bundle, 'main', 'export-worker.cjs'), storage.connect, () => ({
    exportedAt: new Date(),
    version,
  }));
  registerCalls(
    {
      ...libraryHandlers(storage, opening, contentFile),
      ...detailsHandlers(storage),
      ...userDataHandlers(storage, settingsChanged),
      ...exportHandlers(storage, () => window, exporter),
      ...factExportHandlers(storage, () => window),
      ...searchExportHandlers(storage, () => window),
      ...printHandlers(storage, () => window, printing, path.join(bundle, 'main', 'pdf-worker.cjs')),
      ...aboutHandlers(storage, {
        version,
        dataFolder: paths.dataFolder,
        licencesFile: path.join(bundle, 'licences.md'),
        pinnedElectron: devDependencies.electron,
      }),
    },
    {
      allowed: (contents, name) =>
        contents === window?.webContents ||
        ((name === 'print.job' || name === 'print.ready') && printing.owns(contents)),
      parseResults: !app.isPackaged,
      log: (message) => console.warn(message),
    },
  );
  app.on('second-instance', () => {
    if (window !== null) comeForward(window);
  });
  app.on('window-all-closed', () => app.quit());
  // The storage thread answers what was asked of it before the process may end.
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    // A disk that hangs must not keep the program from ending for ever; what was acknowledged is written.
    const patience = new Promise((resolve) => setTimeout(resolve, 10_000));
    const finish = Promise.all([storage.close(), writeStartState(paths.startFile, state)]);
    void Promise.race([finish, patience]).finally(() => {
      closed = true;
      app.quit();
    });
  });

  void app.whenReady().then(() => {
    lockSession(session.defaultSession);
    serveApp(session.defaultSession, path.join(bundle, 'renderer'), {
      feed: () => storage.searchFeed(),
      index: searchIndexCache(paths.searchIndexFile, async () => `${version} ${await libraryHash}`),
    });
    window = openReaderWindow(preloadFile, state, title);
    const opened = window;
    // Just before the window is shown: making the menu takes time that the page is waiting for.
    opened.once('ready-to-show', () => setMenu(opened, state.language, !app.isPackaged));
    opened.on('close', () => {
      state = { ...state, bounds: opened.getNormalBounds(), maximized: opened.isMaximized() };
    });
    opened.on('closed', () => {
      window = null;
    });
  });
}

/** `folder`, made if need be; where that is refused, a folder for this run alone. */
function usableFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (error) {
    console.warn(`cache folder: ${error instanceof Error ? error.message : String(error)}`);
    return mkdtempSync(path.join(tmpdir(), 'policy-reader-'));
  }
}
