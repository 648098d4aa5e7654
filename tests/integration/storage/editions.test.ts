import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WriterFiles } from '../../../main/files/atomic-write.ts';
import type { Disk } from '../../../main/storage/journal/disk.ts';
import { openLocalRepository } from '../../../main/storage/local-repository.ts';
import type { Repository } from '../../../main/storage/repository.ts';
import type { Annotation, AnnotationId, Bookmark, DocumentId } from '../../../preload/contract/index.ts';
import { documentAnchor, resolveAnchor, textUnder } from '../../../renderer/domain/anchors/index.ts';
import { editedLibrary } from '../../support/edited-library.ts';
import { failingDisk, failingFiles } from '../../support/failing-files.ts';
import { stateOfFolder } from '../../support/file-state.ts';
import { codeOf } from '../../support/reader-errors.ts';
import { changedBytes, wasmFile } from '../../support/sample-library.ts';
import { seedLibrary } from '../../support/seed-library.ts';
import { annotationOn } from '../../support/seeded-notes.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { annotation, bookmark } from '../../support/user-records.ts';

const source = '003_ba29fc60ce853ee2.txt';
const id = '003' as DocumentId;

const kept = '加快推进本市服务贸易改革开放';
const shifted = '强化统筹协调机制';
const reworded = '审批时限由现在的30个工作日缩短至15个工作日';
const deleted = '探索国土空间规划资质管理工作';
const sentence = '建立建筑师负责制的常态化运行机制';

/** What a later edition might do: a paragraph before, other words, a sentence gone. */
const edits = [
  ['二、试点任务', '各区要结合实际，另行制定年度工作安排。\n\n二、试点任务'],
  [reworded, '审批时限由原来的30个工作日压缩到10个工作日'],
  [`${deleted}。`, ''],
] as const;

let former: Uint8Array;
let later: Uint8Array;
beforeAll(async () => {
  [former, later] = await Promise.all([seedLibrary(), editedLibrary(source, edits)]);
});

type Home = {
  readonly folder: string;
  readonly userFile: string;
  readonly open: (library: Uint8Array, writer?: WriterFiles, disk?: Disk) => Promise<Repository>;
};

async function newHome(): Promise<Home> {
  const folder = await temporaryFolder();
  const contentFile = path.join(folder, 'content.db');
  const userFile = path.join(folder, 'user', 'user.db');
  return {
    folder,
    userFile,
    open: async (library, writer, disk) => {
      await writeFile(contentFile, library);
      return openLocalRepository({ contentFile, userFile, wasmFile }, writer, disk);
    },
  };
}

const editionsIn = ({ folder }: Home): Promise<string[]> =>
  readdir(path.join(folder, 'user', 'editions')).catch(() => []);

/** Six notes and two bookmarks of the former edition, saved. */
async function annotated(home: Home) {
  const storage = await home.open(former);
  const content = await storage.readDocument(id);
  const on = (words: string, rest: Partial<Annotation> = {}) => annotationOn(storage, id, words, rest);
  const notes = {
    kept: await on(kept),
    shifted: await on(shifted),
    reworded: await on(reworded),
    deleted: await on(deleted, { note: '不可丢失' }),
    sentence: await on(sentence, { trashedAt: '2026-11-22T08:00:00.000Z' }),
    document: annotation({
      scope: 'document',
      anchor: documentAnchor(content) ?? {},
    }),
  };
  await storage.applyAnnotations({ put: Object.values(notes), remove: [] });
  const marks = [
    bookmark({
      documentId: id,
      editionHash: content.document.editionHash,
      blockId: notes.shifted.anchor.start.blockId,
      label: 'x',
    }),
    bookmark({
      documentId: id,
      editionHash: content.document.editionHash,
      blockId: notes.kept.anchor.start.blockId,
      label: 'y',
    }),
  ];
  await storage.applyBookmarks({ put: marks, remove: [] });
  return { notes, marks, hash: content.document.editionHash };
}

const byId = async (
  storage: Repository,
  { id: wanted }: { readonly id: AnnotationId },
): Promise<Annotation> => {
  const found = (await storage.annotations()).find((each) => each.id === wanted);
  if (found === undefined) throw new Error(`lost: ${wanted}`);
  return found;
};

