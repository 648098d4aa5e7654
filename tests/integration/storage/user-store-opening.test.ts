import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFileOf } from '../../../main/storage/journal/file-names.ts';
import type { UserStore } from '../../../main/storage/user-store.ts';
import { defaultSettings } from '../../../preload/contract/index.ts';
import { stateOfFolder } from '../../support/file-state.ts';
import { codeOf } from '../../support/reader-errors.ts';
import { changedBytes, foreignDatabase } from '../../support/sample-library.ts';
import {
  alteredUserFile,
  databaseOf,
  newUserFile,
  openStore,
  userFileOf,
  writtenUserFile,
} from '../../support/user-files.ts';
import { annotation, bookmark, position } from '../../support/user-records.ts';

/** Opens what is at `file`, tries every kind of change, and expects all to be refused with the file untouched. */
async function expectRefused(file: string, code: string): Promise<UserStore> {
  const before = await stateOfFolder(path.dirname(file));
  const store = await openStore(file);
  expect(store.problem()?.code).toBe(code);
  expect(store.annotations()).toEqual([]);
  expect(store.bookmarks()).toEqual([]);
  expect(store.positions()).toEqual([]);
  expect(store.settings()).toEqual(defaultSettings);
  expect(await codeOf(() => store.applyAnnotations({ put: [annotation()], remove: [] }))).toBe(code);
  expect(await codeOf(() => store.applyBookmarks({ put: [bookmark()], remove: [] }))).toBe(code);
  expect(await codeOf(() => store.savePosition(position()))).toBe(code);
  expect(await codeOf(() => store.saveSettings({ theme: 'white' }))).toBe(code);
  expect(store.annotations()).toEqual([]);
  expect(await stateOfFolder(path.dirname(file))).toEqual(before);
  return store;
}

describe('where there is no file yet', () => {
  test('all is empty and well, and the first change makes folder and file', async () => {
    const file = await newUserFile();
    const store = await openStore(file);
    expect(store.problem()).toBeNull();
    expect(store.annotations()).toEqual([]);
    expect(store.settings()).toEqual(defaultSettings);
    const first = annotation();
    await store.applyAnnotations({ put: [first], remove: [] });
    expect((await openStore(file)).annotations()).toEqual([first]);
    expect((await readdir(path.dirname(file))).map((name) => dataFileOf(name)?.kind)).toEqual(['journal']);
  });

  test('reading writes no file', async () => {
    const file = await newUserFile();
    const store = await openStore(file);
    store.annotations();
    expect(await readdir(path.dirname(file))).toEqual([]);
  });
});

test('what was written is there at the next start, letter by letter', async () => {
  const { file, ...records } = await writtenUserFile();
  const store = await openStore(file);
  expect(store.problem()).toBeNull();
  expect(store.annotations()).toEqual([records.annotation]);
  expect(store.bookmarks()).toEqual([records.bookmark]);
  expect(store.positions()).toEqual([records.position]);
  expect(store.settings()).toEqual({ ...defaultSettings, theme: 'dark' });
});

test('opening changes no byte of a whole file', async () => {
  const { file } = await writtenUserFile();
  const before = await stateOfFolder(path.dirname(file));
  await openStore(file);
  expect(await stateOfFolder(path.dirname(file))).toEqual(before);
});

test('what an interrupted write left is removed at the next start, and nothing else', async () => {
  const { file } = await writtenUserFile();
  const folder = path.dirname(file);
  const others = ['user.damaged-1.db', 'user.db.bak', 'user.db.tmp-mine', '说明.txt'];
  for (const name of [...others, 'user.db.tmp-00112233aabb']) await writeFile(path.join(folder, name), 'x');
  expect((await openStore(file)).problem()).toBeNull();
  expect((await readdir(folder)).sort()).toEqual([...others, 'user.db'].sort());
});

