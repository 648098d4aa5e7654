import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { threadedExporter } from '../../main/export/run-export.ts';
import { startStorage } from '../../main/storage/client.ts';
import {
  type Annotation,
  type AnnotationId,
  type DocumentId,
  defaultExportChoice,
  type ExportRequest,
  type NoteFormat,
  noteFormats,
} from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { createAnchor } from '../../renderer/domain/anchors/index.ts';
import { repository } from '../tour/launch-app.ts';
import { processorTime } from './statistics.ts';

// 10,000 notes to every format by the bundles that the app runs: the storage thread, and one thread for each export.
// The process measured is what the app's main process would be; its longest standstill is that of its own thread.
// The memory counts the whole process with the storage in it. A cancelled export is timed until its thread is gone.

const noteCount = Number(process.argv[2] ?? 10_000);
const bars = { seconds: 10, megabytes: 500, cancelling: 500 } as const;

const folder = path.join(repository, 'dist', 'app', 'main');

function openStorage(home: string) {
  return startStorage(path.join(folder, 'storage-worker.cjs'), {
    userFile: path.join(home, 'user', 'user.db'),
    contentFile: path.join(repository, 'dist', 'content.db'),
    wasmFile: path.join(folder, 'sql-wasm.wasm'),
  });
}

/** Notes over the paragraphs of four documents, two of three with words of their own. */
async function fill(storage: ReturnType<typeof openStorage>): Promise<void> {
  const ids = ['000', '002', '003', '004'];
  const contents = await Promise.all(ids.map((id) => storage.readDocument(id as DocumentId)));
  const places = contents.flatMap((content) =>
    content.blocks.filter(({ text }) => text.length >= 20).map((block) => ({ content, block })),
  );
  const notes = Array.from({ length: noteCount }, (_, index): Annotation => {
    const place = places[index % places.length];
    if (place === undefined) throw new Error('the library has no paragraph');
    const { content, block } = place;
    const offset = Math.floor(index / places.length) % 10;
    const end = Math.min(block.text.length, offset + 20 + (index % 60));
    const anchor = createAnchor(content, { blockId: block.id, offset }, { blockId: block.id, offset: end });
    if (anchor === null) throw new Error(`no text in ${block.id}`);
    const moment = new Date(Date.UTC(2026, 10, 1 + (index % 20))).toISOString();
    return {
      id: crypto.randomUUID() as AnnotationId,
      scope: 'text',
      anchor,
      style: markStyles[index % markStyles.length] ?? 'yellow',
      note: index % 3 === 0 ? '' : `第${index}条：请核对**责任单位**与时限，并与财务部门确认资金来源。`,
      tags: [`标签${index % 40}`],
      due: index % 10 === 0 ? '2027-01-01' : null,
      status: index % 10 === 0 ? 'open' : null,
      createdAt: moment,
      modifiedAt: moment,
      trashedAt: null,
      carried: null,
    };
  });
  for (let at = 0; at < notes.length; at += 5000)
    await storage.applyAnnotations({ put: notes.slice(at, at + 5000), remove: [] });
}

const requestFor = (format: NoteFormat): ExportRequest => ({
  format,
  selection: { documentIds: null },
  choice: { ...defaultExportChoice, quoteScript: 'both', sheets: ['measures', 'facts'] },
});

type Measured = {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly standstill: number;
};

/** Runs `work` and watches the process at it. */
async function watched(work: () => Promise<unknown>): Promise<Measured> {
  let highest = process.memoryUsage().rss;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss);
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const before = processorTime();
  await work();
  const seconds = (performance.now() - started) / 1000;
  delay.disable();
  clearInterval(watch);
  return {
    seconds,
    processor: (processorTime() - before) / 1000,
    megabytes: highest / 1e6,
    standstill: delay.max / 1e6,
  };
}

/** Milliseconds from the word to stop until the export's thread is gone, when it is stopped after `after` ms; NaN when it was done before. */
async function timeToCancel(
  exporter: ReturnType<typeof threadedExporter>,
  format: NoteFormat,
  after: number,
): Promise<number> {
  const control = new AbortController();
  let said = Number.NaN;
  const timer = setTimeout(() => {
    said = performance.now();
    control.abort();
  }, after);
  await exporter(requestFor(format), { signal: control.signal }).catch(() => undefined);
  clearTimeout(timer);
  return performance.now() - said;
}

const [, file = '', , filled] = process.argv;
if (filled === undefined) await bench();
else {
  const storage = openStorage(filled);
  await fill(storage);
  await storage.close();
}

/** The notes are made by another process, so that what is left over from that is not counted. */
async function bench(): Promise<void> {
  const home = await mkdtemp(path.join(tmpdir(), 'policy-reader-bench-'));
  execFileSync(process.execPath, [...process.execArgv, file, String(noteCount), home], { stdio: 'inherit' });
  const storage = openStorage(home);
  try {
    await storage.opening();
    await measure(storage);
  } finally {
    await storage.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function measure(storage: ReturnType<typeof openStorage>): Promise<void> {
  const exporter = threadedExporter(path.join(folder, 'export-worker.cjs'), storage.connect, () => ({
    exportedAt: new Date(),
    version: 'bench',
  }));
  console.log(
    `${noteCount} notes to every format; the main thread's longest standstill; cancelled after half a second`,
  );
  let held = true;
  for (const format of noteFormats) {
    let size = 0;
    const { seconds, processor, megabytes, standstill } = await watched(async () => {
      size = (await exporter(requestFor(format))).length;
    });
    const cancelled = await timeToCancel(exporter, format, Math.min(500, (seconds * 1000) / 2));
    const good =
      seconds < bars.seconds && megabytes < bars.megabytes && cancelled < bars.cancelling && standstill < 100;
    held &&= good;
    console.log(
      `  ${format.padEnd(15)} ${seconds.toFixed(1).padStart(5)} s (processor ${processor.toFixed(1)} s)` +
        `${megabytes.toFixed(0).padStart(6)} MB  ${(size / 1e6).toFixed(1).padStart(5)} MB file` +
        `  standstill ${standstill.toFixed(0).padStart(3)} ms  cancel ${cancelled.toFixed(0).padStart(3)} ms` +
        `  bar ${bars.seconds} s, ${bars.megabytes} MB, ${bars.cancelling} ms: ${good ? 'held' : 'NOT HELD'}`,
    );
  }
  process.exitCode = held ? 0 : 1;
}
