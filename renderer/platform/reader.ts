import type { CallName, Command } from '../../preload/contract/call-names.ts';
import type { Args, Bridge, Result } from '../../preload/contract/calls.ts';
import { type Answer, ReaderError } from '../../preload/contract/errors.ts';

declare global {
  interface Window {
    readonly reader: Bridge;
  }
}

/**
 * Asks main. Resolves with the call's result.
 * @throws ReaderError with the code main answered.
 */
export async function ask<Name extends CallName>(name: Name, args: Args<Name>): Promise<Result<Name>> {
  const call = window.reader[name] as unknown as (args: Args<Name>) => Promise<Answer<Result<Name>>>;
  const answer = await call(args);
  if (!answer.ok) throw new ReaderError(answer.error.code, answer.error.message);
  return answer.value;
}

/** Calls `listener` for every command of the native menu; the returned function stops that. */
export function onCommand(listener: (command: Command) => void): () => void {
  return window.reader.onCommand(listener);
}

/** The code of what went wrong, INTERNAL for what was not foreseen. */
export function codeOf(error: unknown): ReaderError['code'] {
  return error instanceof ReaderError ? error.code : 'INTERNAL';
}
