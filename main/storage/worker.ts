import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { ReaderError } from '../../preload/contract/index.ts';
import { openLocalRepository, type StorageFiles } from './local-repository.ts';
import { repositoryMethods } from './repository.ts';
import type { Connect, Request, Response } from './worker-messages.ts';

const port = parentPort;
if (port === null) throw new Error('the storage worker must be started as a worker thread');

const repository = openLocalRepository(workerData as StorageFiles);

/** One request at a time, in the order of arrival: a write must not overtake another. */
let queue: Promise<void> = Promise.resolve();

port.on('message', (message: Request | Connect) => {
  if ('connect' in message) serve(message.connect);
  else ask(port, message);
});

/** Answers a third thread in the same queue, until it closes its end. */
function serve(line: MessagePort): void {
  line.on('message', (request: Request) => ask(line, request));
}

function ask(line: MessagePort, request: Request): void {
  queue = queue.then(async () => line.postMessage(await answer(request)));
}

async function answer({ id, method, args }: Request): Promise<Response> {
  try {
    if (!repositoryMethods.includes(method)) throw new ReaderError('BAD_REQUEST', `no method ${method}`);
    const call = (await repository)[method] as (...args: readonly unknown[]) => Promise<unknown>;
    return { id, ok: true, value: await call(...args) };
  } catch (error) {
    const code = error instanceof ReaderError ? error.code : 'INTERNAL';
    return {
      id,
      ok: false,
      error: { code, message: error instanceof Error ? error.message : String(error) },
    };
  }
}
