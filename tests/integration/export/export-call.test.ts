import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { DocumentId } from '../../../preload/contract/index.ts';
import { composedCalls, granted } from '../../support/composed-calls.ts';
import { stateOfFolder } from '../../support/file-state.ts';
import { sampleLibrary } from '../../support/sample-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { annotation } from '../../support/user-records.ts';

const asked = vi.hoisted(() => ({
  options: [] as { defaultPath: string }[],
  answer: { canceled: true, filePath: '' },
}));

vi.mock('electron', async () => {
  const { ipcMain } = await import('../../support/electron-double.ts');
  const showSaveDialog = async (_window: unknown, options: { defaultPath: string }) => {
    asked.options.push(options);
    return asked.answer;
  };
  return { ipcMain, protocol: {}, dialog: { showSaveDialog } };
});

const known = '002' as DocumentId;
const other = '003' as DocumentId;
const lost = '099' as DocumentId;

/** The calls with a note on each of two documents and on one that is not in the library; the user answers `file`. */
async function withNotes(file: string, library?: Uint8Array) {
  const calls = await composedCalls(library === undefined ? {} : { library });
  const put = [lost, other, known].map((documentId, index) =>
    annotation({
      anchor: { documentId, exact: `引文 ${documentId}` },
      note: `笔记 ${documentId}`,
      createdAt: `2026-11-2${index}T00:00:00.000Z`,
    }),
  );
  granted(await calls.ask('annotations.apply', { put, remove: [] }));
  asked.answer = { canceled: false, filePath: file };
  return calls;
}

beforeEach(() => {
  asked.options = [];
  asked.answer = { canceled: true, filePath: '' };
});

describe('exporting notes', () => {
  test('of all documents writes them in the order of the library, those of no document at the end', async () => {
    const file = path.join(await temporaryFolder(), '全部 笔记.md');
    const { ask } = await withNotes(file);
    expect(granted(await ask('export.markdown', { documentId: null }))).toEqual({
      outcome: 'saved',
      fileName: '全部 笔记.md',
      noteCount: 3,
    });
    const text = await readFile(file, 'utf8');
    expect(text.match(/引文 \d+/g)).toEqual(['引文 002', '引文 003', '引文 099']);
    expect(text).toContain('## 《关于提高养老金的通知》（沪府发〔2012〕7号）');
    expect(text).toContain('## 《某通知（片段）》\n');
    expect(await readdir(path.dirname(file))).toEqual(['全部 笔记.md']);
  });

  test('of one document writes only its notes and offers its title as the name', async () => {
    const file = path.join(await temporaryFolder(), 'a.md');
    const { ask } = await withNotes(file);
    expect(granted(await ask('export.markdown', { documentId: known }))).toMatchObject({ noteCount: 1 });
    expect((await readFile(file, 'utf8')).match(/引文 \d+/g)).toEqual(['引文 002']);
    expect(asked.options[0]?.defaultPath).toBe('关于提高养老金的通知 笔记.md');
  });

  test('of a document that left the library writes them, under its id', async () => {
    const file = path.join(await temporaryFolder(), 'a.md');
    const { ask } = await withNotes(file);
    expect(granted(await ask('export.markdown', { documentId: lost }))).toMatchObject({ noteCount: 1 });
    expect(await readFile(file, 'utf8')).toMatch(/099.*引文 099.*笔记 099/s);
    expect(asked.options[0]?.defaultPath).toBe('099 笔记.md');
  });

  test('works without any library', async () => {
    const file = path.join(await temporaryFolder(), 'a.md');
    const { ask } = await withNotes(file, new Uint8Array());
    expect(granted(await ask('export.markdown', { documentId: null }))).toMatchObject({ noteCount: 3 });
    expect((await readFile(file, 'utf8')).match(/引文 \d+/g)).toHaveLength(3);
  });

  test('in the language of the program', async () => {
    const file = path.join(await temporaryFolder(), 'a.md');
    const { ask } = await withNotes(file);
    granted(await ask('settings.save', { language: 'en' }));
    granted(await ask('export.markdown', { documentId: null }));
    expect(await readFile(file, 'utf8')).toMatch(/^# Policy notes\n/);
    expect(asked.options[0]?.defaultPath).toBe('All policies notes.md');
  });

  test('offers a name every system takes, whatever the title', async () => {
    const title = `a<b>&"c"/../${'长'.repeat(200)}`;
    const library = await sampleLibrary((database) => {
      database.run("update documents set title = ? where id = '002'", [title]);
    });
    const folder = await temporaryFolder();
    const { ask } = await withNotes('', library);
    expect(granted(await ask('export.markdown', { documentId: known }))).toEqual({ outcome: 'cancelled' });
    const name = asked.options[0]?.defaultPath ?? '';
    expect(name).toMatch(/^a b & c /);
    asked.answer = { canceled: false, filePath: path.join(folder, name) };
    granted(await ask('export.markdown', { documentId: known }));
    expect(await readdir(folder)).toEqual([name]);
  });

  test('that is cancelled writes nothing', async () => {
    const folder = await temporaryFolder();
    const { ask } = await withNotes('');
    asked.answer = { canceled: true, filePath: path.join(folder, 'a.md') };
    expect(granted(await ask('export.markdown', { documentId: null }))).toEqual({ outcome: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  test('over an older export replaces it whole', async () => {
    const file = path.join(await temporaryFolder(), 'a.md');
    await writeFile(file, '旧'.repeat(100_000));
    const { ask } = await withNotes(file);
    granted(await ask('export.markdown', { documentId: known }));
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain('旧');
    expect(text.endsWith('*\n')).toBe(true);
  });

  test('to a place that cannot be written says so and leaves no part of a file', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'a.md', 'in the way'), { recursive: true });
    const before = await stateOfFolder(folder);
    const { ask } = await withNotes(path.join(folder, 'a.md'));
    expect(await ask('export.markdown', { documentId: null })).toMatchObject({
      ok: false,
      error: { code: 'IO' },
    });
    asked.answer = { canceled: false, filePath: path.join(folder, 'gone', 'a.md') };
    expect(await ask('export.markdown', { documentId: null })).toMatchObject({
      ok: false,
      error: { code: 'IO' },
    });
    expect(await stateOfFolder(folder)).toEqual(before);
    expect(await readdir(folder)).toEqual(['a.md']);
  });
});
