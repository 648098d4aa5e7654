/** What can be wrong with a file that is to be read. The code is stable; the message is for people. */
export type IngestErrorCode =
  | 'empty'
  | 'too-large'
  | 'line-too-long'
  | 'binary'
  | 'not-utf8'
  | 'nul'
  | 'lone-surrogate'
  | 'mixed-line-ends'
  | 'wrong-hash'
  | 'manifest'
  | 'structure';

/**
 * A refused input. `file` is the file's name without a folder; `at` is where: a byte offset while the
 * bytes are decoded, a UTF-16 offset afterwards, null when the whole file is meant.
 */
export class IngestError extends Error {
  readonly code: IngestErrorCode;
  readonly file: string;
  readonly at: number | null;

  constructor(code: IngestErrorCode, file: string, at: number | null, detail: string) {
    super(`${file}${at === null ? '' : ` at ${at}`}: ${detail}`);
    this.name = 'IngestError';
    this.code = code;
    this.file = file;
    this.at = at;
  }
}
