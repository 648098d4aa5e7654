import { expect, test } from 'vitest';
import { initial } from '../../../main/storage/migrations/0001-initial.ts';
import { openUserStore } from '../../../main/storage/user-store.ts';
import { defaultSettings } from '../../../preload/contract/index.ts';
import { sqlite } from '../../support/sample-library.ts';
import { newUserFile, userFileOf } from '../../support/user-files.ts';
import { annotation, bookmark, folder, shelf } from '../../support/user-records.ts';

/** A user.db as the first schema wrote it, with one annotation, one bookmark and some settings. */
async function firstSchemaFile(): Promise<string> {
  const { Database } = await sqlite();
  const database = new Database();
  database.run('pragma application_id = 0x6365796e');
  initial.apply(database);
  database.run("pragma user_version = 1; insert into meta values ('schema', '1'), ('compat', '1')");
  const { id, anchor, style, note, createdAt, modifiedAt } = annotation();
  const place = [anchor.start.blockId, anchor.start.offset, anchor.end.blockId, anchor.end.offset];
  const quote = [anchor.exact, anchor.prefix, anchor.suffix, JSON.stringify(anchor.headingPath)];
  database.run('insert into annotations values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)', [
    ...[id, anchor.documentId, anchor.editionHash, ...place, ...quote],
    ...[style, note, '["民生"]', createdAt, modifiedAt],
  ]);
  const mark = bookmark();
  database.run('insert into bookmarks values (?,?,?,?,?,?)', [
    ...[mark.id, mark.documentId, mark.editionHash, mark.blockId, mark.label, mark.createdAt],
  ]);
  database.run(
    `insert into settings values ('fontSize', '22'), ('theme', '"light"'), ('rightPanel', 'false')`,
  );
  const bytes = database.export();
  database.close();
  return userFileOf(bytes);
}

test('data of the first schema is all there, and what changed its form says the same', async () => {
  const store = await openUserStore(await sqlite(), await firstSchemaFile());
  expect(store.problem()).toBeNull();
  expect(store.annotations()).toMatchObject([
    { scope: 'text', due: null, status: null, trashedAt: null, carried: null, tags: ['民生'] },
  ]);
  expect(store.bookmarks()).toMatchObject([{ label: '稳步提高养老金', name: '', folder: '' }]);
  expect(store.settings()).toEqual({
    ...defaultSettings,
    theme: 'paper',
    rightPanel: false,
    typography: { ...defaultSettings.typography, fontSize: 22 },
  });
});

test('an action, a note on a document, the trash, folders and tags are read back as they were written', async () => {
  const file = await newUserFile();
  const store = await openUserStore(await sqlite(), file);
  const action = annotation({ due: '2026-12-31', status: 'open', scope: 'paragraph' });
  const { anchor } = annotation();
  const onDocument = annotation({
    scope: 'document',
    anchor: { end: anchor.start, exact: '', prefix: '', suffix: '', headingPath: [] },
    trashedAt: '2026-11-22T08:00:00.000Z',
    carried: { state: 'orphan', from: anchor, to: 'b'.repeat(64), score: 0.25 },
  });
  await store.applyAnnotations({ put: [action, onDocument], remove: [] });
  const [folders, shelves] = [[folder()], [shelf()]];
  await store.applyFolders({ put: folders, remove: [] });
  await store.applyShelves({ put: shelves, remove: [] });
  const again = await openUserStore(await sqlite(), file);
  expect(again.annotations()).toHaveLength(2);
  expect(again.annotations()).toEqual(expect.arrayContaining([action, onDocument]));
  expect([again.folders(), again.shelves()]).toEqual([folders, shelves]);
});
