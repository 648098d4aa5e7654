import { createHash } from 'node:crypto';
import { sameBytes } from './same-bytes.ts';

/** What a snapshot says of itself. */
export type SnapshotMeta = {
  /** The highest number of a record that is in it. */
  readonly seq: number;
  readonly schema: number;
  readonly compat: number;
  /** The journals of which it holds everything up to a record, by name. */
  readonly covers: Readonly<Record<string, number>>;
};

const magic = new TextEncoder().encode('CEYUESNP');
const trailerLength = 48;

/** The database image, the meta as JSON, and 48 bytes: magic 8, length of the meta u32, 4 zeros, SHA-256 of all before. */
export function encodeSnapshot(image: Uint8Array, meta: SnapshotMeta): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify({ ...meta, length: image.length }));
  const bytes = new Uint8Array(image.length + text.length + trailerLength);
  bytes.set(image);
  bytes.set(text, image.length);
  const trailer = image.length + text.length;
  bytes.set(magic, trailer);
  new DataView(bytes.buffer).setUint32(trailer + 8, text.length);
  bytes.set(hashOf(bytes.subarray(0, trailer + 16)), trailer + 16);
  return bytes;
}

/** The image and the meta of a snapshot that is whole to the last bit; null for anything else. */
export function readSnapshot(
  bytes: Uint8Array,
): { readonly image: Uint8Array; readonly meta: SnapshotMeta } | null {
  const trailer = bytes.length - trailerLength;
  if (trailer < 0 || !sameBytes(bytes.subarray(trailer, trailer + 8), magic)) return null;
  if (!sameBytes(bytes.subarray(trailer + 16), hashOf(bytes.subarray(0, trailer + 16)))) return null;
  const metaLength = new DataView(bytes.buffer, bytes.byteOffset + trailer).getUint32(8);
  const meta = JSON.parse(
    new TextDecoder().decode(bytes.subarray(trailer - metaLength, trailer)),
  ) as SnapshotMeta;
  return { image: bytes.slice(0, trailer - metaLength), meta };
}

function hashOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}
