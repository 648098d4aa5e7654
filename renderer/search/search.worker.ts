/// <reference lib="webworker" />
import { createSuggester, facetSourceOf, facetsOf, nearestQueries } from '../domain/search/index.ts';
import { buildIndex, loadEngine } from './library-engine.ts';
import type { Answers, FromWorker, Question, ToWorker } from './messages.ts';

// The search engine has a thread of its own: typing must never wait for it. The library is fetched from our own
// scheme; questions that come before it is here wait for it.

const scope = self as unknown as DedicatedWorkerGlobalScope;
const loaded = load();

function say(message: FromWorker): void {
  scope.postMessage(message);
}

async function load() {
  const { engine, isIndexed } = await loadEngine();
  return {
    engine,
    isIndexed,
    // Made when they are first asked for: the first results need neither.
    suggester: once(() => createSuggester([...engine.documents()], [...engine.headings()])),
    facetSource: once(() => facetSourceOf([...engine.documents()])),
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
  ({ engine, isIndexed }) => {
    say({ kind: 'ready' });
    if (isIndexed) say({ kind: 'indexed', share: 1 });
    else void buildIndex(engine, (share) => say({ kind: 'indexed', share }));
  },
  (error: unknown) => say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
);

type Library = Awaited<typeof loaded>;

function answerTo(question: Question, { engine, suggester, facetSource }: Library): Answers[keyof Answers] {
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
  void loaded.then(
    ({ engine }) => {
      engine.putNotes(data.put);
      engine.removeNotes(data.remove);
      say({ kind: 'notes-changed' });
    },
    () => undefined,
  );
});
