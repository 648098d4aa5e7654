import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { lockContents, lockSession, silenceChromium } from '../../../../main/security/lock-down.ts';

vi.mock('electron', () => ({ app: {}, protocol: {} }));

type BeforeRequest = (details: object, callback: (answer: { cancel: boolean }) => void) => void;
type PermissionRequest = (contents: null, permission: string, callback: (granted: boolean) => void) => void;

type PermissionCheck = (contents: null, permission: string) => boolean;

/** A session that keeps what it is told. */
function lockedSession() {
  const told: {
    beforeRequest?: BeforeRequest;
    addresses?: readonly string[];
    request?: PermissionRequest;
    check?: PermissionCheck;
    device?: () => boolean;
    spelling?: boolean;
    languages?: readonly string[];
  } = {};
  const session = Object.assign(new EventEmitter(), {
    setSpellCheckerEnabled: (enabled: boolean) => {
      told.spelling = enabled;
    },
    setSpellCheckerLanguages: (languages: readonly string[]) => {
      told.languages = languages;
    },
    webRequest: {
      onBeforeRequest: ({ urls }: { urls: readonly string[] }, listener: BeforeRequest) => {
        told.addresses = urls;
        told.beforeRequest = listener;
      },
    },
    setPermissionRequestHandler: (handler: PermissionRequest) => {
      told.request = handler;
    },
    setPermissionCheckHandler: (handler: PermissionCheck) => {
      told.check = handler;
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      told.device = handler;
    },
  });
  lockSession(session as unknown as Session);
  return { session, told };
}

describe('the session', () => {
  test('a request to anywhere but ourselves is cancelled, and main is not asked about our own', () => {
    const { told } = lockedSession();
    // Chromium's match patterns: `*` stands for http and https.
    for (const scheme of ['*', 'ws', 'wss', 'ftp', 'file'])
      expect(told.addresses).toContain(`${scheme}://*/*`);
    expect(told.addresses?.some((pattern) => pattern.startsWith('app:'))).toBe(false);
    const answers: boolean[] = [];
    told.beforeRequest?.({}, ({ cancel }) => answers.push(cancel));
    expect(answers).toEqual([true]);
  });

  test.each([
    ['clipboard-sanitized-write', true],
    ['clipboard-read', false],
    ['media', false],
    ['geolocation', false],
    ['notifications', false],
    ['openExternal', false],
    ['fileSystem', false],
  ])('the permission %s is granted: %s', (permission, granted) => {
    const { told } = lockedSession();
    const answers: boolean[] = [];
    told.request?.(null, permission, (answer) => answers.push(answer));
    expect([...answers, told.check?.(null, permission)]).toEqual([granted, granted]);
  });

  test('no device, no download, no dictionary from the network', () => {
    const { session, told } = lockedSession();
    expect(told.device?.()).toBe(false);
    expect(told.spelling).toBe(false);
    expect(told.languages).toEqual([]);
    const event = { preventDefault: vi.fn() };
    session.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });
});

describe('every web contents', () => {
  test('opens no window, goes nowhere and hosts nothing', () => {
    const app = new EventEmitter();
    lockContents(app as unknown as App);
    const opened: (() => { action: string })[] = [];
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => { action: string }) => opened.push(handler),
      setWebRTCIPHandlingPolicy: vi.fn(),
    });
    app.emit('web-contents-created', {}, contents);
    expect(opened.map((handler) => handler())).toEqual([{ action: 'deny' }]);
    expect(contents.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp');
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-attach-webview']) {
      const event = { preventDefault: vi.fn() };
      contents.emit(name, event);
      expect(event.preventDefault, name).toHaveBeenCalledOnce();
    }
  });

  test('trusts no certificate and offers none', () => {
    const app = new EventEmitter();
    lockContents(app as unknown as App);
    const event = { preventDefault: vi.fn() };
    const trusted: boolean[] = [];
    app.emit('certificate-error', event, null, '', '', null, (trust: boolean) => trusted.push(trust));
    app.emit('select-client-certificate', event);
    expect(trusted).toEqual([false]);
    expect(event.preventDefault).toHaveBeenCalledTimes(2);
  });
});

test('no host name is ever resolved', () => {
  const appendSwitch = vi.fn();
  silenceChromium({ commandLine: { appendSwitch } } as unknown as App);
  expect(appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND');
  expect(appendSwitch).toHaveBeenCalledWith('no-proxy-server');
});
