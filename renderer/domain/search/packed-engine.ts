import type { SearchDocument } from '../../../preload/contract/index.ts';
import { foldVersion } from '../fold/index.ts';
import { type BigramIndex, createBigramIndex, packBigrams } from './bigram-index.ts';
import { type CharacterIndex, createCharacterIndex } from './character-index.ts';
import { factsOf } from './filters.ts';
import { type EngineDocument, type Run, separator } from './runs.ts';
import { createUnitStore, type UnitStore } from './unit-store.ts';

/** What an engine is made of. */
export type EngineParts = {
  readonly store: UnitStore;
  readonly bigrams: BigramIndex;
  readonly characters: CharacterIndex;
};

/** To be raised with every change of what is packed and how, of the runs and of the classes of ranking. */
const format = 1;
const magic = 0x49535943;
/** Numbers before the header: magic, format, fold table, characters of the header. */
const prefix = 4;
const perRun = 5;

type Header = {
  readonly documents: readonly {
    readonly id: string;
    readonly described: SearchDocument | null;
    readonly length: number;
    /** Run and unit. */
    readonly title: readonly [number, number] | null;
  }[];
  readonly runs: number;
  readonly units: number;
  readonly entries: number;
  readonly keys: number;
  readonly ids: number;
  readonly folded: number;
  readonly text: number;
  readonly blockIds: number;
};

/** The bytes of an engine, little-endian as are all machines that run this. See `SearchEngine.pack`. */
export function* packEngine(
  { store, bigrams, characters }: EngineParts,
  indexed: number,
): Generator<void, Uint8Array<ArrayBuffer> | null> {
  const { runs } = store;
  if (indexed < runs.length || store.hasGaps()) return null;
  const blockIds = runs.map((run) => run.blockIds().join(separator));
  const isPlain = runs.every(({ text, blockIds: ids }, number) => {
    return !/\p{Surrogate}/u.test(text) && (blockIds[number] ?? '').split(separator).length === ids().length;
  });
  // What no real document holds is not worth a form of its own.
  if (!isPlain) return null;
  const documents = [...store.documents()];
  const orders = new Map(documents.map((document, order) => [document, order]));
  const numbers = new Map(runs.map((run, number) => [run, number]));
  yield;
  const texts = runs.map(({ folded }) => folded);
  const packed = yield* packBigrams(bigrams, texts);
  const { first, last, entries } = characters.packed();
  const units = runs.reduce((sum, { size }) => sum + size, 0);
  const header: Header = {
    documents: documents.map(({ id, described, length, title }) => ({
      ...{ id, described, length },
      title: title === null ? null : [numbers.get(title.run) ?? 0, title.number],
    })),
    runs: runs.length,
    units,
    entries: entries.length,
    keys: packed.keys.length,
    ids: packed.ids.length,
    folded: lengthOf(texts),
    text: lengthOf(runs.map(({ text }) => text)),
    blockIds: lengthOf(blockIds),
  };
  const words = JSON.stringify(header);
  const bytes = new Uint8Array(layoutOf(header, words.length).end);
  const at = layoutOf(header, words.length).parts;
  bytes.set(bytesOf(Uint32Array.of(magic, format, foldVersion(), words.length)), 0);
  const write = (from: number, written: readonly string[]): void => {
    let offset = from / 2;
    const target = new Uint16Array(bytes.buffer);
    for (const text of written) {
      for (let unit = 0; unit < text.length; unit += 1) target[offset + unit] = text.charCodeAt(unit);
      offset += text.length;
    }
  };
  write(prefix * 4, [words]);
  yield;
  yield* inSlices(texts, at.folded, write);
  yield* inSlices(
    runs.map(({ text }) => text),
    at.text,
    write,
  );
  yield* inSlices(blockIds, at.blockIds, write);
  const tables = new Uint32Array(bytes.buffer);
  runs.forEach((run, number) => {
    const row = [
      ...[orders.get(run.document) ?? 0, run.folded.length, run.text.length],
      ...[(blockIds[number] ?? '').length, run.size],
    ];
    tables.set(row, at.runs / 4 + number * perRun);
  });
  let unit = 0;
  for (const { starts, textFrom, textStarts, kinds, size } of runs) {
    tables.set(starts, at.starts / 4 + unit);
    tables.set(textFrom, at.textFrom / 4 + unit);
    tables.set(textStarts, at.textStarts / 4 + unit);
    bytes.set(kinds, at.kinds + unit);
    unit += size;
  }
  yield;
  tables.set(first, at.first / 4);
  tables.set(last, at.last / 4);
  tables.set(entries, at.entries / 4);
  yield;
  tables.set(packed.keys, at.keys / 4);
  tables.set(packed.from, at.from / 4);
  bytes.set(bytesOf(packed.ids), at.ids);
  return bytes;
}

function* inSlices(
  texts: readonly string[],
  from: number,
  write: (from: number, texts: readonly string[]) => void,
): Generator<void> {
  const many = 500;
  let at = from;
  for (let number = 0; number < texts.length; number += many) {
    const slice = texts.slice(number, number + many);
    write(at, slice);
    at += lengthOf(slice) * 2;
    yield;
  }
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + length, 0);
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const alphabet = 0x10000;
/** Every part begins where a number of four bytes may. */
const aligned = (offset: number): number => (offset + 3) & ~3;

