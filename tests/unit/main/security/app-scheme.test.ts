import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fileOfAddress, serveApp } from '../../../../main/security/app-scheme.ts';
import { contentSecurityPolicy } from '../../../../main/security/content-security-policy.ts';
import { searchIndexCache } from '../../../../main/storage/search-index-cache.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

vi.mock('electron', () => ({ protocol: {} }));

const root = path.resolve('bundles', 'renderer');
const backslash = '\\';

describe('an address of ours is a file below the bundles', () => {
  test.each([
    ['app://reader/index.html', 'index.html'],
    ['app://reader/index.html?x=1#/notes', 'index.html'],
    ['app://reader/assets/index-BSNxPKaK.js', 'assets/index-BSNxPKaK.js'],
    ['app://reader/assets/search.worker-D_8-2x--.js', 'assets/search.worker-D_8-2x--.js'],
    ['app://reader/assets/index-a1B2.css', 'assets/index-a1B2.css'],
    ['app://reader/assets/icon-BvfbDlI_.svg', 'assets/icon-BvfbDlI_.svg'],
  ])('%s', (address, file) => {
    expect(fileOfAddress(address, root)).toBe(path.join(root, file));
  });
});

describe('is refused unread', () => {
  test.each([
    ['encoded dots in a folder', 'app://reader/assets/%2e%2e%2f%2e%2e%2fuser.html'],
    ['encoded dots in a name', 'app://reader/index%2ehtml'],
    ['an encoded slash', 'app://reader/..%2f..%2fuser.html'],
    ['a backslash', `app://reader/..${backslash}..${backslash}user.html`],
    ['an encoded backslash', 'app://reader/..%5cuser.html'],
    ['NUL', 'app://reader/index.html%00.js'],
    ['a NUL as it is', 'app://reader/index\u0000.html'],
    ['a trailing dot', 'app://reader/index.html.'],
    ['a trailing space', 'app://reader/index.html%20'],
    ['two dots in a row', 'app://reader/index..html'],
    ['a hidden file', 'app://reader/.env.js'],
    ['a drive', 'app://reader/C:/windows/x.js'],
    ['an alternate stream', 'app://reader/index.html::$DATA.js'],
    ['a double slash', 'app://reader//server/share/x.js'],
    ['the folder', 'app://reader/'],
    ['no path', 'app://reader'],
    ['a name without an extension', 'app://reader/assets/index'],
    ['an unknown type', 'app://reader/user.db'],
    ['a source map', 'app://reader/assets/index-BSNxPKaK.js.map'],
    ['a program', 'app://reader/setup.exe'],
    ['a type of other letters', 'app://reader/index.HTML'],
    ['a name with a space', 'app://reader/my%20file.html'],
    ['a Chinese name', 'app://reader/政策.html'],
    ['another host', 'app://other/index.html'],
    ['a longer host', 'app://reader.evil.example/index.html'],
    ['another port', 'app://reader:81/index.html'],
    ['a user', 'app://someone@reader/index.html'],
    ['a password', 'app://:secret@reader/index.html'],
    ['another scheme', 'https://reader/index.html'],
    ['a file', 'file:///etc/hosts.html'],
    ['no address', 'index.html'],
    ['nothing', ''],
    ['a device', 'app://reader/nul.js'],
    ['a device with a name behind it', 'app://reader/assets/con.bundle.js'],
    ['a device as a folder', 'app://reader/AUX/index.html'],
    ['a numbered device', 'app://reader/com1.html'],
  ])('%s', (_name, address) => {
    expect(fileOfAddress(address, root)).toBeNull();
  });

  test('a long hostile name, without hanging', () => {
    const started = performance.now();
    for (const unit of ['-a', 'a-', '.a', 'a.', '/a', 'a/', '_-', '-'])
      expect(fileOfAddress(`app://reader/a${unit.repeat(5000)}!`, root)).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test.each([
  'app://reader/../../etc/passwd.js',
  'app://reader/assets/../../../secret.html',
  'app://reader/%2e%2e/%2e%2e/secret.html',
  'app://reader/./../secret.css',
])('%s never leaves the bundles', (address) => {
  const file = fileOfAddress(address, root);
  expect(file === null || file.startsWith(root + path.sep)).toBe(true);
});

describe('what is served', () => {
  let answer: (address: string, method?: string, body?: Uint8Array<ArrayBuffer>) => Promise<Response>;
  let indexFile: string;
  let feed: () => Promise<string>;

  beforeEach(async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'bundle', 'assets'), { recursive: true });
    await writeFile(path.join(folder, 'bundle', 'index.html'), '<!doctype html>');
    await writeFile(path.join(folder, 'bundle', 'assets', 'index-BSNxPKaK.js'), 'export {};');
    await writeFile(path.join(folder, 'secret.html'), 'secret');
    let handler: ((request: Request) => Promise<Response>) | undefined;
    const session = {
      protocol: {
        handle: (_scheme: string, given: typeof handler) => {
          handler = given;
        },
      },
    };
    feed = async () => '[]';
    indexFile = path.join(folder, 'cache', 'search-index.bin');
    await mkdir(path.dirname(indexFile));
    serveApp(session as unknown as Session, path.join(folder, 'bundle'), {
      feed: () => feed(),
      index: searchIndexCache(indexFile, async () => 'library'),
    });
    answer = async (address, method = 'GET', body = new Uint8Array()) => {
      if (handler === undefined) throw new Error('no handler for app://');
      // Node's Request takes no app:// address in every version.
      const request = new Request('http://localhost/', method === 'GET' ? {} : { method, body });
      return handler(Object.defineProperty(request, 'url', { value: address }));
    };
  });

  test('a page, with the policy and its type', async () => {
    const response = await answer('app://reader/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a script, as a script', async () => {
    const response = await answer('app://reader/assets/index-BSNxPKaK.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  test('the search feed, with the policy', async () => {
    const response = await answer('app://reader/library/search-feed.json');
    expect(await response.text()).toBe('[]');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  test.each([
    ['a file that is not there', 'app://reader/assets/gone.js', 'GET', 404],
    ['a folder', 'app://reader/assets', 'GET', 404],
    ['a file above', 'app://reader/..%2fsecret.html', 'GET', 404],
    ['another host', 'app://other/index.html', 'GET', 404],
    ['another method', 'app://reader/index.html', 'POST', 405],
  ])('%s is refused without a body', async (_name, address, method, status) => {
    const response = await answer(address, method);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
  });

  test('the index of the search, once it was given to be kept, but no damaged one', async () => {
    const address = 'app://reader/library/search-index';
    expect((await answer(address)).status).toBe(404);
    expect((await answer(address, 'PUT', Uint8Array.of(1))).status).toBe(405);
    expect((await answer(address, 'POST', Uint8Array.of(1, 2, 3))).status).toBe(204);
    const response = await answer(address);
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    await writeFile(indexFile, 'something else');
    expect((await answer(address)).status).toBe(404);
  });

  test('without a library there is no feed, and the answer says so', async () => {
    feed = () => Promise.reject(new Error('no library'));
    const response = await answer('app://reader/library/search-feed.json');
    expect(response.status).toBe(503);
  });
});