describe('a damaged file is noticed, kept as it is, and nothing is written over it', () => {
  test('of no bytes', async () => {
    await expectRefused(await userFileOf(new Uint8Array()), 'USER_DATA_CORRUPT');
  });

  test('cut off, wherever', async () => {
    const { file } = await writtenUserFile();
    const bytes = await readFile(file);
    for (const length of [1, 50, 100, 4095, 4096, 8192, bytes.length - 4096, bytes.length - 1]) {
      const cut = await userFileOf(bytes.subarray(0, length));
      expect((await openStore(cut)).problem()?.code, `${length} bytes`).toBe('USER_DATA_CORRUPT');
    }
    await expectRefused(await userFileOf(bytes.subarray(0, bytes.length - 100)), 'USER_DATA_CORRUPT');
  });

  test('of other bytes', async () => {
    const random = Uint8Array.from({ length: 9000 }, (_, index) => (index * 7919 + 13) % 251);
    await expectRefused(await userFileOf(random), 'USER_DATA_CORRUPT');
    random.set(new TextEncoder().encode('SQLite format 3\0'));
    await expectRefused(await userFileOf(random), 'USER_DATA_CORRUPT');
  });

  test('overwritten in the middle', async () => {
    const { file } = await writtenUserFile();
    const bytes = await readFile(file);
    await expectRefused(await userFileOf(bytes.fill(0xa5, 4096, 8192)), 'USER_DATA_CORRUPT');
  });

  test("another program's database, with its application id or with ours", async () => {
    for (const id of [0, 0x63657975, 0x6365796e])
      await expectRefused(await userFileOf(await foreignDatabase(id)), 'USER_DATA_CORRUPT');
  });

  test.each([
    ["update annotations set style = 'sparkling'"],
    ["update annotations set tags = 'no list'"],
    ["update annotations set heading_path = '[1]'"],
    ["update annotations set note = x'00ff'"],
    ['update annotations set start_offset = -1'],
    ["update annotations set created_at = 'yesterday'"],
    ["update bookmarks set edition_hash = ''"],
    ['update positions set progress = 2'],
    ['drop table annotations'],
    ['drop table bookmarks'],
    ['drop table positions'],
    ['drop table settings'],
    ['drop table meta'],
    ["delete from meta where key = 'compat'"],
    ["update meta set value = 'x' where key = 'compat'"],
    ['pragma application_id = 1'],
    ['pragma user_version = 0'],
  ])('%s', async (sql) => {
    const { file } = await alteredUserFile((database) => void database.run(sql));
    await expectRefused(file, 'USER_DATA_CORRUPT');
  });

  test('a folder in its place cannot be read', async () => {
    const file = await newUserFile();
    await mkdir(file, { recursive: true });
    await expectRefused(file, 'IO');
  });
});

describe('a file of a newer program', () => {
  test('that this one could spoil is refused and untouched, even by starting afresh', async () => {
    const { file } = await alteredUserFile((database) => {
      database.run("update meta set value = '99' where key = 'compat'; pragma user_version = 99");
    });
    await writeFile(`${file}.tmp-00112233aabb`, 'what the newer program left');
    const before = await stateOfFolder(path.dirname(file));
    const store = await expectRefused(file, 'USER_DATA_NEWER');
    expect(await codeOf(() => store.startAfresh())).toBe('BAD_REQUEST');
    expect(await stateOfFolder(path.dirname(file))).toEqual(before);
  });

  test('that this one still understands opens and keeps what only the newer one knows', async () => {
    const { file, annotation: old } = await alteredUserFile((database) => {
      database.run(`
        alter table annotations add column mood text;
        update annotations set mood = 'calm';
        create table collections(id text primary key, name text);
        insert into collections values ('1', '民生');
        insert into settings values ('sound', '"soft"');
        update meta set value = '3' where key = 'schema';
        pragma user_version = 3`);
    });
    const store = await openStore(file);
    expect(store.problem()).toBeNull();
    expect(store.annotations()).toEqual([old]);
    const edited = { ...old, note: '改过的', modifiedAt: '2026-11-23T00:00:00.000Z' };
    await store.applyAnnotations({ put: [edited], remove: [] });
    await store.saveSettings({ bareKeys: false });
    expect((await openStore(file)).annotations()).toEqual([edited]);
    const seen: unknown[] = [];
    await changedBytes(await userFileOf(await databaseOf(file)), (database) => {
      for (const sql of [
        'select mood from annotations',
        'select name from collections',
        "select value from settings where key = 'sound'",
        "select value from meta where key = 'schema'",
        'pragma user_version',
      ])
        seen.push(database.exec(sql)[0]?.values[0]?.[0]);
    });
    expect(seen).toEqual(['calm', '民生', '"soft"', '3', 3]);
  });
});

describe('one setting that cannot be read', () => {
  test.each([
    ['theme', '"blue"'],
    ['typography', '{"fontSize":1000}'],
    ['typography', 'not JSON'],
    ['route', '{"view":"reader"}'],
    ['scriptViews', '[1]'],
    ['language', ''],
    ['__proto__', '{"theme":"white"}'],
    ['unknown', '1'],
  ])('%s: %s falls back alone', async (key, value) => {
    const file = await newUserFile();
    const others = { leftPanel: false, rightPanel: false } as const;
    await (await openStore(file)).saveSettings(others);
    const written = await userFileOf(await databaseOf(file));
    const bytes = await changedBytes(written, (database) => {
      database.run('insert or replace into settings values (?, ?)', [key, value]);
    });
    await writeFile(written, bytes);
    const store = await openStore(written);
    expect(store.problem()).toBeNull();
    expect(store.settings()).toEqual({ ...defaultSettings, ...others });
    await store.saveSettings({ theme: 'dark' });
    expect((await openStore(written)).settings()).toEqual({ ...defaultSettings, ...others, theme: 'dark' });
  });
});
