import type { SearchFeed } from '../../preload/contract/index.ts';
import { createSearchEngine, openSearchEngine, type SearchEngine } from '../domain/search/index.ts';

// How the search worker comes to its engine: from the index that an earlier start has kept, else from the feed of the
// library, and then the index is built while questions are answered.

const feedAddress = '/library/search-feed.json';
const indexAddress = '/library/search-index';

/** Milliseconds after which the thread looks for questions again. */
const slice = 12;
/** Units of a library whose index is kept: a smaller one is built in less time than it takes to fetch it. */
const keptUnits = 20_000;

/** The engine, with all of the library in it, and whether its index is still to be built. */
export type LibraryEngine = { readonly engine: SearchEngine; readonly isIndexed: boolean };

/** @throws Error where the library cannot be had. */
export async function loadEngine(): Promise<LibraryEngine> {
  const kept = await keptEngine();
  if (kept !== null) return { engine: kept, isIndexed: true };
  const response = await fetch(feedAddress);
  if (!response.ok) throw new Error(`search feed: status ${response.status}`);
  const { documents, units } = (await response.json()) as SearchFeed;
  const engine = createSearchEngine();
  const byDocument = new Map(documents.map(({ id }) => [id, [] as SearchFeed['units'][number][]]));
  for (const unit of units) byDocument.get(unit.documentId)?.push(unit);
  await inSlices(documents, (document) => engine.add(byDocument.get(document.id) ?? [], [document]));
  return { engine, isIndexed: false };
}

/** Builds the index; `told` of the share that is in it, now and then. A large one is then kept for the next start. */
export async function buildIndex(engine: SearchEngine, told: (share: number) => void): Promise<void> {
  const all = engine.buildIndex(0);
  let share = 0;
  let waiting = all;
  while (waiting > 0) {
    const until = performance.now() + slice;
    do waiting = engine.buildIndex(1);
    while (waiting > 0 && performance.now() < until);
    const now = 1 - waiting / all;
    if (waiting === 0 || now - share >= 0.05) {
      share = now;
      told(share);
    }
    await pause();
  }
  if (all >= keptUnits) await keep(engine);
}

async function keptEngine(): Promise<SearchEngine | null> {
  const response = await fetch(indexAddress);
  if (!response.ok) return null;
  return openSearchEngine(new Uint8Array(await response.arrayBuffer()), decode);
}

async function keep(engine: SearchEngine): Promise<void> {
  const steps = engine.pack();
  let until = performance.now() + slice;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      // Where it cannot be kept it is built at every start, as it was at this one.
      if (step.value !== null) {
        await fetch(indexAddress, { method: 'POST', body: step.value }).catch(() => undefined);
      }
      return;
    }
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + slice;
  }
}

function decode(units: Uint16Array<ArrayBuffer>): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
}

async function inSlices<Item>(items: readonly Item[], act: (item: Item) => void): Promise<void> {
  let until = performance.now() + slice;
  for (const item of items) {
    act(item);
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + slice;
  }
}

const channel = new MessageChannel();

/** Lets messages in that have come meanwhile. A timer would wait four milliseconds each time. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}
