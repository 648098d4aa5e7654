import type { MessagePort } from 'node:worker_threads';
import type { Failure } from '../../preload/contract/index.ts';
import type { RepositoryMethod } from './repository.ts';

export type Request = {
  readonly id: number;
  readonly method: RepositoryMethod;
  readonly args: readonly unknown[];
};

export type Response =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: Failure };

/** Another thread wants to ask too; it is answered over this port. */
export type Connect = { readonly connect: MessagePort };
