import { describe, expect, test } from 'vitest';
import { dataPaths } from '../../../../main/files/data-paths.ts';

describe('on Linux', () => {
  const paths = (env: Readonly<Record<string, string | undefined>>) =>
    dataPaths({ platform: 'linux', env, home: '/home/li' });

  test('the folders of the XDG variables are used', () => {
    expect(paths({ XDG_DATA_HOME: '/data/李 明', XDG_CACHE_HOME: '/fast' })).toEqual({
      dataFolder: '/data/李 明/policy-reader',
      cacheFolder: '/fast/policy-reader',
      userFile: '/data/李 明/policy-reader/user/user.db',
      startFile: '/fast/policy-reader/start.json',
      searchIndexFile: '/fast/policy-reader/search-index.bin',
    });
  });

  test.each([
    ['no variables', {}],
    ['empty ones', { XDG_DATA_HOME: '', XDG_CACHE_HOME: '' }],
    ['relative ones', { XDG_DATA_HOME: 'data', XDG_CACHE_HOME: './cache' }],
  ])('%s: the folders below home', (_name, env) => {
    expect(paths(env)).toMatchObject({
      dataFolder: '/home/li/.local/share/policy-reader',
      cacheFolder: '/home/li/.cache/policy-reader',
    });
  });
});

describe('on Windows', () => {
  const paths = (env: Readonly<Record<string, string | undefined>>) =>
    dataPaths({ platform: 'win32', env, home: 'C:\\Users\\李' });

  test('data is local, not roaming', () => {
    const found = paths({ LOCALAPPDATA: 'D:\\Local', APPDATA: 'D:\\Roaming' });
    expect(found).toEqual({
      dataFolder: 'D:\\Local\\policy-reader',
      cacheFolder: 'D:\\Local\\policy-reader\\cache',
      userFile: 'D:\\Local\\policy-reader\\user\\user.db',
      startFile: 'D:\\Local\\policy-reader\\cache\\start.json',
      searchIndexFile: 'D:\\Local\\policy-reader\\cache\\search-index.bin',
    });
  });

  test.each([
    ['no variable', {}],
    ['an empty one', { LOCALAPPDATA: '' }],
    ['a relative one', { LOCALAPPDATA: 'Local' }],
  ])('%s: the folder below home', (_name, env) => {
    expect(paths(env).dataFolder).toBe('C:\\Users\\李\\AppData\\Local\\policy-reader');
  });
});

test('on macOS data and caches are in the library, whatever XDG says', () => {
  const env = { XDG_DATA_HOME: '/data', XDG_CACHE_HOME: '/fast' };
  expect(dataPaths({ platform: 'darwin', env, home: '/Users/li' })).toEqual({
    dataFolder: '/Users/li/Library/Application Support/policy-reader',
    cacheFolder: '/Users/li/Library/Caches/policy-reader',
    userFile: '/Users/li/Library/Application Support/policy-reader/user/user.db',
    startFile: '/Users/li/Library/Caches/policy-reader/start.json',
    searchIndexFile: '/Users/li/Library/Caches/policy-reader/search-index.bin',
  });
});

test('clearing the cache folder cannot take the notes with it', () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    const { cacheFolder, userFile } = dataPaths({
      platform,
      env: {},
      home: platform === 'win32' ? 'C:\\u' : '/u',
    });
    expect(userFile.startsWith(cacheFolder)).toBe(false);
  }
});
