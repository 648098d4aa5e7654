import { Worker } from 'node:worker_threads';

/** Runs `withIdeographs` (pdf-characters.ts) in a thread of its own. Rejects with what went wrong in it. */
export function finishPdf(workerFile: string, bytes: Uint8Array, printed: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: { bytes, printed } });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the PDF worker ended with ${code}`)));
  });
}
