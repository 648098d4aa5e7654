import { parentPort, workerData } from 'node:worker_threads';
import { withIdeographs } from './pdf-characters.ts';

// A thread of its own: a book of a hundred pages takes seconds, and the main process must not stand still.
const { bytes, printed } = workerData as { readonly bytes: Uint8Array; readonly printed: string };
const port = parentPort;
if (port === null) throw new Error('the PDF worker must be started as a worker thread');
withIdeographs(bytes, printed).then(
  (finished) => port.postMessage(finished),
  (error: unknown) => {
    // Out of the promise, so that the thread ends with it and its starter is told.
    setImmediate(() => {
      throw error;
    });
  },
);