/** Where the parts of a packed engine begin, in bytes. */
const layoutOf = (header: Header, headerLength: number) => {
  let end = aligned(prefix * 4 + headerLength * 2);
  const part = (bytes: number): number => {
    const start = end;
    end = aligned(end + bytes);
    return start;
  };
  const wide = header.runs > alphabet ? 4 : 2;
  const parts = {
    folded: part(header.folded * 2),
    text: part(header.text * 2),
    blockIds: part(header.blockIds * 2),
    runs: part(header.runs * perRun * 4),
    starts: part(header.units * 4),
    textFrom: part(header.units * 4),
    textStarts: part(header.units * 4),
    kinds: part(header.units),
    first: part(alphabet * 4),
    last: part(alphabet * 4),
    entries: part(header.entries * 4),
    keys: part(header.keys * 4),
    from: part((header.keys + 1) * 4),
    ids: part(header.ids * wide),
  };
  return { parts, end };
};

/** The text of UTF-16 units, little-endian; a byte order mark is a character like any other. */
export type Decode = (units: Uint16Array<ArrayBuffer>) => string;

/**
 * The parts that were packed; `decode` because this room knows no encodings. Null when the bytes are of another
 * format, were folded otherwise, or are not whole. That they are the very bytes that were packed, their keeper proves.
 */
export const unpackEngine = (bytes: Uint8Array<ArrayBuffer>, decode: Decode): EngineParts | null => {
  if (bytes.byteOffset % 4 !== 0 || bytes.byteLength < prefix * 4) return null;
  const numbers = (from: number, count: number): Uint32Array<ArrayBuffer> =>
    new Uint32Array(bytes.buffer, bytes.byteOffset + from, count);
  const units = (from: number, count: number): Uint16Array<ArrayBuffer> =>
    new Uint16Array(bytes.buffer, bytes.byteOffset + from, count);
  const [foundMagic, foundFormat, foundFold, headerLength = 0] = numbers(0, prefix);
  if (foundMagic !== magic || foundFormat !== format || foundFold !== foldVersion()) return null;
  if (prefix * 4 + headerLength * 2 > bytes.byteLength) return null;
  const header: Header = JSON.parse(decode(units(prefix * 4, headerLength)));
  const { parts: at, end } = layoutOf(header, headerLength);
  if (end !== bytes.byteLength) return null;
  const documents = header.documents.map(({ id, described, length }, order): EngineDocument => {
    const facts = described === null ? null : factsOf(described);
    return { ...{ id, order, described, facts, length }, title: null, runs: [], removed: false };
  });
  const folded = decode(units(at.folded, header.folded));
  const text = decode(units(at.text, header.text));
  const blockIds = decode(units(at.blockIds, header.blockIds));
  const table = numbers(at.runs, header.runs * perRun);
  const columns = {
    starts: numbers(at.starts, header.units),
    textFrom: numbers(at.textFrom, header.units),
    textStarts: numbers(at.textStarts, header.units),
    kinds: bytes.subarray(at.kinds, at.kinds + header.units),
  };
  const runs: Run[] = [];
  const positions = new Uint32Array(documents.length);
  const from = { folded: 0, text: 0, blockIds: 0, unit: 0 };
  for (let number = 0; number < header.runs; number += 1) {
    const [order = 0, foldedLength = 0, textLength = 0, idsLength = 0, size = 0] = table.subarray(
      number * perRun,
      (number + 1) * perRun,
    );
    const document = documents[order];
    if (document === undefined) return null;
    const { unit } = from;
    const ids = blockIds.slice(from.blockIds, from.blockIds + idsLength);
    const run: Run = {
      document,
      folded: folded.slice(from.folded, from.folded + foldedLength),
      text: text.slice(from.text, from.text + textLength),
      position: positions[order] ?? 0,
      size,
      starts: columns.starts.subarray(unit, unit + size),
      textFrom: columns.textFrom.subarray(unit, unit + size),
      textStarts: columns.textStarts.subarray(unit, unit + size),
      kinds: columns.kinds.subarray(unit, unit + size),
      blockIds: () => ids.split(separator),
    };
    runs.push(run);
    document.runs.push(run);
    positions[order] = run.position + foldedLength - (size - 1) * separator.length;
    from.folded += foldedLength;
    from.text += textLength;
    from.blockIds += idsLength;
    from.unit += size;
  }
  header.documents.forEach(({ title }, order) => {
    const [run, document] = [title === null ? undefined : runs[title[0]], documents[order]];
    if (title !== null && run !== undefined && document !== undefined) {
      document.title = { run, number: title[1] };
    }
  });
  const characters = createCharacterIndex({
    first: numbers(at.first, alphabet),
    last: numbers(at.last, alphabet),
    entries: numbers(at.entries, header.entries),
  });
  const ids = header.runs > alphabet ? numbers(at.ids, header.ids) : units(at.ids, header.ids);
  const bigrams = createBigramIndex(
    { keys: numbers(at.keys, header.keys), from: numbers(at.from, header.keys + 1), ids },
    runs.length,
  );
  return { store: createUnitStore(documents, runs), bigrams, characters };
};
