import { access, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFileOf } from '../../../main/storage/journal/file-names.ts';
import type { UserStore } from '../../../main/storage/user-store.ts';
import type { Annotation } from '../../../preload/contract/index.ts';
import { failingDisk } from '../../support/failing-files.ts';
import { hashOfFile } from '../../support/file-state.ts';
import { codeOf } from '../../support/reader-errors.ts';
import { newUserFile, openStore, userFileOf, writtenUserFile } from '../../support/user-files.ts';
import { annotation, bookmark, position } from '../../support/user-records.ts';

const put = (...records: readonly Annotation[]) => ({ put: records, remove: [] });
const at = (second: number): string => new Date(Date.UTC(2026, 10, 22, 8, 0, second)).toISOString();

describe('a change', () => {
  test('puts, replaces and removes, all or nothing of it, in the order of making', async () => {
    const file = await newUserFile();
    const store = await openStore(file);
    const [first, second, third] = [1, 2, 3].map((second) => annotation({ createdAt: at(second) }));
    if (first === undefined || second === undefined || third === undefined) throw new Error('three are made');
    await store.applyAnnotations(put(third, first, second));
    expect(store.annotations()).toEqual([first, second, third]);
    const edited = { ...second, note: '', tags: [], style: 'underline' as const };
    await store.applyAnnotations({ put: [edited], remove: [first.id] });
    expect(store.annotations()).toEqual([edited, third]);
    expect((await openStore(file)).annotations()).toEqual([edited, third]);
  });

  test('that removes what is not there is harmless, so that it can be repeated', async () => {
    const { file, annotation: kept } = await writtenUserFile();
    const store = await openStore(file);
    const gone = annotation();
    await store.applyAnnotations({ put: [], remove: [gone.id] });
    await store.applyBookmarks({ put: [], remove: [bookmark().id] });
    expect((await openStore(file)).annotations()).toEqual([kept]);
  });

  test('keeps any text as it was typed', async () => {
    const file = await newUserFile();
    const store = await openStore(file);
    const notes = [
      "'; drop table annotations; --",
      '𠮷\u2028\r\n\t"%_\\',
      'é e\u0301',
      '\u0000a',
      '零\u200b宽',
    ];
    const records = notes.map((note, index) =>
      annotation({ note, tags: [note.slice(0, 20)], createdAt: at(index) }),
    );
    await store.applyAnnotations(put(...records));
    expect((await openStore(file)).annotations()).toEqual(records);
  });

  test('of a position replaces the one of that document', async () => {
    const file = await newUserFile();
    const store = await openStore(file);
    await store.savePosition(position({ progress: 0.1 }));
    await store.savePosition(position({ progress: 0.9, readAt: at(9) }));
    expect(store.positions()).toEqual([position({ progress: 0.9, readAt: at(9) })]);
  });

  test('of the settings answers with all of them', async () => {
    const store = await openStore(await newUserFile());
    await store.saveSettings({ theme: 'dark' });
    expect(await store.saveSettings({ bareKeys: false })).toMatchObject({ theme: 'dark', bareKeys: false });
    expect(await store.saveSettings({})).toEqual(store.settings());
  });

  test('is on disk when it is answered', async () => {
    const file = await newUserFile();
    const store = await openStore(file);
    for (let count = 1; count <= 5; count += 1) {
      await store.applyAnnotations(put(annotation()));
      expect((await openStore(file)).annotations()).toHaveLength(count);
    }
  });
});

describe('changes asked for at once', () => {
  test('are all there, none overtaken by an earlier one', async () => {
    const file = await newUserFile();
    const store = await openStore(file);
    const records = Array.from({ length: 20 }, (_, index) => annotation({ createdAt: at(index) }));
    await Promise.all(records.map((record) => store.applyAnnotations(put(record))));
    expect((await openStore(file)).annotations()).toEqual(records);
  });

  test('of which one is refused: that one is nowhere, the others are there', async () => {
    const file = await newUserFile();
    // The first three are of the journal's beginning and of the first record.
    let syncs = 0;
    const disk = failingDisk(path.dirname(file), {
      fail: ({ name }) => {
        if (name === 'sync') syncs += 1;
        return name === 'sync' && syncs === 3 ? 'EIO' : undefined;
      },
    });
    const store = await openStore(file, disk);
    const records = Array.from({ length: 4 }, (_, index) => annotation({ createdAt: at(index) }));
    const outcomes = await Promise.all(
      records.map((record) => codeOf(() => store.applyAnnotations(put(record)))),
    );
    expect(outcomes).toEqual(['done', 'IO', 'done', 'done']);
    const kept = records.filter((_, index) => index !== 1);
    expect(store.annotations()).toEqual(kept);
    expect((await openStore(file)).annotations()).toEqual(kept);
  });
});

