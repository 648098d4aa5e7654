import { type MessagePort, Worker } from 'node:worker_threads';
import { type ExportRequest, ReaderError } from '../../preload/contract/index.ts';
import type { ExportJob, ExportMessage } from './export-worker.ts';
import type { Occasion } from './gather.ts';
import type { Steps } from './pace.ts';

/** Makes the file that a request asks for; in the app in a thread of its own, in tests where they like. */
export type Exporter = (request: ExportRequest, steps?: Steps) => Promise<Uint8Array>;

/**
 * An exporter that starts a thread for each request; it reads through `connect`, a line to the storage thread, so that
 * the main process only hands over the finished bytes. A cancelled request ends its thread at once.
 * The exporter rejects with a ReaderError, INTERNAL when the thread died, or with the reason of the signal.
 */
export function threadedExporter(
  workerFile: string,
  connect: () => MessagePort,
  occasion: () => Occasion,
): Exporter {
  return (request, { signal, onProgress } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason);
      const job: ExportJob = { storage: connect(), request, occasion: occasion() };
      const worker = new Worker(workerFile, {
        workerData: job,
        transferList: [job.storage],
        // Most of what a writer makes is thrown away at once; it need not be moved before.
        resourceLimits: { maxYoungGenerationSizeMb: 16 },
      });
      const cancel = (): void => {
        void worker.terminate().then(() => reject(signal?.reason));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      worker.on('message', (message: ExportMessage) => {
        if (message.kind === 'progress') onProgress?.(message.share);
        else if (message.kind === 'done') resolve(message.bytes);
        else reject(new ReaderError(message.failure.code, message.failure.message));
      });
      worker.once('error', (error) =>
        reject(new ReaderError('INTERNAL', error instanceof Error ? error.message : String(error))),
      );
      worker.once('exit', (code) => {
        signal?.removeEventListener('abort', cancel);
        if (signal?.aborted !== true)
          reject(new ReaderError('INTERNAL', `the export worker ended with ${code}`));
      });
    });
}
