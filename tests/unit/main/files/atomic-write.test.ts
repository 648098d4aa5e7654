import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { asStorageError, removeLeftovers, writeFileAtomically } from '../../../../main/files/atomic-write.ts';
import { failingFiles, systemError } from '../../../support/failing-files.ts';
import { codeOf } from '../../../support/reader-errors.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const oldText = '旧的笔记';
const newText = '新的笔记，比旧的长一些';

/** A folder with a file and, beside it, files that are nobody's leftovers. */
async function folderWithFile(): Promise<{ folder: string; file: string }> {
  const folder = await temporaryFolder();
  const file = path.join(folder, 'user.db');
  await writeFile(file, oldText);
  return { folder, file };
}

describe('a write that succeeds', () => {
  test('makes a new file', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, '笔记 与 批注.md');
    await writeFileAtomically(file, bytesOf(newText));
    expect(await readFile(file, 'utf8')).toBe(newText);
    expect(await readdir(folder)).toEqual(['笔记 与 批注.md']);
  });

  test('replaces a file, a longer one too, and one by nothing', async () => {
    const { folder, file } = await folderWithFile();
    await writeFileAtomically(file, bytesOf('短'));
    expect(await readFile(file, 'utf8')).toBe('短');
    await writeFileAtomically(file, new Uint8Array());
    expect(await readFile(file)).toHaveLength(0);
    expect(await readdir(folder)).toEqual(['user.db']);
  });

  test('is whole when the disk takes one byte at a time', async () => {
    const { folder, file } = await folderWithFile();
    const files = failingFiles({ writeAtMost: 1 });
    await writeFileAtomically(file, bytesOf(newText), files);
    expect(await readFile(file, 'utf8')).toBe(newText);
    expect(files.done.filter((name) => name === 'write')).toHaveLength(bytesOf(newText).length);
    expect(await readdir(folder)).toEqual(['user.db']);
  });

  test('syncs the bytes before the name is theirs, and the folder after', async () => {
    const { file } = await folderWithFile();
    const files = failingFiles({});
    await writeFileAtomically(file, bytesOf(newText), files);
    const steps = files.done.filter((name) => ['write', 'sync', 'rename', 'sync folder'].includes(name));
    expect(steps).toEqual(['write', 'sync', 'rename', 'sync folder']);
  });

  test('takes a name as long as the system allows', async () => {
    const folder = await temporaryFolder();
    const name = `${'政'.repeat(84)}.md`;
    await writeFileAtomically(path.join(folder, name), bytesOf(newText));
    expect(await readdir(folder)).toEqual([name]);
  });

  test('does not need hard links or a folder that can be synced', async () => {
    const { folder, file } = await folderWithFile();
    const refused: Record<string, string> = { link: 'EPERM', 'sync folder': 'EINVAL' };
    await writeFileAtomically(file, bytesOf(newText), failingFiles({ fail: ({ name }) => refused[name] }));
    expect(await readFile(file, 'utf8')).toBe(newText);
    expect(await readdir(folder)).toEqual(['user.db']);
  });
});

/** The names of all operations of a write in two pieces over an existing, or to a new file. */
async function operationsOf(existing: boolean): Promise<readonly string[]> {
  const { file } = await folderWithFile();
  const files = failingFiles({ writeAtMost: 20 });
  await writeFileAtomically(existing ? file : `${file}.other`, bytesOf(newText), files);
  return files.done;
}

const expectedCode = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EIO: 'IO',
  EACCES: 'READ_ONLY',
  EROFS: 'READ_ONLY',
};
/** What may fail without the new bytes being less safe: names for going back, and closing what is synced. */
const harmless = ['link', 'unlink', 'close folder'];

describe.each(Object.entries(expectedCode))('when one operation fails with %s', (errno, code) => {
  test('an existing file is the old one or the new one, whole, whichever operation it is', async () => {
    const names = await operationsOf(true);
    expect(names.length).toBeGreaterThan(9);
    for (const [index, name] of names.entries()) {
      const { folder, file } = await folderWithFile();
      const fail = ({ number }: { readonly number: number }): string | undefined =>
        number === index + 1 ? errno : undefined;
      const outcome = await codeOf(() =>
        writeFileAtomically(file, bytesOf(newText), failingFiles({ fail, writeAtMost: 20 })),
      );
      const where = `operation ${index + 1}, ${name}`;
      expect(outcome, where).toBe(harmless.includes(name) ? 'done' : code);
      expect(await readFile(file, 'utf8'), where).toBe(outcome === 'done' ? newText : oldText);
      if (name === 'unlink') await removeLeftovers(file);
      expect(await readdir(folder), where).toEqual(['user.db']);
    }
  });

  test('a new file is there whole or not at all', async () => {
    const names = await operationsOf(false);
    for (const [index, name] of names.entries()) {
      const folder = await temporaryFolder();
      const file = path.join(folder, 'notes.md');
      const fail = ({ number }: { readonly number: number }): string | undefined =>
        number === index + 1 ? errno : undefined;
      const outcome = await codeOf(() =>
        writeFileAtomically(file, bytesOf(newText), failingFiles({ fail, writeAtMost: 20 })),
      );
      const where = `operation ${index + 1}, ${name}`;
      expect(outcome, where).toBe(harmless.includes(name) ? 'done' : code);
      expect(await readdir(folder), where).toEqual(outcome === 'done' ? ['notes.md'] : []);
    }
  });
});

