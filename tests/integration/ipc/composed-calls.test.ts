import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { libraryHandlers } from '../../../main/ipc/library-handlers.ts';
import { openLocalRepository } from '../../../main/storage/local-repository.ts';
import { callNames, type DocumentId, defaultSettings } from '../../../preload/contract/index.ts';
import { composedCalls, granted } from '../../support/composed-calls.ts';
import { stateOfFolder } from '../../support/file-state.ts';
import { sampleLibrary, sampleTexts, wasmFile } from '../../support/sample-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { annotation, bookmark, position } from '../../support/user-records.ts';

vi.mock('electron', async () => {
  const { ipcMain } = await import('../../support/electron-double.ts');
  return { ipcMain, protocol: {}, dialog: {} };
});

const known = '002' as DocumentId;
const reader = (documentId: DocumentId) => ({ route: { view: 'reader' as const, documentId } });

test('every call of the table has a handler, and there is no other', async () => {
  const { handlers } = await composedCalls();
  expect(Object.keys(handlers).sort()).toEqual([...callNames].sort());
});

describe('the first question', () => {
  test('on a new machine: the library, no notes, the defaults', async () => {
    const { ask, contentFile, userFile } = await composedCalls();
    const start = granted(await ask('app.bootstrap', {}));
    expect(start.documents.map(({ title }) => title)).toEqual([sampleTexts.title, '某通知（片段）']);
    expect(start).toMatchObject({
      settings: defaultSettings,
      libraryProblem: null,
      libraryFile: contentFile,
      userData: { problem: null, file: userFile, incident: null },
      annotations: [],
      bookmarks: [],
      positions: [],
      opened: null,
      missingDocument: null,
    });
  });

  test('after a session: all that was left, and the document that was open', async () => {
    const first = await composedCalls();
    const [note, mark, place] = [annotation(), bookmark(), position()];
    granted(await first.ask('annotations.apply', { put: [note], remove: [] }));
    granted(await first.ask('bookmarks.apply', { put: [mark], remove: [] }));
    granted(await first.ask('positions.save', place));
    granted(await first.ask('settings.save', reader(known)));
    const { ask } = await composedCalls({ folder: first.folder });
    const start = granted(await ask('app.bootstrap', {}));
    expect(start).toMatchObject({ annotations: [note], bookmarks: [mark], positions: [place] });
    expect(start.opened?.blocks.map(({ text }) => text)).toEqual(Object.values(sampleTexts));
    expect(start.missingDocument).toBeNull();
  });

  test('asked again by a reload: what was written since', async () => {
    const { ask } = await composedCalls();
    granted(await ask('app.bootstrap', {}));
    const note = annotation();
    granted(await ask('annotations.apply', { put: [note], remove: [] }));
    granted(await ask('settings.save', reader(known)));
    const again = granted(await ask('app.bootstrap', {}));
    expect(again.annotations).toEqual([note]);
    expect(again.opened?.document.id).toBe(known);
  });

  test('with a saved document that left the library: it is named, nothing is opened or lost', async () => {
    const first = await composedCalls();
    const place = position({ documentId: '099' as DocumentId });
    granted(await first.ask('positions.save', place));
    granted(await first.ask('settings.save', reader('099' as DocumentId)));
    const before = await stateOfFolder(path.dirname(first.userFile));
    const { ask } = await composedCalls({ folder: first.folder });
    const start = granted(await ask('app.bootstrap', {}));
    expect(start).toMatchObject({ missingDocument: '099', opened: null, positions: [place] });
    expect(await stateOfFolder(path.dirname(first.userFile))).toEqual(before);
  });

  test.each([
    ['missing', null, 'CONTENT_MISSING'],
    ['empty', new Uint8Array(), 'CONTENT_EMPTY'],
    ['damaged', new TextEncoder().encode('SQLite format 3\0 no more'), 'CONTENT_CORRUPT'],
  ])('without a library (%s): that is told, and notes can still be written', async (_name, library, code) => {
    const { ask } = await composedCalls({ library });
    granted(await ask('settings.save', reader(known)));
    const start = granted(await ask('app.bootstrap', {}));
    expect(start).toMatchObject({
      documents: [],
      opened: null,
      missingDocument: null,
      libraryProblem: { code },
    });
    expect(await ask('library.readDocument', { documentId: known })).toMatchObject({
      ok: false,
      error: { code },
    });
    granted(await ask('annotations.apply', { put: [annotation()], remove: [] }));
    expect(granted(await ask('annotations.list', {}))).toHaveLength(1);
  });

  test('of a newer library: that is told', async () => {
    const library = await sampleLibrary((database) => {
      database.run("update meta set value = '7' where key = 'schema_version'");
    });
    const { ask } = await composedCalls({ library });
    expect(granted(await ask('app.bootstrap', {})).libraryProblem?.code).toBe('CONTENT_NEWER');
  });

  test('with damaged notes: they are set aside when the user says so, and work goes on', async () => {
    const first = await composedCalls();
    granted(await first.ask('annotations.apply', { put: [annotation()], remove: [] }));
    await writeFile(first.userFile, 'damaged');
    const { ask } = await composedCalls({ folder: first.folder });
    expect(granted(await ask('app.bootstrap', {})).userData.problem?.code).toBe('USER_DATA_CORRUPT');
    expect(await ask('annotations.apply', { put: [annotation()], remove: [] })).toMatchObject({
      ok: false,
      error: { code: 'USER_DATA_CORRUPT' },
    });
    expect(granted(await ask('userData.startAfresh', {}))).toEqual({ keptFile: 'user.damaged-1.db' });
    granted(await ask('annotations.apply', { put: [annotation()], remove: [] }));
    expect(granted(await ask('app.bootstrap', {})).userData.problem).toBeNull();
  });

  test('that could not be answered is answered when it is asked again, and stops no process before', async () => {
    const folder = await temporaryFolder();
    const repository = await openLocalRepository({
      contentFile: path.join(folder, 'content.db'),
      userFile: path.join(folder, 'user.db'),
      wasmFile,
    });
    const failed = Promise.reject(new Error('the storage was not up yet'));
    const handlers = libraryHandlers(repository, failed, 'content.db');
    // Node reports a rejection nobody took at the end of a turn; vitest fails a run that has one.
    await new Promise((resolve) => setImmediate(resolve));
    await expect(handlers['app.bootstrap']({})).rejects.toThrow('not up yet');
    expect(await handlers['app.bootstrap']({})).toMatchObject({
      libraryProblem: { code: 'CONTENT_MISSING' },
    });
  });
});

