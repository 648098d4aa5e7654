import { dropped, foldTable, space, wide } from './fold-table.ts';

/** Offsets between a text and its folded form, in UTF-16 units. */
type FoldMap = {
  /** Original offset of the character that the folded unit at `offset` came from; the ends map to the ends. */
  readonly toOriginal: (offset: number) => number;
  /** The original range, whole characters, that a folded range (`end` exclusive) came from. */
  readonly rangeToOriginal: (start: number, end: number) => { readonly start: number; readonly end: number };
};

type Folded = { readonly folded: string; readonly map: FoldMap };

// A character below U+10000 may fold to one above it, so there is room for two units each.
// One buffer for all calls: folding is synchronous and copies its result out.
let buffer = new Uint16Array(4096);

/**
 * Folds a text for searching: traditional and simplified meet (character by character, never by
 * phrase), full and half width, upper and lower case, the shapes of quotation marks, of 文号 brackets
 * (〔［[【( and of title marks 《〈<. White space is kept, as one space, only between two letters or digits
 * that are not Chinese; invisible characters vanish.
 *
 * Every character becomes one or none, and only white space looks at its neighbours. So, for every part
 * of a text, the folded part is a substring of the folded text (a test holds it).
 */
export const fold = (text: string): string => folding(text, null);

/** As `fold`, with the offsets between both texts. */
export const foldText = (text: string): Folded => {
  const starts = new Uint32Array(text.length * 2);
  const folded = folding(text, starts);
  const toOriginal = (offset: number): number => {
    const at = Math.max(0, Math.min(folded.length, Math.floor(offset) || 0));
    if (at === 0) return 0;
    return at === folded.length ? text.length : (starts[at] ?? text.length);
  };
  const rangeToOriginal = (start: number, end: number): { start: number; end: number } => {
    if (end <= start) return { start: toOriginal(start), end: toOriginal(start) };
    const last = starts[end - 1] ?? 0;
    const length = (text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
    return { start: starts[start] ?? 0, end: last + length };
  };
  return { folded, map: { toOriginal, rangeToOriginal } };
};

/** Folds `text`; writes the original offset of every folded unit into `starts` when that is given. */
const folding = (text: string, starts: Uint32Array | null): string => {
  const { units, wideCharacters } = foldTable();
  if (buffer.length < text.length * 2) buffer = new Uint16Array(text.length * 2);
  let length = 0;
  // The white space met since the last character that was kept, by its first offset; -1: none.
  let pending = -1;
  const put = (unit: number, from: number): void => {
    buffer[length] = unit;
    if (starts !== null) starts[length] = from;
    length += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const from = at;
    const unit = text.charCodeAt(at);
    let folded = units[unit] ?? unit;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const point = text.codePointAt(at) ?? unit;
      if (point > 0xffff) {
        at += 1;
        folded = wideCharacters.get(point) ?? point;
      }
    } else if (folded === wide) folded = wideCharacters.get(unit) ?? unit;
    if (folded === dropped) continue;
    if (folded === space) {
      if (pending < 0) pending = from;
      continue;
    }
    if (pending >= 0) {
      if (length > 0 && keepsSpace(folded) && keepsSpace(buffer[length - 1] ?? 0)) put(0x20, pending);
      pending = -1;
    }
    if (folded > 0xffff) {
      put(0xd800 + ((folded - 0x10000) >> 10), from);
      put(0xdc00 + ((folded - 0x10000) & 0x3ff), from);
    } else put(folded, from);
  }
  return stringOf(buffer, length);
};

/** Letters and digits below the Chinese blocks (Latin, Greek, Cyrillic, ...). */
const keepsSpace = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0xaa && unit < 0x2e80 && /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)));

const stringOf = (source: Uint16Array, length: number): string => {
  let text = '';
  // More arguments than this can overflow the stack of a call.
  for (let at = 0; at < length; at += 4096) {
    text += String.fromCharCode(...source.subarray(at, Math.min(length, at + 4096)));
  }
  return text;
};
