import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readAnnotationSet } from '../../../main/export/annotation-set/read.ts';
import { type Exporter, threadedExporter } from '../../../main/export/run-export.ts';
import { startStorage } from '../../../main/storage/client.ts';
import {
  type Annotation,
  type AnnotationId,
  type DocumentId,
  type ExportRequest,
  type NoteFormat,
  noteFormats,
} from '../../../preload/contract/index.ts';
import { createAnchor } from '../../../renderer/domain/anchors/index.ts';
import { resolveEvidence } from '../../../renderer/domain/citations/index.ts';
import { readCsv } from '../../support/csv-reader.ts';
import { choiceOf } from '../../support/export-sets.ts';
import { codeOf } from '../../support/reader-errors.ts';
import { wasmFile } from '../../support/sample-library.ts';
import { seedLibrary } from '../../support/seed-library.ts';
import { bundleForNode, bundleStorageWorker } from '../../support/storage-worker.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { annotation } from '../../support/user-records.ts';

type Storage = ReturnType<typeof startStorage>;
let bundles: string;
let storageFile: string;
let exportFile: string;

beforeAll(async () => {
  bundles = await mkdtemp(path.join(tmpdir(), 'policy-reader-worker-'));
  storageFile = await bundleStorageWorker(bundles);
  const source = new URL('../../../main/export/export-worker.ts', import.meta.url);
  exportFile = await bundleForNode(source, path.join(bundles, 'export-worker.cjs'));
});
afterAll(() => rm(bundles, { recursive: true, force: true }));

/** The five documents in their thread, and an exporter beside it. */
async function started(): Promise<{ storage: Storage; exporter: Exporter }> {
  const folder = await temporaryFolder();
  const contentFile = path.join(folder, 'content.db');
  await writeFile(contentFile, await seedLibrary());
  const storage = startStorage(storageFile, {
    contentFile,
    userFile: path.join(folder, 'user', 'user.db'),
    wasmFile,
  });
  onTestFinished(() => storage.close());
  const occasion = () => ({ exportedAt: new Date(), version: '0.1.0' });
  return { storage, exporter: threadedExporter(exportFile, storage.connect, occasion) };
}

/** A note on some words of a document, once for each of `count`. */
async function notesOn(
  storage: Storage,
  id: string,
  words: string,
  count = 1,
): Promise<readonly Annotation[]> {
  const content = await storage.readDocument(id as DocumentId);
  const block = content.blocks.find(({ text }) => text.includes(words));
  const at = block?.text.indexOf(words) ?? 0;
  const place = (offset: number) => ({ blockId: block?.id ?? ('' as never), offset });
  const anchor = createAnchor(content, place(at), place(at + words.length));
  if (anchor === null) throw new Error(`${id} has no ${words}`);
  const put = Array.from({ length: count }, () => annotation({ anchor }));
  await storage.applyAnnotations({ put, remove: [] });
  return put;
}

const requestOf = (format: NoteFormat, changes: Partial<ExportRequest> = {}): ExportRequest => ({
  format,
  selection: { documentIds: null },
  choice: choiceOf(),
  ...changes,
});
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('an export in its thread', () => {
  test('says of a note where the source file has it, its words in simplified characters, and a code that leads back', async () => {
    const { storage, exporter } = await started();
    await notesOn(storage, '002', '物價牽動民心');
    const bytes = await exporter(requestOf('csv', { choice: choiceOf({ quoteScript: 'both' }) }));
    const [head = [], row = []] = readCsv(text(bytes));
    const cell = (label: string): string => row[head.indexOf(label)] ?? '';
    expect(cell('引文')).toBe('物價牽動民心');
    expect(cell('引文（简体）')).toBe('物价牵动民心');
    const [, file = '', from, to] = /^(.*) (\d+)–(\d+)$/.exec(cell('原文件位置')) ?? [];
    const source = await readFile(path.join(import.meta.dirname, '../../../seeds/documents', file), 'utf8');
    expect(source.replace(/^\uFEFF/, '').slice(Number(from), Number(to))).toBe('物價牽動民心');
    const { documents } = await storage.opening();
    expect(
      await resolveEvidence(cell('凭证码'), { documents, readDocument: storage.readDocument }),
    ).toMatchObject({ outcome: 'found', documentId: '002' });
  });

  test('makes every format, tells how far it is, and comes back as it was', async () => {
    const { storage, exporter } = await started();
    const put = await notesOn(storage, '003', '服务贸易', 3);
    for (const format of noteFormats) {
      const shares: number[] = [];
      const bytes = await exporter(requestOf(format), { onProgress: (share) => shares.push(share) });
      expect(bytes.length, format).toBeGreaterThan(500);
      expect(shares.at(-1), format).toBe(1);
      expect(
        [...shares].sort((a, b) => a - b),
        format,
      ).toEqual(shares);
      if (format !== 'jsonld') continue;
      const read = readAnnotationSet(bytes);
      expect(read.outcome === 'read' && read.entries.map((entry) => 'note' in entry && entry.note)).toEqual(
        expect.arrayContaining(
          put.map((record) => expect.objectContaining({ kind: 'own', annotation: record })),
        ),
      );
    }
  });

  test('of a note that is not there is refused; the next one works', async () => {
    const { storage, exporter } = await started();
    await notesOn(storage, '003', '服务贸易');
    const selection = { annotationIds: [annotation({}).id] satisfies AnnotationId[] };
    expect(await codeOf(() => exporter(requestOf('html', { selection })))).toBe('NOT_FOUND');
    expect(text(await exporter(requestOf('html')))).toContain('服务贸易');
  });

  test('that is cancelled ends within half a second, and before it begins at once', async () => {
    const { storage, exporter } = await started();
    await notesOn(storage, '003', '服务贸易', 3000);
    const control = new AbortController();
    let stopped = 0;
    const running = exporter(requestOf('docx'), {
      signal: control.signal,
      onProgress: (share) => {
        if (share < 0.3 || control.signal.aborted) return;
        stopped = performance.now();
        control.abort();
      },
    });
    await expect(running).rejects.toThrow(/abort/i);
    // Ten times the bar: the machine of a test has other work.
    expect(performance.now() - stopped).toBeLessThan(5000);
    await expect(exporter(requestOf('docx'), { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  test('whose thread dies says so', async () => {
    const { storage } = await started();
    const broken = path.join(await temporaryFolder(), 'broken.cjs');
    await writeFile(broken, 'process.exit(3);');
    const exporter = threadedExporter(broken, storage.connect, () => ({
      exportedAt: new Date(),
      version: '0.1.0',
    }));
    expect(await codeOf(() => exporter(requestOf('csv')))).toBe('INTERNAL');
  });
});
