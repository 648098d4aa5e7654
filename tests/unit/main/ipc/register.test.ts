import type { WebContents } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { registerCalls } from '../../../../main/ipc/register.ts';
import { callNames, calls, type Handlers, ReaderError } from '../../../../preload/contract/index.ts';
import { eventOf, invoke, listeners, pageAt } from '../../../support/electron-double.ts';
import { annotation } from '../../../support/user-records.ts';
import { badArguments, goodArguments } from './call-samples.ts';

vi.mock('electron', async () => {
  const { ipcMain } = await import('../../../support/electron-double.ts');
  return { ipcMain, protocol: {} };
});

const own = pageAt('app://reader/index.html');
const value = { any: 'thing' };
let handled: { name: string; args: unknown }[];
let logged: string[];
let handle: (name: string, args: unknown) => Promise<unknown>;

/** Registers handlers that note what reaches them, anew for each test. */
function register({
  parseResults = false,
  allowed = (contents: WebContents, _name: string): boolean => contents === own.contents,
} = {}): void {
  listeners.clear();
  const handlers = Object.fromEntries(
    callNames.map((name) => [
      name,
      (args: unknown) => {
        handled.push({ name, args });
        return handle(name, args);
      },
    ]),
  ) as unknown as Handlers;
  registerCalls(handlers, { allowed, parseResults, log: (message) => logged.push(message) });
}

beforeEach(() => {
  handled = [];
  logged = [];
  handle = async () => value;
  register();
});

const refused = { ok: false, error: { code: 'BAD_REQUEST', message: expect.any(String) } };

test('every call of the table is registered once, and nothing else', () => {
  expect([...listeners.keys()].sort()).toEqual([...callNames].sort());
  expect(Object.keys(calls).sort()).toEqual([...callNames].sort());
});

