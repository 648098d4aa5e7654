import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appOrigin } from '../security/app-scheme.ts';
import { windowColourOf } from './native-theme.ts';
import { pagePreferences } from './page-preferences.ts';
import { type StartState, visibleBounds } from './start-state.ts';

/** Opens the one window. It is shown when its first frame is painted, so that nobody sees it white. */
export function openReaderWindow(preloadFile: string, state: StartState, title: string): BrowserWindow {
  const bounds = visibleBounds(
    state.bounds,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    width: 1320,
    height: 860,
    ...bounds,
    minWidth: 360,
    minHeight: 420,
    show: false,
    title,
    backgroundColor: windowColourOf(state.theme, nativeTheme),
    webPreferences: {
      ...pagePreferences(preloadFile),
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The document's own title would replace the window's; it is set by the app alone.
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** Brings the window to the front, for a second instance that was asked to start. */
export function comeForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