describe('keeping the text that notes were made on', () => {
  test('one file an edition, before the note is acknowledged, the same ever after', async () => {
    const home = await newHome();
    const { hash } = await annotated(home);
    expect(await editionsIn(home)).toEqual([`${hash}.json.gz`]);
    const file = path.join(home.folder, 'user', 'editions', `${hash}.json.gz`);
    const { mtimeMs } = await stat(file);
    const storage = await home.open(former);
    await storage.applyAnnotations({ put: [await annotationOn(storage, id, kept)], remove: [] });
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
    const { blocks } = await storage.readDocument(id);
    expect(await storage.readEdition(hash)).toEqual({
      editionHash: hash,
      blocks: blocks.map(({ id: block, text }) => ({ id: block, text })),
    });
    expect(await codeOf(() => storage.readEdition('0'.repeat(64)))).toBe('NOT_FOUND');
  });

  test('where it cannot be kept the note is refused, and nothing of either is there', async () => {
    const home = await newHome();
    const files = failingFiles({ fail: ({ name }) => (name === 'write' ? 'ENOSPC' : undefined) });
    const storage = await home.open(former, files);
    const note = await annotationOn(storage, id, kept);
    expect(await codeOf(() => storage.applyAnnotations({ put: [note], remove: [] }))).toBe('DISK_FULL');
    expect(await storage.annotations()).toEqual([]);
    expect(await editionsIn(home)).toEqual([]);
    expect(files.done.filter((name) => name === 'write')).toHaveLength(1);
  });

  test('a damaged file is set aside and written whole with the next save', async () => {
    const home = await newHome();
    const { hash } = await annotated(home);
    const file = path.join(home.folder, 'user', 'editions', `${hash}.json.gz`);
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, 900));
    const storage = await home.open(former);
    expect(await codeOf(() => storage.readEdition(hash))).toBe('NOT_FOUND');
    await storage.applyAnnotations({ put: [await annotationOn(storage, id, kept)], remove: [] });
    expect(await readFile(file)).toEqual(whole);
    expect(await editionsIn(home)).toHaveLength(2);
  });
});

