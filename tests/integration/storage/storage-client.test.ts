import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startStorage } from '../../../main/storage/client.ts';
import type { DocumentId } from '../../../preload/contract/index.ts';
import { codeOf } from '../../support/reader-errors.ts';
import { sampleLibrary, sampleTexts, wasmFile } from '../../support/sample-library.ts';
import { bundleStorageWorker } from '../../support/storage-worker.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { openStore } from '../../support/user-files.ts';
import { annotation } from '../../support/user-records.ts';

type Storage = ReturnType<typeof startStorage>;
let bundles: string;
let workerFile: string;

beforeAll(async () => {
  bundles = await mkdtemp(path.join(tmpdir(), 'policy-reader-worker-'));
  workerFile = await bundleStorageWorker(bundles);
});
afterAll(() => rm(bundles, { recursive: true, force: true }));

function started(file: string, files: Parameters<typeof startStorage>[1]): Storage {
  const storage = startStorage(file, files);
  onTestFinished(() => storage.close());
  return storage;
}

async function realStorage(): Promise<{ storage: Storage; userFile: string; contentFile: string }> {
  const folder = await temporaryFolder();
  const contentFile = path.join(folder, 'content.db');
  const userFile = path.join(folder, 'user', 'user.db');
  await writeFile(contentFile, await sampleLibrary());
  return { storage: started(workerFile, { contentFile, userFile, wasmFile }), userFile, contentFile };
}

/** A worker of a few lines, for what the real one never does. */
async function storageOf(script: string): Promise<Storage> {
  const file = path.join(await temporaryFolder(), 'worker.cjs');
  await writeFile(file, `const { parentPort: port } = require('node:worker_threads');\n${script}`);
  return started(file, { contentFile: '', userFile: '', wasmFile: '' });
}

