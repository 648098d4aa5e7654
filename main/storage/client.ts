import { Worker } from 'node:worker_threads';
import { ReaderError } from '../../preload/contract/index.ts';
import type { StorageFiles } from './local-repository.ts';
import { type Repository, type RepositoryMethod, repositoryMethods } from './repository.ts';
import type { Request, Response } from './worker-messages.ts';

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/**
 * Starts the storage worker and returns its repository. Requests are answered in order. If the
 * worker dies, every waiting and later request rejects with INTERNAL: nothing is acknowledged that
 * was not written.
 */
export function startStorage(
  workerFile: string,
  files: StorageFiles,
): Repository & { readonly close: () => Promise<void> } {
  const worker = new Worker(workerFile, { workerData: files });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let dead: ReaderError | null = null;

  const die = (reason: string): void => {
    dead ??= new ReaderError('INTERNAL', `the storage worker stopped: ${reason}`);
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  };
  worker.on('error', (error) => die(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => die(`exit code ${code}`));
  worker.on('message', (response: Response) => {
    const call = waiting.get(response.id);
    waiting.delete(response.id);
    if (response.ok) call?.resolve(response.value);
    else call?.reject(new ReaderError(response.error.code, response.error.message));
  });

  const request = (method: RepositoryMethod, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (dead !== null) return reject(dead);
      const message: Request = { id: next++, method, args };
      waiting.set(message.id, { resolve, reject });
      worker.postMessage(message);
    });
  const methods = Object.fromEntries(
    repositoryMethods.map((method) => [method, (...args: readonly unknown[]) => request(method, args)]),
  ) as Repository;
  // A last question waits for every write before it; then the thread may go.
  const close = async (): Promise<void> => {
    if (dead === null) await methods.opening().catch(() => undefined);
    await worker.terminate();
  };
  return { ...methods, close };
}
