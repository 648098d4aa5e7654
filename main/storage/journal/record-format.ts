import { createHash } from 'node:crypto';
import { sameBytes } from './same-bytes.ts';

/** A value of a column. */
type ColumnValue = string | number | null;

/** One row as it is after a change, whole; null: it is not there any more. To apply it twice changes nothing. */
export type RowChange = {
  readonly table: string;
  readonly id: string;
  readonly row: Readonly<Record<string, ColumnValue>> | null;
};

export type JournalHeader = { readonly schema: number; readonly compat: number; readonly salt: Uint8Array };

export type JournalRecord = { readonly seq: number; readonly changes: readonly RowChange[] };

export type ReadJournal = {
  /** Null: the header is damaged, and with it the salt by which records are told from anything else. */
  readonly header: JournalHeader | null;
  readonly records: readonly JournalRecord[];
  /** Stretches that are no whole record though they could have been acknowledged. */
  readonly damaged: number;
};

/** The header stands twice: with it the salt would be lost, and with the salt every record. */
const headerCopy = 64;
export const headerLength = 2 * headerCopy;
export const saltLength = 16;
const recordHead = 32;
const journalMagic = new TextEncoder().encode('CEYUEJNL');
/** 'CYR1' */
const recordMagic = 0x43595231;

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** Twice 64 bytes: magic 8, schema u32, compat u32, salt 16, SHA-256 of these 32. */
export function encodeHeader({ schema, compat, salt }: JournalHeader): Uint8Array {
  const bytes = new Uint8Array(headerLength);
  bytes.set(journalMagic);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, schema);
  view.setUint32(12, compat);
  bytes.set(salt, 16);
  bytes.set(sha256(bytes.subarray(0, 32)), 32);
  bytes.copyWithin(headerCopy, 0, headerCopy);
  return bytes;
}

/** Magic u32, length u32, seq u64, 16 bytes of SHA-256(salt, these 16 bytes, payload), payload. */
export function encodeRecord(salt: Uint8Array, { seq, changes }: JournalRecord): Uint8Array {
  const payload = new TextEncoder().encode(JSON.stringify(changes));
  const bytes = new Uint8Array(recordHead + payload.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, recordMagic);
  view.setUint32(4, payload.length);
  view.setBigUint64(8, BigInt(seq));
  bytes.set(payload, recordHead);
  bytes.set(sha256(salt, bytes.subarray(0, 16), payload).subarray(0, 16), 16);
  return bytes;
}

/**
 * All whole records of a journal. A tail that was cut off is what a power cut leaves of a change that nobody was told
 * had been saved. A stretch in the middle that is no record is damage: it is counted, and what follows is found by
 * its magic and proven by its hash.
 */
export function readJournal(bytes: Uint8Array): ReadJournal {
  const header = readHeader(bytes);
  if (header === null) return { header, records: [], damaged: bytes.length > headerLength ? 1 : 0 };
  const records: JournalRecord[] = [];
  let damaged = 0;
  let at = headerLength;
  while (at < bytes.length) {
    const found = recordAt(bytes, at, header.salt);
    if (found !== null) {
      records.push(found.record);
      at = found.end;
      continue;
    }
    const next = nextRecord(bytes, at + 1, header.salt);
    if (next === null) {
      if (isWholeButWrong(bytes, at)) damaged += 1;
      break;
    }
    damaged += 1;
    at = next;
  }
  return { header, records, damaged };
}

function readHeader(bytes: Uint8Array): JournalHeader | null {
  if (bytes.length < headerLength) return null;
  return headerIn(bytes.subarray(0, headerCopy)) ?? headerIn(bytes.subarray(headerCopy, headerLength));
}

function headerIn(copy: Uint8Array): JournalHeader | null {
  if (!sameBytes(copy.subarray(0, 8), journalMagic)) return null;
  if (!sameBytes(copy.subarray(32), sha256(copy.subarray(0, 32)))) return null;
  const view = new DataView(copy.buffer, copy.byteOffset, headerCopy);
  return { schema: view.getUint32(8), compat: view.getUint32(12), salt: copy.slice(16, 32) };
}

type Found = { readonly record: JournalRecord; readonly end: number };

function recordAt(bytes: Uint8Array, at: number, salt: Uint8Array): Found | null {
  if (bytes.length - at < recordHead) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, recordHead);
  const said = at + recordHead + view.getUint32(4);
  if (view.getUint32(0) !== recordMagic) return null;
  // A length that leads beyond the file is that of a torn record, or is damaged in a whole one that ends the file.
  const end = Math.min(said, bytes.length);
  const head = bytes.slice(at, at + 16);
  new DataView(head.buffer).setUint32(4, end - at - recordHead);
  const payload = bytes.subarray(at + recordHead, end);
  const hash = sha256(salt, head, payload).subarray(0, 16);
  if (!sameBytes(hash, bytes.subarray(at + 16, at + recordHead))) return null;
  const changes: unknown = JSON.parse(new TextDecoder().decode(payload));
  return { record: { seq: Number(view.getBigUint64(8)), changes: changes as readonly RowChange[] }, end };
}

function nextRecord(bytes: Uint8Array, from: number, salt: Uint8Array): number | null {
  const first = recordMagic >>> 24;
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1))
    if (recordAt(bytes, at, salt) !== null) return at;
  return null;
}

/** As many bytes as a record has, or says it has, and yet none: it may have been acknowledged. */
function isWholeButWrong(bytes: Uint8Array, at: number): boolean {
  const rest = bytes.subarray(at);
  if (rest.length < recordHead || rest.every((byte) => byte === 0)) return false;
  const view = new DataView(rest.buffer, rest.byteOffset, recordHead);
  if (view.getUint32(0) !== recordMagic) return true;
  return recordHead + view.getUint32(4) <= rest.length;
}