describe('the real worker', () => {
  test('opens both files and answers with what is in them', async () => {
    const { storage } = await realStorage();
    const opening = await storage.opening();
    expect(opening.libraryProblem).toBeNull();
    expect(opening.userData.problem).toBeNull();
    expect(opening.documents.map(({ id }) => id)).toEqual(['002', '003']);
    const { blocks } = await storage.readDocument('002' as DocumentId);
    expect(blocks.map(({ text }) => text)).toEqual(Object.values(sampleTexts));
    expect(JSON.parse(await storage.searchFeed()).units).toHaveLength(7);
  });

  test('answers in the order of asking, a reading after a write with what was written', async () => {
    const { storage } = await realStorage();
    const order: string[] = [];
    const noted = async (name: string, asked: Promise<unknown>): Promise<unknown> => {
      const value = await asked;
      order.push(name);
      return value;
    };
    const record = annotation();
    const answers = await Promise.all([
      noted('before', storage.annotations()),
      noted('write', storage.applyAnnotations({ put: [record], remove: [] })),
      noted('after', storage.annotations()),
      noted('document', storage.readDocument('003' as DocumentId)),
      noted('removal', storage.applyAnnotations({ put: [], remove: [record.id] })),
      noted('last', storage.annotations()),
    ]);
    expect(order).toEqual(['before', 'write', 'after', 'document', 'removal', 'last']);
    expect([answers[0], answers[2], answers[5]]).toEqual([[], [record], []]);
  });

  test('an error crosses with its code, and the next request is answered', async () => {
    const { storage } = await realStorage();
    expect(await codeOf(() => storage.readDocument('404' as DocumentId))).toBe('NOT_FOUND');
    expect(await codeOf(() => storage.startAfresh())).toBe('BAD_REQUEST');
    expect(await storage.annotations()).toEqual([]);
  });

  test('a missing library stops reading only; notes can still be taken', async () => {
    const folder = await temporaryFolder();
    const files = {
      contentFile: path.join(folder, 'gone.db'),
      userFile: path.join(folder, 'user.db'),
      wasmFile,
    };
    const storage = started(workerFile, files);
    expect((await storage.opening()).libraryProblem?.code).toBe('CONTENT_MISSING');
    expect(await codeOf(() => storage.readDocument('002' as DocumentId))).toBe('CONTENT_MISSING');
    expect(await codeOf(() => storage.searchFeed())).toBe('CONTENT_MISSING');
    await storage.applyAnnotations({ put: [annotation()], remove: [] });
    expect(await storage.annotations()).toHaveLength(1);
  });

  test('damaged user data stops writing only; the library can still be read, and a fresh start mends it', async () => {
    const { storage: first, userFile, contentFile } = await realStorage();
    await first.close();
    await writeFile(userFile, 'damaged');
    const storage = started(workerFile, { contentFile, userFile, wasmFile });
    expect((await storage.opening()).userData).toMatchObject({
      problem: { code: 'USER_DATA_CORRUPT' },
      file: userFile,
    });
    expect((await storage.readDocument('002' as DocumentId)).blocks).toHaveLength(4);
    expect(await storage.startAfresh()).toEqual({ keptFile: 'user.damaged-1.db' });
    await storage.applyAnnotations({ put: [annotation()], remove: [] });
    expect((await storage.opening()).userData.problem).toBeNull();
  });

  test('what was asked for before closing is on disk after it', async () => {
    const { storage, userFile } = await realStorage();
    const writes = Array.from({ length: 5 }, () =>
      storage.applyAnnotations({ put: [annotation()], remove: [] }),
    );
    await storage.close();
    await Promise.all(writes);
    expect((await openStore(userFile)).annotations()).toHaveLength(5);
    expect(await codeOf(() => storage.annotations())).toBe('INTERNAL');
  });

  test('that cannot start answers every request with INTERNAL', async () => {
    const folder = await temporaryFolder();
    const files = {
      contentFile: '',
      userFile: path.join(folder, 'user.db'),
      wasmFile: path.join(folder, 'no.wasm'),
    };
    const storage = started(workerFile, files);
    const codes = [codeOf(() => storage.opening()), codeOf(() => storage.annotations())];
    expect(await Promise.all(codes)).toEqual(['INTERNAL', 'INTERNAL']);
  });
});

describe('a worker that dies', () => {
  test.each([
    ['by an error', "throw new Error('gone')"],
    ['by its end', 'process.exit(0)'],
    ['by a rejection', "Promise.reject(new Error('gone'))"],
  ])('%s rejects all that wait and all that come later', async (_name, death) => {
    const storage = await storageOf(`
      let asked = 0;
      port.on('message', ({ id }) => {
        asked += 1;
        if (asked === 1) port.postMessage({ id, ok: true, value: 'first' });
        if (asked === 3) { ${death} }
      });`);
    const answers = await Promise.allSettled([storage.annotations(), storage.opening(), storage.bookmarks()]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await codeOf(() => storage.applyAnnotations({ put: [annotation()], remove: [] }))).toBe(
      'INTERNAL',
    );
    expect(await codeOf(() => storage.opening())).toBe('INTERNAL');
    await storage.close();
  });

  test('at once, because there is no such file', async () => {
    const storage = started(path.join(await temporaryFolder(), 'none.cjs'), {
      contentFile: '',
      userFile: '',
      wasmFile: '',
    });
    expect(await codeOf(() => storage.opening())).toBe('INTERNAL');
  });
});

test('each answer finds its own question, whatever their order', async () => {
  const storage = await storageOf(`
    const answers = [];
    port.on('message', ({ id, method }) => {
      answers.unshift({ id, ok: true, value: method });
      if (id >= 2) for (const answer of answers.splice(0)) port.postMessage(answer);
    });`);
  const asked: readonly Promise<unknown>[] = [storage.opening(), storage.annotations(), storage.bookmarks()];
  expect(await Promise.all(asked)).toEqual(['opening', 'annotations', 'bookmarks']);
});
