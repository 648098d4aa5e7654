import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { StorageFiles } from './local-repository.ts';
import { questionsTo } from './remote-repository.ts';
import type { Repository } from './repository.ts';
import type { Connect, Response } from './worker-messages.ts';

/**
 * Starts the storage worker and returns its repository. Requests are answered in order. If the
 * worker dies, every waiting and later request rejects with INTERNAL: nothing is acknowledged that
 * was not written. `connect` gives a line to the worker that another thread can be handed.
 */
export function startStorage(
  workerFile: string,
  files: StorageFiles,
): Repository & { readonly close: () => Promise<void>; readonly connect: () => MessagePort } {
  const worker = new Worker(workerFile, { workerData: files });
  const { methods, answered, die, isDead } = questionsTo((request) => worker.postMessage(request));
  worker.on('error', (error) => die(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => die(`exit code ${code}`));
  worker.on('message', (response: Response) => answered(response));
  const connect = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    const message: Connect = { connect: port1 };
    worker.postMessage(message, [port1]);
    return port2;
  };
  // A last question waits for every write before it; then the thread may go.
  const close = async (): Promise<void> => {
    if (!isDead()) await methods.opening().catch(() => undefined);
    await worker.terminate();
  };
  return { ...methods, close, connect };
}
