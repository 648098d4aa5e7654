/**
 * Every way a call can fail. The renderer turns a code into a sentence in the language of the UI;
 * `message` beside it is for the log only and never shown as the explanation.
 */
export const errorCodes = [
  'CONTENT_MISSING',
  'CONTENT_EMPTY',
  'CONTENT_CORRUPT',
  'CONTENT_NEWER',
  'USER_DATA_CORRUPT',
  'USER_DATA_NEWER',
  'READ_ONLY',
  'DISK_FULL',
  'IO',
  'NOT_FOUND',
  'PRINT_FAILED',
  'BAD_REQUEST',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export type Failure = { readonly code: ErrorCode; readonly message: string };

/** The form in which every answer crosses from main to the renderer. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

/** An error that carries its code across layers. */
export class ReaderError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'ReaderError';
    this.code = code;
  }
}
