import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SEEDS } from '../../../build/library/build-library.ts';
import { answer } from '../../../build/query/answer.ts';
import { openContentStore } from '../../../main/storage/content-store.ts';
import { rowsOf } from '../../../main/storage/database.ts';
import { sourcePlaces } from '../../../main/storage/source-places.ts';
import { createSearchEngine } from '../../../renderer/domain/search/index.ts';
import { sqlite } from '../../support/sample-library.ts';
import { seedLibrary } from '../../support/seed-library.ts';

type Repair = { readonly start: number; readonly end: number; readonly replacement: string };

/** What a stretch of a file says once all that was recorded of a block has been done to it. */
function cleaned(
  source: string,
  start: number,
  end: number,
  repairs: readonly Repair[],
  ranges: readonly { readonly start: number; readonly end: number }[],
): string {
  let text = '';
  for (let at = start; at < end; ) {
    const repair = repairs.find((one) => one.start === at && one.end <= end);
    if (repair !== undefined) {
      text += repair.replacement;
      at = repair.end;
      continue;
    }
    if (ranges.some((range) => range.start <= at && at < range.end)) text += source[at] ?? '';
    at += 1;
  }
  return text;
}

it('names places in the seed files that say, once repaired as recorded, what was found', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-reader-test-'));
  const file = path.join(folder, 'content.db');
  await writeFile(file, await seedLibrary());
  const store = await openContentStore(await sqlite(), file);
  await rm(folder, { recursive: true });
  const { units, documents } = store.searchFeed();
  const engine = createSearchEngine();
  engine.add(units, documents);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const searched = { engine, titles, places: store.query(sourcePlaces) };
  const of = <Row extends object>(table: string, columns: string): ReadonlyMap<string, readonly Row[]> => {
    const byBlock = new Map<string, Row[]>();
    const rows = store.query((database) =>
      rowsOf(
        database,
        `select block_id as block, source_start as start, source_end as end${columns} from ${table}`,
      ),
    ) as unknown as readonly (Row & { readonly block: string })[];
    for (const row of rows) byBlock.set(row.block, [...(byBlock.get(row.block) ?? []), row]);
    return byBlock;
  };
  const repairs = of<Repair>('repairs', ', replacement');
  const ranges = of<{ readonly start: number; readonly end: number }>('block_sources', '');
  const texts = new Map(
    store.documents
      .flatMap(({ id }) => store.readDocument(id).blocks)
      .map(({ id, text }) => [id as string, text]),
  );
  const sources = new Map<string, string>();
  const sourceOf = (name: string): string => {
    const known = sources.get(name) ?? readFileSync(path.join(SEEDS, 'documents', name), 'utf8');
    sources.set(name, known);
    return known;
  };

  let compared = 0;
  let repaired = 0;
  const files = new Set<string>();
  // Words of every document, some of them with thousands of places, and pieces that were put together by repairs.
  const joined = [...repairs.entries()].flatMap(([block, [repair]], at) => {
    const text = texts.get(block) ?? '';
    return repair === undefined || at % 3 !== 0 ? [] : [text.slice(0, 24)];
  });
  for (const words of ['服务', '发展', '上海', '养老', '，', '2020', '（一）', '推动', ...joined]) {
    const { hits } = answer(searched, `"${words}"`, { limit: 2000, exact: false });
    for (const { blockId, printed, places, sourceFile } of hits) {
      if (!printed || sourceFile === null) continue;
      files.add(sourceFile);
      for (const { start, end, sourceStart, sourceEnd } of places) {
        const [from, to] = [sourceStart ?? 0, sourceEnd ?? 0];
        const own = repairs.get(blockId) ?? [];
        const said = cleaned(sourceOf(sourceFile), from, to, own, ranges.get(blockId) ?? []);
        const found = (texts.get(blockId) ?? '').slice(start, end);
        // What begins or ends within the two characters of one repair has the whole of it for its place.
        const within = own.some(
          ({ start: at, end: until, replacement }) => replacement.length > 1 && (at === from || until === to),
        );
        if (within) expect(said, words).toContain(found);
        else expect(said, `${words} in ${blockId}`).toBe(found);
        compared += 1;
        if (own.some((repair) => repair.start >= from && repair.end <= to)) repaired += 1;
      }
    }
  }
  expect(files.size).toBe(5);
  expect(compared).toBeGreaterThan(3000);
  expect(repaired).toBeGreaterThan(50);
}, 60_000);
