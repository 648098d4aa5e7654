import { chineseNumber } from './labels.ts';
import { squeeze } from './lines.ts';
import { sourceRange } from './mapped.ts';
import type { Block, Evidence, Range } from './model.ts';
import { foldDigits } from './numerals.ts';

export interface Found {
  readonly value: string;
  readonly source: Range;
}

export interface Validity {
  readonly effective: Found | null;
  readonly expiry: Found | null;
  /** An expiry that a note later moved: kept as evidence. */
  readonly former: Found | null;
  readonly repeals: Found | null;
}

const DAY = '(\\d{4})年(\\d{1,2})月(\\d{1,2})日';
const EFFECTIVE = new RegExp(`自${DAY}起(?:施行|实施|执行|生效)`);
const EXPIRY = new RegExp(`有效期(?:至|截止|截至|延至|延长至|延续至)(?:到)?${DAY}`);

const HAN_DAY =
  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/;

/** A printed day as ISO 8601: 2020年11月5日, 二○二○年十一月五日. */
export function isoDate(text: string): string | null {
  const plain = foldDigits(squeeze(text));
  const found = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(plain);
  if (found !== null) {
    const [, year = '', month = '', day = ''] = found;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  const han = HAN_DAY.exec(plain);
  if (han === null) return null;
  const year = [...(han[1] ?? '')]
    .map((c) => (c === '〇' || c === '○' ? 0 : '零一二三四五六七八九'.indexOf(c)))
    .join('');
  const [month, day] = [han[2] ?? '', han[3] ?? ''].map((n) => String(chineseNumber(n)).padStart(2, '0'));
  return `${year}-${month}-${day}`;
}

/**
 * From when to when a document holds, by its own closing clause (R13): 自…起施行 / 起实施, 有效期至 / 截止,
 * moved by a note: 有效期延至. Only clauses that speak of the document itself (本办法自…) are taken.
 */
export function readValidity(blocks: readonly Block[]): Validity {
  let effective: Found | null = null;
  let expiry: Found | null = null;
  let former: Found | null = null;
  let repeals: Found | null = null;
  for (const block of blocks) {
    if (block.kind === 'contents' || block.kind === 'table') continue;
    const { text } = block;
    const own = /本\p{Script=Han}{1,8}自/u.test(text);
    if (own) {
      effective = find(block, EFFECTIVE) ?? effective;
      expiry = find(block, EXPIRY) ?? expiry;
      const repealed = /原?(《[^》]+》(?:[(（][^)）]*号[)）])?)同时废止/.exec(text);
      if (repealed !== null) repeals = place(block, repealed.index, repealed[0].length - 4, text);
    } else if (block.kind === 'note' && text.includes('有效期')) {
      const moved = find(block, EXPIRY);
      if (moved !== null) {
        former = expiry;
        expiry = moved;
      }
    }
  }
  return { effective, expiry, former, repeals };
}

function find(block: Block, pattern: RegExp): Found | null {
  const found = pattern.exec(foldDigits(block.text));
  if (found === null) return null;
  const value = isoDate(found[0]);
  return value === null
    ? null
    : { value, source: sourceRange(block.positions, found.index, found.index + found[0].length) };
}

function place(block: Block, start: number, length: number, text: string): Found {
  return {
    value: text.slice(start, start + length),
    source: sourceRange(block.positions, start, start + length),
  };
}

export function stated(field: string, found: Found): Evidence {
  return { field, basis: 'stated', value: found.value, source: found.source, why: null };
}

export function missing(field: string, why: string): Evidence {
  return { field, basis: 'missing', value: null, source: null, why };
}

export function inferred(field: string, value: string, why: string, source: Range | null = null): Evidence {
  return { field, basis: 'inferred', value, source, why };
}

/** The first block of a kind as a found value. */
export function firstOf(blocks: readonly Block[], kind: Block['kind']): Found | null {
  const block = blocks.find((b) => b.kind === kind);
  return block === undefined ? null : place(block, 0, block.text.length, block.text);
}

/** Where `value` is printed in the file, blanks aside; null when it is not. */
export function findPrinted(blocks: readonly Block[], value: string): Range | null {
  const wanted = squeeze(value);
  for (const block of blocks) {
    const at = block.text.indexOf(wanted);
    if (at >= 0) return sourceRange(block.positions, at, at + wanted.length);
    const loose = squeeze(block.text) === wanted;
    if (loose) return sourceRange(block.positions, 0, block.text.length);
  }
  return null;
}
