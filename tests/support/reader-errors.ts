import { type ErrorCode, ReaderError } from '../../preload/contract/index.ts';

/** The code `action` fails with, or what it did instead: `done`, or an error that carries no code. */
export async function codeOf(action: () => unknown): Promise<ErrorCode | string> {
  try {
    await action();
    return 'done';
  } catch (error) {
    return error instanceof ReaderError ? error.code : `no ReaderError: ${String(error)}`;
  }
}
