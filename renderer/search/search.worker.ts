/// <reference lib="webworker" />
import type { SearchFeed } from '../../preload/contract/index.ts';
import {
  createSearchEngine,
  createSuggester,
  facetSourceOf,
  facetsOf,
  nearestQueries,
} from '../domain/search/index.ts';
import type { Answers, FromWorker, Question, ToWorker } from './messages.ts';

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

async function load() {
  const response = await fetch('/library/search-feed.json');
  if (!response.ok) throw new Error(`search feed: status ${response.status}`);
  const { documents, units } = (await response.json()) as SearchFeed;
  engine.add(units, documents);
  return {
    waiting: units.length + documents.length,
    // Made when they are first asked for: the first results need neither.
    suggester: once(() => createSuggester(documents, units)),
    facetSource: once(() => facetSourceOf(documents)),
  };
}

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

loaded.then(
  ({ waiting: all }) => {
    say({ kind: 'ready' });
    let told = 0;
    const build = (): void => {
      const waiting = engine.buildIndex(slice);
      const share = all === 0 ? 1 : 1 - waiting / all;
      if (waiting === 0 || share - told >= 0.05) {
        told = share;
        say({ kind: 'indexed', share });
      }
      if (waiting > 0) setTimeout(build);
    };
    build();
  },
  (error: unknown) => say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
);

type Library = Awaited<typeof loaded>;

function answerTo(question: Question, { suggester, facetSource }: Library): Answers[keyof Answers] {
  switch (question.kind) {
    case 'search': {
      const { query, kind: _, ...options } = question;
      const start = performance.now();
      const result = engine.search(query, options);
      return { result, milliseconds: performance.now() - start };
    }
    case 'facets':
      return facetsOf(facetSource(), engine.matching(question.query, question));
    case 'nearest':
      return nearestQueries(engine, question.query, question.exact, () => performance.now());
    case 'suggest':
      return suggester()(question.typed, question.recent, question.language);
  }
}

scope.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'question') {
    void loaded.then(
      (library) => say({ kind: 'answer', id: data.id, answer: answerTo(data.question, library) }),
      // That the feed could not be had is told once, above.
      () => undefined,
    );
    return;
  }
  engine.putNotes(data.put);
  engine.removeNotes(data.remove);
  say({ kind: 'notes-changed' });
});
