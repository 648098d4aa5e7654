import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchSwitches } from '../../../build/runtime/child.mjs';
import { withDisplay } from '../../../build/runtime/display.mjs';
import { repositoryRoot } from '../../../build/runtime/locations.mjs';
import { chosenRuntime } from '../../../build/runtime/resolve.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policy-reader-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function command(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const options = { cwd: repositoryRoot, encoding: 'utf8', timeout: 60_000 } as const;
  return spawnSync(process.execPath, args, { ...options, env: { ...process.env, ...env } });
}

describe('build/setup.mjs', () => {
  it('says what it does not know', () => {
    const { status, stderr, stdout } = command(['build/setup.mjs', '--only=furniture']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      'There is no part furniture; --only takes packages, system, runtime, library, bundles.\n',
    );
  });

  it('ends with a sentence and no stack when the named Electron is not there', () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
    const { status, stderr } = command(['build/setup.mjs', '--only=runtime'], env);
    expect(status).toBe(1);
    expect(stderr).toContain(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}`);
    expect(stderr).not.toContain('    at ');
  });
});

describe('build/verify/run.mjs', () => {
  it('refuses a step it does not know', () => {
    const { status, stderr } = command(['build/verify/run.mjs', 'types', 'tests']);
    expect(status).toBe(2);
    expect(stderr).toContain('There is no step tests');
  });
});

describe.runIf(process.platform === 'linux')('build/launch.mjs', () => {
  it('starts the app with the repository, passes words and exit code on, and is no plain Node', () => {
    const executable = join(folder, 'electron');
    writeFileSync(executable, '#!/bin/sh\necho "$ELECTRON_RUN_AS_NODE|$@"\nexit 7\n');
    chmodSync(executable, 0o755);
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_RUN_AS_NODE: '1', DISPLAY: ':0' };
    const { status, stdout } = command(['build/launch.mjs', '--lang=en'], env);
    const words = [...launchSwitches({ env }), repositoryRoot, '--lang=en'];
    expect({ status, stdout }).toEqual({ status: 7, stdout: `|${words.join(' ')}\n` });
  });
});

describe.runIf(process.platform === 'linux')('the runtime', () => {
  it('runs an application folder as Electron does, with a module before it', async () => {
    const runtime = chosenRuntime();
    if (runtime === undefined) throw new Error('no runtime: run node build/setup.mjs first');
    mkdirSync(join(folder, 'app'));
    const manifest = {
      name: 'tried',
      productName: 'Tried',
      version: '3.2.1',
      type: 'module',
      main: 'main.js',
    };
    writeFileSync(join(folder, 'app/package.json'), JSON.stringify(manifest));
    const program = `import { app } from 'electron';
      console.log([app.name, app.getVersion(), app.isReady(), process.defaultApp, globalThis.before].join());
      app.exit(5);`;
    writeFileSync(join(folder, 'app/main.js'), program);
    writeFileSync(join(folder, 'before.cjs'), 'globalThis.before = require("electron").app.isReady();');
    const result = await withDisplay(async (env) => {
      const args = [...launchSwitches(), '-r', join(folder, 'before.cjs'), join(folder, 'app')];
      return spawnSync(runtime.executable, args, { env, encoding: 'utf8', timeout: 60_000 });
    });
    expect(result.status).toBe(5);
    expect(result.stdout.trim()).toBe('Tried,3.2.1,false,true,false');
  });
});
