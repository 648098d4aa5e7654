import { IngestError } from './errors.ts';

/** Larger files are refused before they are decoded: a policy document is a few hundred kilobytes. */
const MAX_BYTES = 32 * 1024 * 1024;
/** A line longer than this is not a paragraph of a document, whatever it is. */
const MAX_LINE = 2_000_000;

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'gb18030';
}

export interface ReadOptions {
  /** Take a file whose lines end in different ways; by default it is refused (it was pasted together). */
  readonly acceptMixedLineEnds?: boolean;
}

/**
 * Decode a document's bytes. UTF-8 first; what is not UTF-8 but valid GB18030 text (with or without its
 * byte order mark) is read as GB18030. A byte order mark stays in the text as U+FEFF, which counts as
 * white space, so that offsets are those of the whole decoded file.
 * @throws IngestError empty, too-large, binary, nul, not-utf8, lone-surrogate, line-too-long, mixed-line-ends
 */
export function readText(bytes: Uint8Array, file: string, options: ReadOptions = {}): DecodedText {
  if (bytes.length === 0) throw new IngestError('empty', file, null, 'the file is empty');
  if (bytes.length > MAX_BYTES) {
    throw new IngestError('too-large', file, null, `${bytes.length} bytes; the limit is ${MAX_BYTES}`);
  }
  const decoded = decode(bytes, file);
  checkText(decoded.text, file, options);
  return decoded;
}

/**
 * The checks that hold for any text, also one that did not come from bytes.
 * @throws IngestError as `readText`, with UTF-16 offsets
 */
export function checkText(text: string, file: string, options: ReadOptions = {}): void {
  if (text.trim() === '') throw new IngestError('empty', file, null, 'the file holds no text');
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new IngestError('nul', file, nul, 'the text holds a NUL character');
  const lone = loneSurrogate(text);
  if (lone >= 0) {
    throw new IngestError('lone-surrogate', file, lone, 'half of a surrogate pair stands alone');
  }
  checkLines(text, file, options);
}

function decode(bytes: Uint8Array, file: string): DecodedText {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) throw new IngestError('binary', file, 0, 'UTF-16 is not read; save the file as UTF-8');
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const code = looksBinary(bytes) ? 'binary' : 'nul';
    throw new IngestError(code, file, nul, code === 'nul' ? 'a NUL byte' : 'not a text file');
  }
  const scan = scanUtf8(bytes);
  if (scan.firstBad < 0) {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding: 'utf-8',
    };
  }
  // A file that is UTF-8 but for a few bytes is a damaged UTF-8 file, although its bytes may also happen
  // to be valid GB18030: reading it so would turn every character into another one.
  if (scan.goodSequences > scan.badBytes) {
    throw new IngestError('not-utf8', file, scan.firstBad, 'a damaged UTF-8 sequence');
  }
  const text = decodeGb18030(bytes);
  if (text === null || controlShare(text) > 0) {
    throw new IngestError('binary', file, scan.firstBad, 'neither UTF-8 nor GB18030 text');
  }
  return { text, encoding: 'gb18030' };
}

function decodeGb18030(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of characters that no document has: control characters, private use, replacement characters. */
function controlShare(text: string): number {
  let bad = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if ((c < 32 && c !== 9 && c !== 10 && c !== 13) || c === 0x7f || c === 0xfffd) bad += 1;
    else if (c >= 0xe000 && c <= 0xf8ff) bad += 1;
  }
  return text.length === 0 ? 0 : bad / text.length > 0.01 ? bad / text.length : 0;
}

function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  let odd = 0;
  for (const b of head) if (b < 9 || (b > 13 && b < 32)) odd += 1;
  return odd > 1 + head.length / 100;
}

interface Utf8Scan {
  readonly firstBad: number;
  readonly badBytes: number;
  readonly goodSequences: number;
}

/** Well-formed UTF-8 after Unicode 15, table 3-7; one pass. */
function scanUtf8(b: Uint8Array): Utf8Scan {
  let firstBad = -1;
  let badBytes = 0;
  let goodSequences = 0;
  for (let i = 0; i < b.length; ) {
    const size = sequenceLength(b, i);
    if (size === 0) {
      if (firstBad < 0) firstBad = i;
      badBytes += 1;
      i += 1;
    } else {
      if (size > 1) goodSequences += 1;
      i += size;
    }
  }
  return { firstBad, badBytes, goodSequences };
}

function sequenceLength(b: Uint8Array, i: number): number {
  const c = b[i] ?? 0;
  if (c < 0x80) return 1;
  const size = c >= 0xc2 && c <= 0xdf ? 2 : c >= 0xe0 && c <= 0xef ? 3 : c >= 0xf0 && c <= 0xf4 ? 4 : 0;
  if (size === 0 || i + size > b.length) return 0;
  const second = b[i + 1] ?? 0;
  const low = c === 0xe0 ? 0xa0 : c === 0xf0 ? 0x90 : 0x80;
  const high = c === 0xed ? 0x9f : c === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let k = 2; k < size; k += 1) {
    const next = b[i + k] ?? 0;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return size;
}

function loneSurrogate(text: string): number {
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c < 0xd800 || c > 0xdfff) continue;
    const next = text.charCodeAt(i + 1);
    if (c > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return i;
    i += 1;
  }
  return -1;
}

function checkLines(text: string, file: string, options: ReadOptions): void {
  let first: string | null = null;
  let lineStart = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c !== 10 && c !== 13 && i < text.length) continue;
    if (i - lineStart > MAX_LINE) {
      throw new IngestError('line-too-long', file, lineStart, `a line of ${i - lineStart} characters`);
    }
    if (i === text.length) return;
    const end = c === 13 ? (text.charCodeAt(i + 1) === 10 ? 'CRLF' : 'CR') : 'LF';
    if (first === null) first = end;
    else if (end !== first && options.acceptMixedLineEnds !== true) {
      throw new IngestError('mixed-line-ends', file, i, `a line ends in ${end}, the first one in ${first}`);
    }
    if (end === 'CRLF') i += 1;
    lineStart = i + 1;
  }
}
