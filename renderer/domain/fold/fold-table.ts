import simplifiedToTraditional from 'opencc-js/dict/STCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';
import { characterPairs } from './character-pairs.ts';

/** What one character folds to: a lookup per UTF-16 unit, and one for what does not fit in a unit. */
export type FoldTable = {
  /** Folded unit of every unit; `dropped`, `space` and `wide` are marks. */
  readonly units: Uint16Array;
  /** Folded code point of the characters that need or become a surrogate pair. */
  readonly wideCharacters: ReadonlyMap<number, number>;
};

/** Marks in `FoldTable.units`. None can be a folded character: controls fold to white space. */
export const dropped = 0;
export const space = 1;
export const wide = 2;

// Shapes of one sign that a reader does not tell apart when typing: quotation marks, the brackets of a
// document number, and the marks of a title. The first of each row is what the row folds to.
const signs: readonly string[] = [
  '"“”„‟″〝〞〟「」﹁﹂',
  "'‘’‚‛′『』﹃﹄",
  '(〔［[【﹝❲〖',
  ')〕］]】﹞❳〗',
  '<《〈',
  '>》〉',
];

// Soft hyphen, zero-width and direction marks, variation selectors: nobody can see or type them.
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** Kangxi radicals, compatibility ideographs and full/half-width forms: the ones NFKC is used for. */
const isCompatibility = (point: number): boolean =>
  (point >= 0x2e80 && point <= 0x2fdf) ||
  (point >= 0xf900 && point <= 0xfaff) ||
  (point >= 0xff00 && point <= 0xffef) ||
  (point >= 0x2f800 && point <= 0x2fa1f);

let table: FoldTable | null = null;

/** The table, built at the first use (about 20 ms), so that importing this costs nothing. */
export const foldTable = (): FoldTable => {
  table ??= buildTable();
  return table;
};

/** A number that is another one whenever a character folds to another one: what was folded before is then stale. */
export const foldVersion = (): number => {
  const { units, wideCharacters } = foldTable();
  let hash = 0x811c9dc5;
  const mix = (value: number): void => {
    hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
  };
  for (const unit of units) mix(unit);
  for (const [from, to] of wideCharacters) {
    mix(from);
    mix(to);
  }
  return hash;
};

const buildTable = (): FoldTable => {
  const variants = variantTable();
  const signTable = new Map(
    signs.flatMap((row) => [...row].map((sign): [string, string] => [sign, row[0] ?? sign])),
  );
  const foldCharacter = (character: string): string => {
    const point = character.codePointAt(0) ?? 0;
    const compatible = isCompatibility(point) ? onlyIfOne(character.normalize('NFKC'), character) : character;
    const lower = onlyIfOne(compatible.toLowerCase(), compatible);
    const simplified = variants.get(lower) ?? lower;
    return signTable.get(simplified) ?? simplified;
  };
  const units = new Uint16Array(0x10000);
  const wideCharacters = new Map<number, number>();
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const character = String.fromCharCode(unit);
    const folded = foldCharacter(character);
    const point = folded.codePointAt(0) ?? unit;
    if (invisible.test(character)) units[unit] = dropped;
    else if (unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || /\s/u.test(folded)) units[unit] = space;
    else if (point > 0xffff) {
      units[unit] = wide;
      wideCharacters.set(unit, point);
    } else units[unit] = point;
  }
  const astral = [...variants.keys()].filter((character) => character.length > 1);
  for (let point = 0x2f800; point <= 0x2fa1f; point += 1) astral.push(String.fromCodePoint(point));
  for (const character of astral) {
    const from = character.codePointAt(0) ?? 0;
    wideCharacters.set(from, foldCharacter(character).codePointAt(0) ?? from);
  }
  // Variation selectors of ideographs: dropped, which 0 stands for here too.
  for (let point = 0xe0100; point <= 0xe01ef; point += 1) wideCharacters.set(point, dropped);
  return { units, wideCharacters };
};

/** Folding keeps one character one, so that a substring folds like its part of the whole. */
const onlyIfOne = (changed: string, unchanged: string): string =>
  [...changed].length === 1 ? changed : unchanged;

/** Every character to the one that stands for all its variants; a fixed point maps to itself. */
const variantTable = (): ReadonlyMap<string, string> => {
  const next = new Map<string, string>();
  for (const [from, to] of entries(traditionalToSimplified)) if (from !== to) next.set(from, to);
  // Simplified characters whose traditional form has no way back in the other table (rare ones).
  for (const [simplified, traditional] of entries(simplifiedToTraditional)) {
    if (simplified !== traditional && !next.has(traditional) && !next.has(simplified)) {
      next.set(traditional, simplified);
    }
  }
  for (const pair of characterPairs.split(' ')) {
    const [variant, kept] = [...pair];
    if (variant !== undefined && kept !== undefined) next.set(variant, kept);
  }
  const closed = new Map<string, string>();
  for (const from of next.keys()) closed.set(from, lastOf(next, from));
  return closed;
};

const lastOf = (next: ReadonlyMap<string, string>, from: string): string => {
  const seen = new Set<string>();
  let at = from;
  for (let to = next.get(at); to !== undefined && !seen.has(at); to = next.get(at)) {
    seen.add(at);
    at = to;
  }
  return at;
};

const entries = (serialized: string): [string, string][] =>
  serialized.split('|').flatMap((entry): [string, string][] => {
    const [from, to] = entry.split(' ');
    return from === undefined || to === undefined ? [] : [[from, to]];
  });
