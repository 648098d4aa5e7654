import type { MessagePort } from 'node:worker_threads';
import { ReaderError } from '../../preload/contract/index.ts';
import { type Repository, type RepositoryMethod, repositoryMethods } from './repository.ts';
import type { Request, Response } from './worker-messages.ts';

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** The questions to a storage thread that are not answered yet. */
export type Questions = {
  readonly methods: Repository;
  readonly answered: (response: Response) => void;
  /** Rejects every question, those still to come too. */
  readonly die: (reason: string) => void;
  readonly isDead: () => boolean;
};

/** A repository whose questions are put to another thread by `send`. */
export function questionsTo(send: (request: Request) => void): Questions {
  const waiting = new Map<number, Waiting>();
  let next = 0;
  let dead: ReaderError | null = null;
  const request = (method: RepositoryMethod, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (dead !== null) return reject(dead);
      const message: Request = { id: next++, method, args };
      waiting.set(message.id, { resolve, reject });
      send(message);
    });
  return {
    methods: Object.fromEntries(
      repositoryMethods.map((method) => [method, (...args: readonly unknown[]) => request(method, args)]),
    ) as Repository,
    answered: (response) => {
      const call = waiting.get(response.id);
      waiting.delete(response.id);
      if (response.ok) call?.resolve(response.value);
      else call?.reject(new ReaderError(response.error.code, response.error.message));
    },
    die: (reason) => {
      dead ??= new ReaderError('INTERNAL', `the storage worker stopped: ${reason}`);
      for (const { reject } of waiting.values()) reject(dead);
      waiting.clear();
    },
    isDead: () => dead !== null,
  };
}

/** The repository of the storage thread at the other end of a line (`startStorage`, `connect`), for a third thread. */
export function repositoryOver(port: MessagePort): Repository {
  const questions = questionsTo((request) => port.postMessage(request));
  port.on('message', questions.answered);
  port.on('close', () => questions.die('its line was closed'));
  return questions.methods;
}
