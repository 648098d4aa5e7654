import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { dataFileOf } from '../../../main/storage/journal/file-names.ts';
import { stateOfFolder } from '../../support/file-state.ts';
import { sealableFolder, smallDisk } from '../../support/limited-disks.ts';
import { codeOf } from '../../support/reader-errors.ts';
import { openStore, writtenUserFile } from '../../support/user-files.ts';
import { annotation } from '../../support/user-records.ts';

const small = await smallDisk(300);
const sealed = await sealableFolder();
afterAll(() => Promise.all([small.remove(), sealed.remove()]));

describe(`on a full disk (${small.kind})`, () => {
  test('every note that was taken is there, the rest is refused as DISK_FULL, and space given back is used', async () => {
    const file = path.join(small.folder, '我的 资料', 'user.db');
    const store = await openStore(file, small.diskOf?.(path.dirname(file)));
    const taken: string[] = [];
    const refused: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      const record = annotation({ note: '长'.repeat(3000) });
      const outcome = await codeOf(() => store.applyAnnotations({ put: [record], remove: [] }));
      if (outcome === 'done') taken.push(record.id);
      else refused.push(outcome);
      if (refused.length >= 5) break;
    }
    expect(taken.length).toBeGreaterThan(3);
    expect(refused).toEqual(['DISK_FULL', 'DISK_FULL', 'DISK_FULL', 'DISK_FULL', 'DISK_FULL']);
    const ids = (store: { annotations: () => readonly { id: string }[] }): string[] =>
      store.annotations().map(({ id }) => id);
    expect(ids(store).sort()).toEqual([...taken].sort());
    expect(ids(await openStore(file)).sort()).toEqual([...taken].sort());
    const names = Object.keys(await stateOfFolder(path.dirname(file)));
    expect(names.filter((name) => dataFileOf(name) === null)).toEqual([]);

    await small.enlarge();
    const last = annotation({ note: '长'.repeat(3000) });
    await store.applyAnnotations({ put: [last], remove: [] });
    expect(ids(await openStore(file)).sort()).toEqual([...taken, last.id].sort());
  });
});

describe(`in a folder that cannot be written (${sealed.kind})`, () => {
  const { folder } = sealed;
  const file = path.join(folder, 'user.db');

  beforeEach(async () => {
    for (const name of await readdir(folder)) await rm(path.join(folder, name));
    await sealed.seal();
    return sealed.unseal;
  });

  test.each([
    ['without a file', file],
    ['where the folder would have to be made', path.join(folder, 'new', 'user.db')],
  ])('%s: it opens empty, says READ_ONLY, and refuses changes as that', async (_name, place) => {
    const store = await openStore(place);
    expect(store.problem()?.code).toBe('READ_ONLY');
    expect(await codeOf(() => store.applyAnnotations({ put: [annotation()], remove: [] }))).toBe('READ_ONLY');
    expect(store.annotations()).toEqual([]);
    expect(await stateOfFolder(folder)).toEqual({});
  });

  test('with a file: the notes can be read, changes are refused, and no byte is changed', async () => {
    await sealed.unseal();
    const written = await writtenUserFile();
    await writeFile(file, await readFile(written.file));
    await writeFile(`${file}.tmp-00112233aabb`, 'left over');
    await sealed.seal();
    const before = await stateOfFolder(folder);
    const store = await openStore(file);
    expect(store.problem()?.code).toBe('READ_ONLY');
    expect(store.annotations()).toEqual([written.annotation]);
    const change = { put: [annotation()], remove: [written.annotation.id] };
    expect(await codeOf(() => store.applyAnnotations(change))).toBe('READ_ONLY');
    expect(await codeOf(() => store.saveSettings({ theme: 'white' }))).toBe('READ_ONLY');
    expect(store.annotations()).toEqual([written.annotation]);
    expect(store.settings().theme).toBe('dark');
    expect(await stateOfFolder(folder)).toEqual(before);
  });

  test('with a damaged file: that is what is told, and it cannot be set aside', async () => {
    await sealed.unseal();
    await writeFile(file, 'damaged');
    await sealed.seal();
    const store = await openStore(file);
    expect(store.problem()?.code).toBe('USER_DATA_CORRUPT');
    expect(await codeOf(() => store.startAfresh())).toBe('READ_ONLY');
    expect(store.problem()?.code).toBe('USER_DATA_CORRUPT');
    expect(await readFile(file, 'utf8')).toBe('damaged');
  });

  test('that can be written again: changes are taken, and the problem is gone with the first', async () => {
    const store = await openStore(file);
    await sealed.unseal();
    await store.applyAnnotations({ put: [annotation()], remove: [] });
    expect(store.problem()).toBeNull();
  });
});