describe.each(callNames)('%s', (name) => {
  test('with good arguments reaches its handler with them, and is answered with its value', async () => {
    for (const args of goodArguments[name]) {
      handled = [];
      expect(await invoke(name, own.event, structuredClone(args))).toEqual({ ok: true, value });
      expect(handled).toEqual([{ name, args }]);
    }
    expect(logged).toEqual([]);
  });

  test('with bad arguments answers BAD_REQUEST, reaches no handler, and logs no word of them', async () => {
    for (const args of badArguments(name)) {
      logged = [];
      expect(await invoke(name, own.event, args), String(JSON.stringify(args)).slice(0, 200)).toEqual(
        refused,
      );
      expect(logged).toHaveLength(1);
      expect(logged[0]).toMatch(new RegExp(`^${name}: BAD_REQUEST `));
      expect(logged[0]).not.toMatch(/用户|秘密|x{20}|sparkling|passwd|养老金/);
      expect(logged[0]?.length).toBeLessThan(500);
    }
    expect(handled).toEqual([]);
  });

  test('from a stranger answers BAD_REQUEST and reaches no handler', async () => {
    const [args] = goodArguments[name];
    const gone = {
      get url(): string {
        throw new Error('Render frame was disposed before WebFrameMain could be accessed');
      },
    };
    const strangers = [
      pageAt('app://reader/index.html').event,
      eventOf(own.contents, { url: 'app://reader/index.html' }),
      eventOf(own.contents, null),
      eventOf(pageAt('app://reader/index.html').contents, own.contents.mainFrame),
      eventOf(own.contents, gone),
    ];
    for (const event of strangers) expect(await invoke(name, event, args)).toEqual(refused);
    expect(handled).toEqual([]);
    expect(logged).toHaveLength(strangers.length);
  });

  test.each([
    'https://example.org/',
    'app://reader.example.org/index.html',
    'app://reader',
    'app://other/index.html',
    'file:///app/index.html',
    'data:text/html,app://reader/',
    'about:blank',
    '',
  ])('from our window while it shows %j answers BAD_REQUEST', async (url) => {
    const foreign = pageAt(url);
    register({ allowed: (contents) => contents === foreign.contents });
    expect(await invoke(name, foreign.event, goodArguments[name][0])).toEqual(refused);
    expect(handled).toEqual([]);
  });

  test('without a window answers BAD_REQUEST', async () => {
    register({ allowed: () => false });
    expect(await invoke(name, own.event, goodArguments[name][0])).toEqual(refused);
    expect(handled).toEqual([]);
  });

  test('larger than 8 MB is refused, by bytes and not by characters', async () => {
    const large = [
      { ...goodArguments[name][0], more: 'x'.repeat(8 * 1024 * 1024) },
      { ...goodArguments[name][0], more: '字'.repeat(3 * 1024 * 1024) },
    ];
    for (const args of large) {
      expect(await invoke(name, own.event, args)).toEqual({
        ok: false,
        error: { code: 'BAD_REQUEST', message: 'the arguments are larger than 8 MB' },
      });
    }
    expect(handled).toEqual([]);
  });

  test('with what is no plain data answers BAD_REQUEST', async () => {
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    for (const args of [circle, { n: 1n }, new Uint8Array(3)])
      expect(await invoke(name, own.event, args)).toEqual(refused);
    expect(handled).toEqual([]);
  });

  test('whose handler throws answers INTERNAL, or the code of a ReaderError', async () => {
    const [args] = goodArguments[name];
    const failures = [
      [() => Promise.reject(new Error('broken')), { code: 'INTERNAL', message: 'broken' }],
      [() => Promise.reject('text'), { code: 'INTERNAL', message: 'text' }],
      [
        () => {
          throw new TypeError('at once');
        },
        { code: 'INTERNAL', message: 'at once' },
      ],
      [() => Promise.reject(new ReaderError('DISK_FULL', 'full')), { code: 'DISK_FULL', message: 'full' }],
    ] as const;
    for (const [failing, error] of failures) {
      handle = failing;
      expect(await invoke(name, own.event, args)).toEqual({ ok: false, error });
      expect(logged.pop()).toBe(`${name}: ${error.code} ${error.message}`);
    }
  });

  test('is answered with a parsed result when that is asked for', async () => {
    register({ parseResults: true });
    expect(await invoke(name, own.event, goodArguments[name][0])).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL' },
    });
    handle = async () => undefined;
    expect(await invoke(name, own.event, goodArguments[name][0])).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL' },
    });
  });
});

test('a call just below 8 MB passes', async () => {
  const put = Array.from({ length: 27 }, () => annotation({ note: '注'.repeat(100_000) }));
  const size = Buffer.byteLength(JSON.stringify({ put, remove: [] }));
  expect(size).toBeGreaterThan(8_000_000);
  expect(size).toBeLessThan(8 * 1024 * 1024);
  expect(await invoke('annotations.apply', own.event, { put, remove: [] })).toEqual({ ok: true, value });
});

test('a window made anew is known at the next call, and the former one no longer', async () => {
  let current: typeof own.contents | null = null;
  register({ allowed: (contents) => contents === current });
  expect(await invoke('app.about', own.event, {})).toEqual(refused);
  current = own.contents;
  expect(await invoke('app.about', own.event, {})).toEqual({ ok: true, value });
  const next = pageAt('app://reader/index.html');
  current = next.contents;
  expect(await invoke('app.about', own.event, {})).toEqual(refused);
  expect(await invoke('app.about', next.event, {})).toEqual({ ok: true, value });
});

test('a page that may make one call can make no other', async () => {
  register({ allowed: (_contents, asked) => asked === 'print.job' });
  const jobId = '6f1c7a9e-3f0b-4b1e-9b8e-0a5a52f1c111';
  expect(await invoke('print.job', own.event, { jobId })).toEqual({ ok: true, value });
  expect(await invoke('annotations.list', own.event, {})).toEqual(refused);
});
