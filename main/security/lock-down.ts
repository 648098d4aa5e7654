import { type App, app as electronApp, type Session } from 'electron';

/**
 * Switches that close the ways Chromium has to the network. Which of them do the work was measured
 * in packaging-notes.md, section 3: host-resolver-rules is the strongest single layer.
 * Must be called before the app is ready.
 */
export function silenceChromium(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
}

/**
 * Every address that could leave the machine or read a file. Our own scheme is not among them: asking
 * main about each of its requests would cost the start a turn of the busiest thread for every file.
 */
const foreignAddresses = ['*://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** Nothing leaves, nothing is granted, nothing is checked for spelling over the network. */
export function lockSession(session: Session): void {
  // Without the empty list Electron fetches a dictionary at start, even with the spell checker off.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest({ urls: foreignAddresses }, (_details, callback) => {
    callback({ cancel: true });
  });
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(permission === 'clipboard-sanitized-write');
  });
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write');
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** No page of ours ever navigates, opens a window, or hosts another page. */
export function lockContents(app: App = electronApp): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
}