describe('changes', () => {
  test('of the settings are told to main, so that menu and theme follow', async () => {
    const { ask, settingsSeen } = await composedCalls();
    const saved = granted(await ask('settings.save', { theme: 'dark', language: 'en' }));
    expect(saved).toEqual({ ...defaultSettings, theme: 'dark', language: 'en' });
    expect(settingsSeen).toEqual([saved]);
  });

  test('that cannot be written are refused with the reason, and the next reading shows the old state', async () => {
    const { ask, userFile, settingsSeen } = await composedCalls();
    const note = annotation();
    granted(await ask('annotations.apply', { put: [note], remove: [] }));
    await rm(path.dirname(userFile), { recursive: true });
    await writeFile(path.dirname(userFile), 'a file where the folder was');
    const failed = { ok: false, error: { code: 'IO' } };
    expect(await ask('annotations.apply', { put: [annotation()], remove: [note.id] })).toMatchObject(failed);
    expect(await ask('settings.save', { theme: 'dark' })).toMatchObject(failed);
    expect(settingsSeen).toEqual([]);
    expect(granted(await ask('annotations.list', {}))).toEqual([note]);
    await rm(path.dirname(userFile));
    granted(await ask('bookmarks.apply', { put: [bookmark()], remove: [] }));
    expect(granted(await ask('annotations.list', {}))).toEqual([note]);
  });

  test('and questions that fail leave no word of the user in the log', async () => {
    const { ask, logged } = await composedCalls();
    await ask('library.readDocument', { documentId: '404' as DocumentId });
    await ask('settings.save', { theme: 'red' as never });
    expect(logged).toHaveLength(2);
    expect(logged[0]).toMatch(/^library\.readDocument: NOT_FOUND/);
    expect(logged[1]).toMatch(/^settings\.save: BAD_REQUEST theme: /);
  });
});

test('About tells versions, the library, where the data is, and the licences', async () => {
  const { ask, folder } = await composedCalls();
  expect(granted(await ask('app.about', {}))).toMatchObject({
    version: '0.1.0',
    node: process.versions.node,
    developmentRuntime: true,
    libraryHash: 'c'.repeat(64),
    dataFolder: folder,
    licences: '## react\n\nMIT',
  });
});
