import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fallbackFolder, fallbackStamp } from '../../../build/runtime/fallback.mjs';
import { executableName, officialFolder } from '../../../build/runtime/locations.mjs';
import { officialArchive } from '../../../build/runtime/official.mjs';
import { chosenRuntime, describeRuntime, resolveRuntime } from '../../../build/runtime/resolve.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'policy-reader-test-'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ devDependencies: { electron: '45.4.1' } }));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(folder: string, version: string): string {
  const executable = join(folder, executableName(process.platform));
  mkdirSync(dirname(executable), { recursive: true });
  writeFileSync(executable, '');
  writeFileSync(join(folder, 'version'), version);
  return executable;
}

function putFallback(): string {
  const executable = put(fallbackFolder(root), '33.2.1');
  writeFileSync(join(fallbackFolder(root), fallbackStamp.file), fallbackStamp.text);
  return executable;
}

describe('the order of the runtimes', () => {
  it('is override, official, fallback, nothing', () => {
    expect(chosenRuntime({ root, env: {} })).toBeUndefined();

    const fallback = putFallback();
    expect(chosenRuntime({ root, env: {} })).toMatchObject({ kind: 'fallback', executable: fallback });

    const official = put(officialFolder(root), 'v45.4.1');
    expect(chosenRuntime({ root, env: {} })).toMatchObject({
      kind: 'official',
      executable: official,
      version: '45.4.1',
    });

    const override = put(join(root, 'own'), '44.0.0');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'own') };
    expect(chosenRuntime({ root, env })).toMatchObject({
      kind: 'override',
      executable: override,
      version: '44.0.0',
    });
  });

  it('passes over an official binary of another version than the pinned one', () => {
    put(officialFolder(root), '44.9.9');
    expect(chosenRuntime({ root, env: {} })).toBeUndefined();
  });

  it('passes over a fallback that an interrupted run or another recipe left', () => {
    put(fallbackFolder(root), '33.2.1');
    expect(chosenRuntime({ root, env: {} })).toBeUndefined();
    writeFileSync(join(fallbackFolder(root), fallbackStamp.file), '{"recipe":0}');
    expect(chosenRuntime({ root, env: {} })).toBeUndefined();
  });

  it('keeps a fallback that is there without asking for a download', async () => {
    const executable = putFallback();
    await expect(resolveRuntime({ root, env: {} })).resolves.toMatchObject({ kind: 'fallback', executable });
  });

  it('says which folder an override lacks the executable in', () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'nowhere') };
    expect(() => chosenRuntime({ root, env })).toThrow(/ELECTRON_OVERRIDE_DIST_PATH is .*nowhere.*unset it/);
  });

  it('tells that a fallback is for development and tests only', () => {
    putFallback();
    const runtime = chosenRuntime({ root, env: {} });
    expect(runtime && describeRuntime(runtime, root)).toBe(
      'Electron 33.2.1 from the npm registry, for development and tests only (a release needs the official 45.4.1)',
    );
  });
});

describe("the official archive's address", () => {
  it('is that of the published release without a mirror', () => {
    const { name, url } = officialArchive('45.4.1', {}, 'linux', 'x64');
    expect(name).toBe('electron-v45.4.1-linux-x64.zip');
    expect(url.endsWith('/v45.4.1/electron-v45.4.1-linux-x64.zip')).toBe(true);
  });

  it.each([
    [
      { ELECTRON_MIRROR: 'http://mirror.test/e/' },
      'http://mirror.test/e/v45.4.1/electron-v45.4.1-linux-x64.zip',
    ],
    [
      { ELECTRON_MIRROR: 'http://mirror.test/e' },
      'http://mirror.test/e/v45.4.1/electron-v45.4.1-linux-x64.zip',
    ],
    [
      { npm_config_electron_mirror: 'http://npm.test/', ELECTRON_CUSTOM_DIR: '{{ version }}' },
      'http://npm.test/45.4.1/electron-v45.4.1-linux-x64.zip',
    ],
    [
      { ELECTRON_MIRROR: 'http://mirror.test/', ELECTRON_CUSTOM_FILENAME: 'e.zip' },
      'http://mirror.test/v45.4.1/e.zip',
    ],
  ])('follows %o', (env, url) => {
    expect(officialArchive('45.4.1', env, 'linux', 'x64').url).toBe(url);
  });
});
