import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFileOf } from '../../../main/storage/journal/file-names.ts';
import { openJournalStore } from '../../../main/storage/journal/journal-store.ts';
import { nodeDisk } from '../../../main/storage/journal/node-disk.ts';
import { encodeHeader } from '../../../main/storage/journal/record-format.ts';
import { encodeSnapshot } from '../../../main/storage/journal/snapshot-format.ts';
import type { Annotation } from '../../../preload/contract/index.ts';
import { stateOfFolder } from '../../support/file-state.ts';
import { mapImages, put } from '../../support/map-image.ts';
import { codeOf } from '../../support/reader-errors.ts';
import { numbersOf, SimulatedDisk } from '../../support/sim-disk.ts';
import { newUserFile, openStore } from '../../support/user-files.ts';
import { annotation } from '../../support/user-records.ts';

// Rows 9 to 13 of the matrix in durability.md.

const put1 = (record: Annotation) => ({ put: [record], remove: [] });

/** A simulated disk with three snapshots' worth of work on it, two of which are kept, and what it holds. */
async function worked(seed: number) {
  const disk = new SimulatedDisk();
  const rows = new Map<string, string>();
  const random = numbersOf(seed);
  for (let session = 0; session < 3; session += 1) {
    const store = await openJournalStore(disk.disk, mapImages, { owner: String(session).padStart(16, '0') });
    for (let save = 0; save < 6; save += 1) {
      const [id, text] = [`row-${random(9)}`, `${session}.${save}`];
      await store.save([put(id, text)]);
      rows.set(id, text);
      if (save === 2) await store.snapshot();
    }
  }
  return { disk, rows };
}

test('one flipped bit, wherever: it is noticed or harmless, and no wrong text is ever shown', async () => {
  let noticed = 0;
  let missing = 0;
  for (let run = 0; run < 400; run += 1) {
    const { disk, rows } = await worked(run);
    const random = numbersOf(run * 31 + 7);
    const names = disk.names();
    const name = names[random(names.length)] ?? '';
    const bytes = disk.bytes(name).slice();
    const at = random(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
    disk.put(name, bytes);
    const store = await openJournalStore(disk.disk, mapImages, { owner: 'f'.repeat(16) });
    if (store.incident !== null) noticed += 1;
    const found = store.image().rows;
    // A change that cannot be read leaves the row as it was before: one of the texts that were written.
    const stale = [...rows].filter(([id, text]) => found.get(id) !== text);
    missing += stale.length;
    expect(stale.length, `${name}, byte ${at}`).toBeLessThanOrEqual(1);
    for (const [, text] of found) expect(text).toMatch(/^[0-2]\.[0-5]$/);
    if (stale.length > 0) expect(store.incident, `${name}, byte ${at}`).not.toBeNull();
  }
  // The rest fell on what is written twice, or on what is not needed any more.
  expect(noticed).toBeGreaterThan(150);
  expect(missing).toBeLessThan(200);
});

test('two programs at work in one folder, the lock bypassed: every change of both is there', async () => {
  const disk = new SimulatedDisk();
  const [one, other] = await Promise.all(
    ['1', '2'].map((owner) => openJournalStore(disk.disk, mapImages, { owner: owner.repeat(16) })),
  );
  for (let save = 0; save < 60; save += 1) {
    await one?.save([put(`one-${save}`, 'x')]);
    await other?.save([put(`other-${save}`, 'x')]);
    if (save % 9 === 4) await one?.snapshot();
    if (save % 11 === 5) await other?.snapshot();
  }
  const { rows } = (await openJournalStore(disk.disk, mapImages)).image();
  expect(rows.size).toBe(120);
});

test('the data of a newer program is refused before a byte is written, by its snapshot or by its journal', async () => {
  const meta = { seq: 1, schema: 9, compat: 99, covers: {} };
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['s-00000002-00000000000000aa.db', encodeSnapshot(new Uint8Array(9), meta)],
    ['j-00000002-00000000000000aa.wal', encodeHeader({ schema: 9, compat: 99, salt: new Uint8Array(16) })],
  ];
  for (const [name, bytes] of files) {
    const file = await newUserFile();
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(path.join(path.dirname(file), name), bytes);
    const before = await stateOfFolder(path.dirname(file));
    const store = await openStore(file);
    expect(store.problem()?.code).toBe('USER_DATA_NEWER');
    expect(await codeOf(() => store.applyAnnotations(put1(annotation())))).toBe('USER_DATA_NEWER');
    expect(await codeOf(() => store.startAfresh())).toBe('BAD_REQUEST');
    expect(await stateOfFolder(path.dirname(file))).toEqual(before);
  }
});

