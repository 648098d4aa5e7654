import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../../../build/runtime/locations.mjs';
import { openJournalStore } from '../../../main/storage/journal/journal-store.ts';
import { cutPower } from '../../support/power-cuts.ts';

// Rows 2 and 3 of the matrix in durability.md. `npm run -s test:powercut -- N` makes more of them.

test('no acknowledged change is lost, stale or invented by 3,000 cuts of the power', async () => {
  const { cuts, acknowledged, lost } = await cutPower(openJournalStore, 3000);
  expect(lost).toEqual([]);
  expect(cuts).toBe(3000);
  expect(acknowledged).toBeGreaterThan(10_000);
}, 120_000);

/** Each takes one step of safety away. */
const mutants: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
  ['records are not synced', 'journal-store.ts', 'await journal.file.sync();', ''],
  [
    'the folder is not synced',
    'journal-store.ts',
    'await file.sync();\n      await disk.syncFolder();',
    'await file.sync();',
  ],
  [
    'new files are not synced',
    'journal-store.ts',
    'await file.sync();\n      await disk.syncFolder();',
    'await disk.syncFolder();',
  ],
  [
    'records are not checked',
    'record-format.ts',
    'if (!sameBytes(hash, bytes.subarray(at + 16, at + recordHead))) return null;',
    '',
  ],
  [
    'a change is acknowledged before it is written',
    'journal-store.ts',
    'await append(changes);',
    'append(changes).catch(() => undefined);',
  ],
];

test.each(mutants)(
  'the cuts notice when %s',
  async (_what, file, from, to) => {
    const folder = path.join(
      repositoryRoot,
      'dist',
      'mutants',
      String(mutants.findIndex((mutant) => mutant[2] === from && mutant[3] === to)),
    );
    await rm(folder, { recursive: true, force: true });
    for (const room of ['main/storage/journal', 'main/files', 'preload/contract']) {
      await mkdir(path.join(folder, room), { recursive: true });
      await cp(path.join(repositoryRoot, room), path.join(folder, room), {
        recursive: true,
        filter: (name) => !name.endsWith('tsconfig.json'),
      });
    }
    const target = path.join(folder, 'main/storage/journal', file);
    const source = await readFile(target, 'utf8');
    expect(source.split(from)).toHaveLength(2);
    await writeFile(target, source.replace(from, to));
    const mutant = (await import(
      pathToFileURL(path.join(folder, 'main/storage/journal/journal-store.ts')).href
    )) as typeof import('../../../main/storage/journal/journal-store.ts');
    const { lost } = await cutPower(mutant.openJournalStore, 3000, 1, 1);
    expect(lost).not.toEqual([]);
  },
  60_000,
);