test('from the first failing operation on nothing works: the old file stays', async () => {
  const names = await operationsOf(true);
  const folderOpened = names.indexOf('open folder');
  // After the rename the going back is itself such an operation, so a dead disk can only keep the new file.
  for (let first = 1; first <= folderOpened; first += 1) {
    const { file } = await folderWithFile();
    const files = failingFiles({ fail: ({ number }) => (number >= first ? 'EIO' : undefined) });
    expect(await codeOf(() => writeFileAtomically(file, bytesOf(newText), files))).toBe('IO');
    expect([oldText, newText]).toContain(await readFile(file, 'utf8'));
  }
});

test('a disk that takes no byte and reports no error is full', async () => {
  const { folder, file } = await folderWithFile();
  expect(
    await codeOf(() => writeFileAtomically(file, bytesOf(newText), failingFiles({ writeAtMost: 0 }))),
  ).toBe('DISK_FULL');
  expect(await readFile(file, 'utf8')).toBe(oldText);
  expect(await readdir(folder)).toEqual(['user.db']);
});

test('the first error is told, not the one of closing the file after it', async () => {
  const { file } = await folderWithFile();
  const failing: Record<string, string> = { write: 'ENOSPC', close: 'EIO' };
  const files = failingFiles({ fail: ({ name }) => failing[name] });
  expect(await codeOf(() => writeFileAtomically(file, bytesOf(newText), files))).toBe('DISK_FULL');
});

test('a folder that is not there is an IO error', async () => {
  const file = path.join(await temporaryFolder(), 'gone', 'user.db');
  expect(await codeOf(() => writeFileAtomically(file, bytesOf(newText)))).toBe('IO');
});

test('an error that is no file system error is IO; a ReaderError stays what it is', () => {
  expect(asStorageError(new Error('?'), 'user.db').code).toBe('IO');
  expect(asStorageError('text', 'user.db').code).toBe('IO');
  expect(asStorageError(systemError('EPERM'), 'user.db').code).toBe('READ_ONLY');
  const known = asStorageError(systemError('ENOSPC'), 'user.db');
  expect(asStorageError(known, 'user.db')).toBe(known);
});

test('an error names the file without its folder', () => {
  expect(asStorageError(systemError('EIO'), path.join('home', '张三', 'user.db')).message).toMatch(
    /^user\.db: /,
  );
});

describe('leftovers of an interrupted write', () => {
  test('are removed, and nothing else', async () => {
    const { folder, file } = await folderWithFile();
    const others = [
      'user.db.tmp-0123456789ab.bak',
      'user.db.tmp-0123456789a',
      'user.db.tmp-0123456789AB',
      'xuser.db.tmp-0123456789ab',
      'userxdb.tmp-0123456789ab',
      'user.damaged-1.db',
      '笔记.md',
    ];
    for (const name of [...others, 'user.db.tmp-0123456789ab', 'user.db.tmp-ba9876543210'])
      await writeFile(path.join(folder, name), 'x');
    await removeLeftovers(file);
    expect((await readdir(folder)).sort()).toEqual([...others, 'user.db'].sort());
  });

  test('are found for a name full of signs and for a very long one', async () => {
    const folder = await temporaryFolder();
    for (const name of ['a (1)+[x].md', `${'政'.repeat(84)}.md`]) {
      const file = path.join(folder, name);
      const files = failingFiles({
        fail: ({ name: operation }) => (['rename', 'unlink'].includes(operation) ? 'EIO' : undefined),
      });
      expect(await codeOf(() => writeFileAtomically(file, bytesOf(newText), files))).toBe('IO');
      expect(await readdir(folder)).toHaveLength(1);
      await removeLeftovers(file);
      expect(await readdir(folder)).toEqual([]);
    }
  });
});
