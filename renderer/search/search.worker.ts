/// <reference lib="webworker" />
import type { SearchFeed } from '../../preload/contract/index.ts';
import { createSearchEngine } from '../domain/search/index.ts';
import type { FromWorker, ToWorker } from './messages.ts';

// The search engine has a thread of its own: typing must never wait for it. The feed of the library
// is fetched from our own scheme; questions that come before it is here wait for it.

const scope = self as unknown as DedicatedWorkerGlobalScope;
const engine = createSearchEngine();
/** Units indexed before the worker looks for questions again: well below 50 ms. */
const slice = 200;

const loaded = load();

function say(message: FromWorker): void {
  scope.postMessage(message);
}

async function load(): Promise<void> {
  const response = await fetch('/library/search-feed.json');
  if (!response.ok) throw new Error(`search feed: status ${response.status}`);
  const { documents, units } = (await response.json()) as SearchFeed;
  engine.add(units, documents);
}

loaded.then(
  () => {
    say({ kind: 'ready' });
    const build = (): void => {
      if (engine.buildIndex(slice) > 0) setTimeout(build);
    };
    build();
  },
  (error: unknown) => say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
);

/** What is asked waits for the library; that the feed could not be had is told once, above. */
function answer({ id, query, limit }: Extract<ToWorker, { readonly kind: 'search' }>): void {
  void loaded.then(
    () => {
      const start = performance.now();
      const result = engine.search(query, { limit });
      say({ kind: 'result', id, result, milliseconds: performance.now() - start });
    },
    () => undefined,
  );
}

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'search') {
    answer(data);
    return;
  }
  engine.putNotes(data.put);
  engine.removeNotes(data.remove);
  say({ kind: 'notes-changed' });
});
