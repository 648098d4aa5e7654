import type { Answers, FromWorker, Question, ToWorker } from './messages.ts';
import { feedNotes } from './note-feed.ts';
import workerAddress from './search.worker.ts?worker&url';

declare global {
  interface Window {
    /** Not in TypeScript's DOM types; what a policy makes is taken wherever its string would be. */
    readonly trustedTypes?: {
      readonly createPolicy: (
        name: string,
        rules: { readonly createScriptURL: (address: string) => string },
      ) => { readonly createScriptURL: (address: string) => string };
    };
  }
}

type Listener = (message: FromWorker) => void;

let worker: Worker | null = null;
const listeners = new Set<Listener>();

/**
 * The search worker, started at the first call. The content security policy demands that a worker's
 * address passes a Trusted Types policy; this one lets our own bundles through and nothing else.
 */
function searchWorker(): Worker {
  if (worker !== null) return worker;
  const policy = window.trustedTypes?.createPolicy('reader-worker', {
    createScriptURL: (address) => {
      if (new URL(address, location.href).origin !== location.origin)
        throw new TypeError(`not ours: ${address}`);
      return address;
    },
  });
  worker = new Worker(policy?.createScriptURL(workerAddress) ?? workerAddress, {
    type: 'module',
  });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    for (const listener of listeners) listener(data);
  });
  worker.addEventListener('error', (event) => {
    for (const listener of listeners) listener({ kind: 'failed', reason: event.message });
  });
  feedNotes(askWorker);
  return worker;
}

/** Starts the worker, so that the first question finds it ready. */
export function prepareSearch(): void {
  searchWorker();
}

function askWorker(message: ToWorker): void {
  searchWorker().postMessage(message);
}

export function onWorkerMessage(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let asked = 0;

/** Asks the search. Rejects where the search cannot answer at all. */
export function askSearch<Kind extends Question['kind']>(
  question: Extract<Question, { readonly kind: Kind }>,
): Promise<Answers[Kind]> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const stop = onWorkerMessage((message) => {
      if (message.kind === 'failed') {
        stop();
        reject(new Error(message.reason));
      } else if (message.kind === 'answer' && message.id === id) {
        stop();
        resolve(message.answer as Answers[Kind]);
      }
    });
    askWorker({ kind: 'question', id, question });
  });
}
