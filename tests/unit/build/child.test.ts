import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appEnvironment, launchSwitches, sandboxHint } from '../../../build/runtime/child.mjs';
import { hasDisplay } from '../../../build/runtime/display.mjs';

describe('how the app is started', () => {
  it('leaves the sandbox on for everyone but root on Linux', () => {
    expect(launchSwitches({ platform: 'linux', uid: 0, env: { DISPLAY: ':0' } })).toEqual(['--no-sandbox']);
    expect(launchSwitches({ platform: 'linux', uid: 1000, env: { DISPLAY: ':0' } })).toEqual([]);
    expect(launchSwitches({ platform: 'darwin', uid: 0, env: {} })).toEqual([]);
    expect(launchSwitches({ platform: 'win32', uid: undefined, env: {} })).toEqual([]);
  });

  it('uses Wayland where that is all there is', () => {
    const env = { WAYLAND_DISPLAY: 'wayland-0' };
    expect(launchSwitches({ platform: 'linux', uid: 1000, env })).toEqual(['--ozone-platform=wayland']);
  });

  it('takes away the variable that makes Electron a plain Node', () => {
    expect(appEnvironment({ ELECTRON_RUN_AS_NODE: '1', HOME: '/h' })).toEqual({ HOME: '/h' });
  });

  it('sees a display in DISPLAY or WAYLAND_DISPLAY, and always outside Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  it('tells a user whose system refuses the sandbox what to run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'policy-reader-test-'));
    const refusing = { uid: 1000, read: () => '1' };
    try {
      expect(sandboxHint(folder, refusing)).toBeUndefined();
      writeFileSync(join(folder, 'chrome-sandbox'), '');
      expect(sandboxHint(folder, refusing)).toContain('sudo chmod 4755');
      expect(sandboxHint(folder, { uid: 0, read: () => '1' })).toBeUndefined();
      expect(sandboxHint(folder, { uid: 1000, read: () => undefined })).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