describe('carrying notes over to a new edition', () => {
  test('every note comes to its words, says what became of it, and a second start changes nothing', async () => {
    const home = await newHome();
    const { notes, marks, hash } = await annotated(home);
    const storage = await home.open(later);
    const { carrying, annotations } = await storage.opening();
    const content = await storage.readDocument(id);
    expect(content.document.editionHash).not.toBe(hash);
    expect(carrying).toEqual({ carried: 3, problem: null });
    expect(annotations).toHaveLength(Object.keys(notes).length);

    const same = await byId(storage, notes.kept);
    expect(same.carried).toBeNull();
    expect(same.anchor.exact).toBe(kept);
    const moved = await byId(storage, notes.shifted);
    expect(moved.carried).toMatchObject({
      state: 'moved',
      from: notes.shifted.anchor,
      to: content.document.editionHash,
    });
    expect(textUnder(content, moved.anchor)).toBe(shifted);
    expect(moved.anchor.start.blockId).not.toBe(notes.shifted.anchor.start.blockId);
    const changed = await byId(storage, notes.reworded);
    expect(changed.carried?.state).toBe('changed');
    expect(changed.anchor.exact).toBe('审批时限由原来的30个工作日压缩到10个工作日');
    const orphan = await byId(storage, notes.deleted);
    expect(orphan).toMatchObject({
      anchor: notes.deleted.anchor,
      note: '不可丢失',
      carried: { state: 'orphan' },
    });
    // What lies in the trash goes along, so that it can be put back.
    const trashed = await byId(storage, notes.sentence);
    expect(trashed.trashedAt).toBe(notes.sentence.trashedAt);
    expect(textUnder(content, trashed.anchor)).toBe(sentence);
    const whole = await byId(storage, notes.document);
    expect(whole).toMatchObject({ carried: null, anchor: documentAnchor(content) });
    for (const each of [same, moved, changed, trashed, whole]) {
      expect(resolveAnchor(content, each.anchor)).toBe('exact');
    }
    const carriedMarks = await storage.bookmarks();
    expect(carriedMarks.map(({ id: mark }) => mark).sort()).toEqual(marks.map(({ id: mark }) => mark).sort());
    const onShifted = carriedMarks.find(({ id: mark }) => mark === marks[0]?.id);
    expect(onShifted).toMatchObject({
      blockId: moved.anchor.start.blockId,
      editionHash: content.document.editionHash,
    });
    expect(await editionsIn(home)).toHaveLength(2);

    const before = await stateOfFolder(path.dirname(home.userFile));
    const again = await home.open(later);
    expect((await again.opening()).carrying).toEqual({ carried: 0, problem: null });
    expect(await again.annotations()).toEqual(await storage.annotations());
    expect(await stateOfFolder(path.dirname(home.userFile))).toEqual(before);
  });

  test('the former edition comes back: every note that was not looked at yet hangs where it was', async () => {
    const home = await newHome();
    const { notes } = await annotated(home);
    const there = await home.open(later);
    await there.opening();
    // One was accepted, so it stays the user's own.
    const changed = await byId(there, notes.reworded);
    await there.applyAnnotations({ put: [{ ...changed, carried: null }], remove: [] });
    const back = await home.open(former);
    for (const note of [notes.kept, notes.shifted, notes.deleted, notes.sentence]) {
      expect(await byId(back, note)).toEqual(note);
    }
    expect((await byId(back, notes.reworded)).carried).toMatchObject({
      state: 'changed',
      from: changed.anchor,
    });
    expect((await byId(back, notes.reworded)).anchor.exact).toBe(reworded);
  });

  test('a document that left the library keeps its notes as they are until it comes back', async () => {
    const home = await newHome();
    await annotated(home);
    const without = await changedBytes(path.join(home.folder, 'content.db'), (database) => {
      database.run("delete from documents where id = '003'; delete from blocks where document_id = '003'");
    });
    const before = await stateOfFolder(path.dirname(home.userFile));
    const gone = await home.open(without);
    expect((await gone.opening()).carrying).toEqual({ carried: 0, problem: null });
    expect(await stateOfFolder(path.dirname(home.userFile))).toEqual(before);
    const back = await home.open(later);
    expect((await back.opening()).carrying.carried).toBe(3);
  });

  test('a refused write leaves every note as it was and is told; the next start carries them over', async () => {
    const home = await newHome();
    const { notes } = await annotated(home);
    const before = await stateOfFolder(path.dirname(home.userFile));
    const fail = ({ name }: { readonly name: string }) => (name === 'write' ? 'ENOSPC' : undefined);
    const disk = failingDisk(path.dirname(home.userFile), { fail });
    const refused = await home.open(later, failingFiles({ fail }), disk);
    expect((await refused.opening()).carrying).toMatchObject({ carried: 0, problem: { code: 'DISK_FULL' } });
    expect(await byId(refused, notes.shifted)).toEqual(notes.shifted);
    expect(await stateOfFolder(path.dirname(home.userFile))).toEqual(before);
    expect((await (await home.open(later)).opening()).carrying).toEqual({ carried: 3, problem: null });
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'of other texts',
      (_: Buffer, hash: string) => gzipSync(JSON.stringify({ editionHash: hash, blocks: [] })),
    ],
    ['no edition at all', () => gzipSync('{"a":1}')],
  ])('without the former texts (%s) quotes and context decide, and nothing is guessed', async (_, damage) => {
    const home = await newHome();
    const { notes, marks, hash } = await annotated(home);
    const file = path.join(home.folder, 'user', 'editions', `${hash}.json.gz`);
    await writeFile(file, damage(await readFile(file), hash));
    const storage = await home.open(later);
    expect(await storage.annotations()).toHaveLength(Object.keys(notes).length);
    const moved = await byId(storage, notes.shifted);
    expect(moved.carried?.state).toBe('moved');
    expect(textUnder(await storage.readDocument(id), moved.anchor)).toBe(shifted);
    expect((await byId(storage, notes.reworded)).carried?.state).toBe('orphan');
    // A bookmark whose label says nothing stays with its edition, and is not lost.
    const mark = (await storage.bookmarks()).find((each: Bookmark) => each.id === marks[0]?.id);
    expect(mark).toEqual(marks[0]);
  });

  test('a note on paragraphs stays one on whole paragraphs', async () => {
    const home = await newHome();
    const storage = await home.open(former);
    const { blocks } = await storage.readDocument(id);
    const block = blocks.find(({ text }) => text.includes(reworded));
    const note = await annotationOn(storage, id, block?.text ?? '', { scope: 'paragraph' });
    await storage.applyAnnotations({ put: [note], remove: [] });
    const next = await home.open(later);
    const { anchor, carried } = await byId(next, note);
    const present = (await next.readDocument(id)).blocks.find((each) => each.id === anchor.start.blockId);
    expect(anchor.exact).toBe(present?.text);
    expect(anchor.exact).toContain('压缩到10个工作日');
    expect(carried?.state).toBe('changed');
  });

  test('an edition folder that cannot be read stops nothing', async () => {
    const home = await newHome();
    const { notes, hash } = await annotated(home);
    const file = path.join(home.folder, 'user', 'editions', `${hash}.json.gz`);
    await rm(file);
    await mkdir(file);
    const storage = await home.open(later);
    expect((await byId(storage, notes.shifted)).carried?.state).toBe('moved');
  });
});