test('the later edit wins whatever the clock says', async () => {
  const file = await newUserFile();
  const first = annotation({ note: '先', modifiedAt: '2028-01-01T00:00:00.000Z' });
  await (await openStore(file)).applyAnnotations(put1(first));
  const second = { ...first, note: '后', modifiedAt: '2024-01-01T00:00:00.000Z' };
  await (await openStore(file)).applyAnnotations(put1(second));
  expect((await openStore(file)).annotations()).toEqual([second]);
});

describe('files that were harmed', () => {
  /** Notes in two snapshots and the journals after them. */
  async function withSnapshots(): Promise<{
    readonly file: string;
    readonly folder: string;
    readonly notes: Annotation[];
  }> {
    const file = await newUserFile();
    const notes: Annotation[] = [];
    // Twelve sessions: more journals than are left lying about.
    for (let session = 0; session < 24; session += 1) {
      const store = await openStore(file);
      const note = annotation({
        note: `第 ${session} 次`,
        createdAt: new Date(Date.UTC(2026, 10, 22, 8, 0, session)).toISOString(),
      });
      await store.applyAnnotations(put1(note));
      await store.tidy();
      notes.push(note);
    }
    const names = await readdir(path.dirname(file));
    expect(names.filter((name) => name.startsWith('s-'))).toHaveLength(2);
    expect(names.length).toBeLessThan(25);
    return { file, folder: path.dirname(file), notes };
  }
  const newest = async (folder: string): Promise<string> =>
    path.join(
      folder,
      (await readdir(folder))
        .filter((name) => name.startsWith('s-'))
        .sort()
        .at(-1) ?? '',
    );

  test.each([
    ['cut short', (file: string) => truncate(file, 5000)],
    ['of no bytes', (file: string) => writeFile(file, '')],
    ['replaced by something else', (file: string) => writeFile(file, 'x'.repeat(20_000))],
    ['gone', (file: string) => rm(file)],
  ])(
    'the newest snapshot, %s: every note is there, the file is set aside, and the next start has nothing to tell',
    async (_, harm) => {
      const { file, folder, notes } = await withSnapshots();
      const harmed = await newest(folder);
      await harm(harmed);
      const wasLeft = (await readdir(folder)).includes(path.basename(harmed));
      const store = await openStore(file);
      expect(store.annotations()).toEqual(notes);
      expect(store.incident()?.setAside ?? []).toEqual(wasLeft ? [path.basename(harmed)] : []);
      await store.tidy();
      if (wasLeft) expect(await readdir(path.join(folder, 'quarantine'))).toEqual([path.basename(harmed)]);
      const again = await openStore(file);
      expect(again.incident()).toBeNull();
      expect(again.annotations()).toEqual(notes);
    },
  );

  test('all snapshots: nothing is shown as if it were all, and starting afresh keeps what can still be read', async () => {
    const { file, folder } = await withSnapshots();
    const names = (await readdir(folder)).filter((name) => name.startsWith('s-'));
    for (const name of names) await truncate(path.join(folder, name), 100);
    const before = await stateOfFolder(folder);
    const store = await openStore(file);
    expect(store.problem()?.code).toBe('USER_DATA_CORRUPT');
    expect(store.annotations()).toEqual([]);
    expect(await stateOfFolder(folder)).toEqual(before);
    expect(await store.startAfresh()).toEqual({ keptFile: 'quarantine' });
    expect(store.annotations().length).toBeGreaterThan(0);
    expect((await readdir(path.join(folder, 'quarantine'))).sort()).toEqual(names.sort());
    const note = annotation({ createdAt: '2026-11-23T00:00:00.000Z' });
    await store.applyAnnotations(put1(note));
    expect((await openStore(file)).annotations()).toEqual(store.annotations());
  });

  test('the folder removed while the program runs: the next note begins it anew or is refused, never taken and lost', async () => {
    const file = await newUserFile();
    const store = await openStore(file);
    await store.applyAnnotations(put1(annotation()));
    await rm(path.dirname(file), { recursive: true });
    const note = annotation();
    const outcome = await codeOf(() => store.applyAnnotations(put1(note)));
    const ids = (await openStore(file)).annotations().map(({ id }) => id);
    expect(ids.includes(note.id)).toBe(outcome === 'done');
  });

  test('other files in the folder are left alone', async () => {
    const { folder } = await withSnapshots();
    const others = ['说明.txt', 's-1.db', 'j-00000001-xyz.wal'];
    for (const name of others) await writeFile(path.join(folder, name), name);
    await mkdir(path.join(folder, 's-00000009-0000000000000000'), { recursive: true });
    const disk = nodeDisk(folder);
    expect((await disk.names()).filter((name) => others.includes(name)).map(dataFileOf)).toEqual([
      null,
      null,
      null,
    ]);
    for (const name of others) expect(await readFile(path.join(folder, name), 'utf8')).toBe(name);
  });
});
