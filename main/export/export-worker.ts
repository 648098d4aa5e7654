import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type ExportRequest, type Failure, ReaderError } from '../../preload/contract/index.ts';
import { repositoryOver } from '../storage/remote-repository.ts';
import type { Occasion } from './gather.ts';
import { makeExport } from './write-export.ts';

/** What the thread is started with: the way to the storage thread, and what is asked for. */
export type ExportJob = {
  readonly storage: MessagePort;
  readonly request: ExportRequest;
  readonly occasion: Occasion;
};

export type ExportMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly failure: Failure };

// A thread of its own: 10,000 notes take seconds. It ends when its job is done, or is ended when that is cancelled.
const port = parentPort;
if (port === null) throw new Error('the export worker must be started as a worker thread');
const { storage, request, occasion } = workerData as ExportJob;
const say = (message: ExportMessage, moved: readonly ArrayBuffer[] = []): void =>
  port.postMessage(message, moved);

makeExport(repositoryOver(storage), request, occasion, {
  onProgress: (share) => say({ kind: 'progress', share }),
})
  .then(
    (bytes) => say({ kind: 'done', bytes }, bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : []),
    (error: unknown) => {
      const code = error instanceof ReaderError ? error.code : 'INTERNAL';
      say({
        kind: 'failed',
        failure: { code, message: error instanceof Error ? error.message : String(error) },
      });
    },
  )
  .finally(() => storage.close());
