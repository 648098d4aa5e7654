import path from 'node:path';

/** The folder name everywhere; see "Names" in the architecture. */
const folderName = 'policy-reader';

export type DataPaths = {
  /** Notes, bookmarks, settings: what a backup must hold. */
  readonly dataFolder: string;
  /** Chromium's caches: may be deleted at any time, so kept apart from the data. */
  readonly cacheFolder: string;
  readonly userFile: string;
  /** Window bounds, theme and language, needed before the data is open; a cache of no value by itself. */
  readonly startFile: string;
  /** The packed index of the search; a cache. */
  readonly searchIndexFile: string;
};

type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

/**
 * Where data and caches live: on Windows under %LOCALAPPDATA% (a roaming profile would slow log-on
 * and lose locks), on macOS under ~/Library, elsewhere by the XDG base directory specification.
 * A variable that is empty or holds a relative path is ignored, as that specification asks.
 */
export function dataPaths({ platform, env, home }: Surroundings): DataPaths {
  const folders = { data: '', cache: '' };
  const rules = platform === 'win32' ? path.win32 : path.posix;
  const base = (value: string | undefined, ...fallback: readonly string[]): string =>
    value !== undefined && rules.isAbsolute(value) ? value : rules.join(home, ...fallback);
  if (platform === 'win32') {
    const local = base(env.LOCALAPPDATA, 'AppData', 'Local');
    folders.data = rules.join(local, folderName);
    folders.cache = rules.join(local, folderName, 'cache');
  } else if (platform === 'darwin') {
    folders.data = rules.join(home, 'Library', 'Application Support', folderName);
    folders.cache = rules.join(home, 'Library', 'Caches', folderName);
  } else {
    folders.data = rules.join(base(env.XDG_DATA_HOME, '.local/share'), folderName);
    folders.cache = rules.join(base(env.XDG_CACHE_HOME, '.cache'), folderName);
  }
  return {
    dataFolder: folders.data,
    cacheFolder: folders.cache,
    userFile: rules.join(folders.data, 'user', 'user.db'),
    startFile: rules.join(folders.cache, 'start.json'),
    searchIndexFile: rules.join(folders.cache, 'search-index.bin'),
  };
}
