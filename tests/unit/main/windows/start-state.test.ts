import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import {
  readStartState,
  type StartState,
  visibleBounds,
  writeStartState,
} from '../../../../main/windows/start-state.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const state: StartState = {
  bounds: { x: -1200, y: 40, width: 1100, height: 700 },
  maximized: true,
  theme: 'dark',
  language: 'en',
};
const fresh: StartState = { bounds: null, maximized: false, theme: 'system', language: 'zh-CN' };

describe('the start state', () => {
  test('comes back as it was left, in a folder that did not exist', async () => {
    const file = path.join(await temporaryFolder(), '缓存 目录', 'start.json');
    await writeStartState(file, state);
    expect(readStartState(file)).toEqual(state);
    await writeStartState(file, { ...state, bounds: null, maximized: false });
    expect(readStartState(file)).toEqual({ ...state, bounds: null, maximized: false });
  });

  test('is the default where there is no file', async () => {
    expect(readStartState(path.join(await temporaryFolder(), 'start.json'))).toEqual(fresh);
  });

  test.each([
    ['empty', ''],
    ['cut off', JSON.stringify(state).slice(0, 40)],
    ['null', 'null'],
    ['a list', '[]'],
    ['random bytes', '\u0000\u0001\ufffd{'],
    ['of an unknown theme', JSON.stringify({ ...state, theme: 'blue' })],
    ['of a window without width', JSON.stringify({ ...state, bounds: { x: 0, y: 0, width: 0, height: 5 } })],
    ['of a window at half a pixel', JSON.stringify({ ...state, bounds: { ...state.bounds, x: 0.5 } })],
    ['without a field', JSON.stringify({ bounds: null })],
  ])('is the default where the file is %s, and the next write mends it', async (_name, text) => {
    const file = path.join(await temporaryFolder(), 'start.json');
    await writeFile(file, text);
    expect(readStartState(file)).toEqual(fresh);
    await writeStartState(file, state);
    expect(readStartState(file)).toEqual(state);
  });

  test('leaves no leftovers of an earlier, interrupted write', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'start.json.tmp-0123456789ab'), '{');
    await writeStartState(path.join(folder, 'start.json'), state);
    expect(await readdir(folder)).toEqual(['start.json']);
  });

  test('that cannot be kept is logged and stops nobody', async () => {
    const file = path.join(await temporaryFolder(), 'start.json');
    await mkdir(path.join(file, 'in the way'), { recursive: true });
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await writeStartState(file, state);
    expect(warn).toHaveBeenCalledOnce();
    expect(readStartState(file)).toEqual(fresh);
    warn.mockRestore();
  });

  test('is plain JSON, one can read it', async () => {
    const file = path.join(await temporaryFolder(), 'start.json');
    await writeStartState(file, state);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(state);
  });
});

describe('remembered bounds', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 };
  const second = { x: 1920, y: 0, width: 1280, height: 1024 };
  const bounds = { x: 100, y: 80, width: 1320, height: 860 };

  test('none are none', () => {
    expect(visibleBounds(null, [screen])).toBeNull();
  });

  test.each([
    ['in the middle', bounds],
    ['with the left half outside', { ...bounds, x: -660 }],
    ['with the right half outside', { ...bounds, x: 1700 }],
    ['longer than the screen', { ...bounds, y: 0, height: 4000 }],
    ['a few pixels above, as a maximised window may be', { ...bounds, y: -8 }],
  ])('%s are used', (_name, found) => {
    expect(visibleBounds(found, [screen])).toEqual(found);
  });

  test.each([
    ['to the right of every screen', { ...bounds, x: 1920 }],
    ['to the left', { ...bounds, x: -1300 }],
    ['with the title bar above the screen', { ...bounds, y: -50 }],
    ['below', { ...bounds, y: 1030 }],
  ])('%s are not', (_name, lost) => {
    expect(visibleBounds(lost, [screen])).toBeNull();
  });

  test('on a screen that is gone are not used, and are again when it is back', () => {
    const there = { ...bounds, x: 2000 };
    expect(visibleBounds(there, [screen, second])).toEqual(there);
    expect(visibleBounds(there, [screen])).toBeNull();
    expect(visibleBounds(there, [])).toBeNull();
  });
});