/** Each kind of change, and what it must not leave behind when it is refused. */
const kinds: readonly (readonly [string, (store: UserStore, old: Annotation) => Promise<unknown>])[] = [
  ['a new annotation', (store) => store.applyAnnotations(put(annotation()))],
  ['an edit', (store, old) => store.applyAnnotations(put({ ...old, note: '改' }))],
  ['a removal', (store, old) => store.applyAnnotations({ put: [], remove: [old.id] })],
  ['a bookmark', (store) => store.applyBookmarks({ put: [bookmark()], remove: [] })],
  ['a position', (store) => store.savePosition(position({ progress: 1 }))],
  ['a setting', (store) => store.saveSettings({ theme: 'white' })],
];
const read = (store: UserStore): unknown => [
  store.annotations(),
  store.bookmarks(),
  store.positions(),
  store.settings(),
];

describe.each(kinds)('%s that is refused', (_name, change) => {
  test('at whichever operation, leaves memory and disk as they were, and the next one works', async () => {
    const { file, annotation: old } = await writtenUserFile();
    const operations = await operationsOf((await readFile(file)).slice(), change, old);
    for (const [index, name] of operations.entries()) {
      let armed = true;
      const copy = await userFileOf(await readFile(file));
      const before = await hashOfFile(copy);
      const disk = failingDisk(path.dirname(copy), {
        fail: ({ number }) => (armed && number === index + 1 ? 'ENOSPC' : undefined),
      });
      const store = await openStore(copy, disk);
      const known = read(store);
      const where = `operation ${index + 1}, ${name}`;
      expect(await codeOf(() => change(store, old)), where).toBe('DISK_FULL');
      armed = false;
      expect(read(store), where).toEqual(known);
      expect(await hashOfFile(copy), where).toBe(before);
      expect(read(await openStore(copy)), where).toEqual(known);
      const others = (await readdir(path.dirname(copy))).filter((each) => dataFileOf(each) === null);
      expect(others, where).toEqual(['user.db']);
      await change(store, old);
      expect(read(await openStore(copy)), where).toEqual(read(store));
      expect(read(store), where).not.toEqual(known);
    }
  });
});

async function operationsOf(
  bytes: Uint8Array,
  change: (store: UserStore, old: Annotation) => Promise<unknown>,
  old: Annotation,
): Promise<readonly string[]> {
  const file = await userFileOf(bytes);
  const disk = failingDisk(path.dirname(file), {});
  await change(await openStore(file, disk), old);
  expect(disk.done.length).toBeGreaterThan(5);
  return disk.done;
}

test('the very first change that is refused leaves no file, and the next one works', async () => {
  const file = await newUserFile();
  let armed = true;
  const disk = failingDisk(path.dirname(file), { fail: () => (armed ? 'EACCES' : undefined) });
  const store = await openStore(file, disk);
  expect(await codeOf(() => store.applyAnnotations(put(annotation())))).toBe('READ_ONLY');
  expect(store.annotations()).toEqual([]);
  expect(await readdir(path.dirname(file))).toEqual([]);
  armed = false;
  const kept = annotation();
  await store.applyAnnotations(put(kept));
  expect((await openStore(file)).annotations()).toEqual([kept]);
});

describe('a fresh start after damage', () => {
  test('keeps the damaged file under a new name, byte for byte, and can be written to', async () => {
    const damaged = new TextEncoder().encode('这里曾经是笔记');
    const file = await userFileOf(damaged);
    const store = await openStore(file);
    const { keptFile } = await store.startAfresh();
    const folder = path.dirname(file);
    expect(keptFile).toBe('user.damaged-1.db');
    expect(await readFile(path.join(folder, keptFile))).toEqual(Buffer.from(damaged));
    expect(store.problem()).toBeNull();
    const first = annotation();
    await store.applyAnnotations(put(first));
    expect((await openStore(file)).annotations()).toEqual([first]);
    expect((await readdir(folder)).filter((name) => dataFileOf(name) === null)).toEqual([
      'user.damaged-1.db',
    ]);
  });

  test('never overwrites a file that was kept before', async () => {
    const file = await userFileOf(new TextEncoder().encode('damage 1'));
    const folder = path.dirname(file);
    for (let time = 1; time <= 3; time += 1) {
      // Damaged data of the earlier form, again and again.
      for (const name of await readdir(folder))
        if (dataFileOf(name) !== null) await rm(path.join(folder, name));
      await writeFile(file, `damage ${time}`);
      await (await openStore(file)).startAfresh();
    }
    const kept = ['user.damaged-1.db', 'user.damaged-2.db', 'user.damaged-3.db'];
    const others = (await readdir(folder)).filter((name) => dataFileOf(name) === null);
    expect(others.sort()).toEqual(kept);
    for (const [index, name] of kept.entries())
      expect(await readFile(path.join(folder, name), 'utf8')).toBe(`damage ${index + 1}`);
  });

  test('is refused where nothing is damaged, and a second time', async () => {
    const { file } = await writtenUserFile();
    const whole = await openStore(file);
    const before = await hashOfFile(file);
    expect(await codeOf(() => whole.startAfresh())).toBe('BAD_REQUEST');
    expect(await hashOfFile(file)).toBe(before);
    const store = await openStore(await userFileOf(new Uint8Array()));
    expect(await Promise.all([codeOf(() => store.startAfresh()), codeOf(() => store.startAfresh())])).toEqual(
      ['done', 'BAD_REQUEST'],
    );
    await access(path.join(path.dirname(store.file), 'user.damaged-1.db'));
  });
});
