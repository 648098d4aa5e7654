import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { openLocalRepository } from '../../main/storage/local-repository.ts';
import type { Annotation, AnnotationId, Bridge, DocumentId } from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { createAnchor } from '../../renderer/domain/anchors/index.ts';
import { withDisplay } from '../runtime/display.mjs';
import { launchApp, repository } from '../tour/launch-app.ts';
import { median } from './statistics.ts';

// The notes workspace with 5,000 notes: from the input event of the search field to the second animation frame after it,
// by when what was found has been drawn. The baseline, in the same page and the same rounds: a bare field over the same
// texts, looked through by `includes`, of which it writes the first twenty into a list.

const noteCount = 5000;
const rounds = Number(process.argv[2] ?? 15);
const bar = 50;
/** Found in many notes, in few, in none, in the other script; and nothing looked for. */
const queries = ['责任', '金融中心', '没有这样的词', '發展', ''] as const;

/** `noteCount` notes over the paragraphs of four documents. */
async function fill(userFile: string): Promise<void> {
  const storage = await openLocalRepository({
    userFile,
    contentFile: path.join(repository, 'dist', 'content.db'),
    wasmFile: path.join(repository, 'dist', 'app', 'main', 'sql-wasm.wasm'),
  });
  const contents = await Promise.all(
    ['000', '002', '003', '004'].map((id) => storage.readDocument(id as DocumentId)),
  );
  const places = contents.flatMap((content) =>
    content.blocks.filter(({ text }) => text.length >= 20).map((block) => ({ content, block })),
  );
  const put = Array.from({ length: noteCount }, (_, index): Annotation => {
    const place = places[index % places.length];
    if (place === undefined) throw new Error('the library has no paragraph');
    const { content, block } = place;
    const start = Math.floor(index / places.length) % 10;
    const end = Math.min(block.text.length, start + 20 + (index % 60));
    const anchor = createAnchor(
      content,
      { blockId: block.id, offset: start },
      { blockId: block.id, offset: end },
    );
    if (anchor === null) throw new Error(`no text in ${block.id}`);
    const moment = new Date(Date.UTC(2026, 10, 1 + (index % 20))).toISOString();
    return {
      id: crypto.randomUUID() as AnnotationId,
      scope: 'text',
      anchor,
      style: markStyles[index % markStyles.length] ?? 'yellow',
      note: `第${index}条：请核对**责任单位**与时限，并与财务部门确认资金来源。`,
      tags: [`标签${index % 40}`],
      due: null,
      status: index % 10 === 0 ? 'open' : null,
      createdAt: moment,
      modifiedAt: moment,
      trashedAt: null,
      carried: null,
    };
  });
  await storage.applyAnnotations({ put, remove: [] });
  await storage.saveSettings({ route: { view: 'notes' } });
}

/** Milliseconds from the input event to the second animation frame after it. */
function timedInput(page: Page, field: string, value: string): Promise<number> {
  return page.locator(field).evaluate(
    (element, words) =>
      new Promise<number>((resolve) => {
        const input = element as HTMLInputElement;
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, words);
        const started = performance.now();
        input.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - started)));
      }),
    value,
  );
}

/** The named baseline: plain `includes` over the same strings, the first twenty shown. */
async function addBaseline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { reader } = window as unknown as { readonly reader: Bridge };
    const answer = await reader['annotations.list']({});
    if (!answer.ok) throw new Error('no notes');
    const texts = answer.value.map(({ anchor, note, tags }) =>
      [anchor.exact, note, ...tags, ...anchor.headingPath].join('\n'),
    );
    const box = document.createElement('div');
    box.id = 'baseline';
    box.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:320px;max-height:200px;overflow:auto';
    const input = document.createElement('input');
    const list = document.createElement('ul');
    input.addEventListener('input', () => {
      const found = texts.filter((text) => text.includes(input.value));
      list.replaceChildren(
        ...found.slice(0, 20).map((text) => {
          const item = document.createElement('li');
          item.textContent = text;
          return item;
        }),
      );
    });
    box.append(input, list);
    document.body.append(box);
  });
}

async function main(display: NodeJS.ProcessEnv): Promise<boolean> {
  Object.assign(process.env, display);
  const home = await mkdtemp(path.join(tmpdir(), 'policy-reader-bench-'));
  try {
    await fill(path.join(home, 'data', 'policy-reader', 'user', 'user.db'));
    const { app, page } = await launchApp({ home });
    await page.locator('[data-tick]').first().waitFor();
    await addBaseline(page);
    // The first key also prepares the folded texts; it is listed apart.
    const first = await timedInput(page, 'main input[type=search]', '第一次');
    const times = new Map(
      queries.map((query) => [query, { ours: [] as number[], plain: [] as number[] }] as const),
    );
    for (let round = 0; round < rounds; round += 1) {
      for (const [query, { ours, plain }] of times) {
        ours.push(await timedInput(page, 'main input[type=search]', query));
        plain.push(await timedInput(page, '#baseline input', query));
      }
    }
    await app.close();
    console.log(
      `filtering ${noteCount} notes, medians of ${rounds} rounds, ms from input to the second animation frame`,
    );
    console.log(`  first key of the session ${first.toFixed(0).padStart(30)}`);
    const held = [...times].map(([query, { ours, plain }]) => {
      const middle = median(ours);
      const name = query === '' ? 'nothing looked for' : query;
      const verdict = middle < bar ? 'held' : 'NOT HELD';
      console.log(
        `  ${name.padEnd(20)} ${middle.toFixed(1).padStart(8)}   includes ${median(plain).toFixed(1).padStart(8)}   bar ${bar}: ${verdict}`,
      );
      return middle < bar;
    });
    return held.every(Boolean);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

process.exitCode = (await withDisplay(main, { width: 1600, height: 1000 })) ? 0 : 1;
