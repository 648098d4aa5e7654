import { isBlank } from './lines.ts';
import type { Range, Repair, RepairKind } from './model.ts';

/** How two pieces of one paragraph came to be apart in the file. */
export type Joint = 'page-join' | 'line-join';

export interface Pieces {
  readonly ranges: readonly Range[];
  /** One less than `ranges`. */
  readonly joints: readonly Joint[];
}

/** Clean text that knows where each of its units stands in the file. */
export interface MappedText {
  readonly text: string;
  readonly positions: readonly number[];
  readonly repairs: readonly Repair[];
}

const LATIN = /[A-Za-z0-9]/;
const LATIN_LEFT = /[A-Za-z0-9&.,'’]/;
const LATIN_RIGHT = /[A-Za-z0-9&]/;

/** A blank means something between two Latin words ("Times Higher Education"), nowhere else (R6). */
function keepsBlank(left: string, right: string): boolean {
  if (!LATIN_LEFT.test(left) || !LATIN_RIGHT.test(right)) return false;
  return LATIN.test(left) || LATIN.test(right);
}

const HAN = /\p{Script=Han}/u;

/** In a title a blank between two words may be meant: kept outside 《》 between Chinese characters. */
function keepsTitleBlank(before: string, left: string, right: string): boolean {
  if (before.lastIndexOf('《') > before.lastIndexOf('》')) return false;
  return HAN.test(left) && HAN.test(right);
}

/**
 * Join the pieces of a paragraph and take out the blanks that the page layout left in it.
 * Every unit that is removed or put in has a repair; `positions` gives the file offset of each unit of the
 * text that remains.
 */
export function cleanText(source: string, pieces: Pieces, mode: 'text' | 'title' = 'text'): MappedText {
  const out: string[] = [];
  const positions: number[] = [];
  const repairs: Repair[] = [];
  let so = '';
  const blank = (range: Range, kind: RepairKind, next: string): void => {
    const original = source.slice(range.start, range.end);
    const left = out[out.length - 1] ?? '';
    const keep =
      keepsBlank(left, next) || (mode === 'title' && kind === 'space' && keepsTitleBlank(so, left, next));
    const replacement = keep ? ' ' : '';
    if (original !== replacement) {
      repairs.push({ ...range, at: out.length, kind, original, replacement, note: null });
    }
    if (keep) {
      out.push(' ');
      positions.push(range.start);
    }
  };
  pieces.ranges.forEach((range, index) => {
    const joint = pieces.joints[index - 1];
    const before = pieces.ranges[index - 1];
    if (joint !== undefined && before !== undefined) {
      blank({ start: before.end, end: range.start }, joint, source[range.start] ?? '');
    }
    for (let i = range.start; i < range.end; i += 1) {
      if (!isBlank(source.charCodeAt(i))) {
        const unit = source[i] ?? '';
        out.push(unit);
        positions.push(i);
        if (mode === 'title') so += unit;
        continue;
      }
      const from = i;
      while (i + 1 < range.end && isBlank(source.charCodeAt(i + 1))) i += 1;
      blank({ start: from, end: i + 1 }, 'space', source[i + 1] ?? '');
    }
  });
  return { text: out.join(''), positions, repairs };
}

/** The part of a mapped text from `start` to `end`; repairs that fall into it go along. */
export function sliceMapped(whole: MappedText, start: number, end: number): MappedText {
  const from = whole.positions[start] ?? Number.POSITIVE_INFINITY;
  const to = end > start ? (whole.positions[end - 1] ?? 0) + 1 : from;
  return {
    text: whole.text.slice(start, end),
    positions: whole.positions.slice(start, end),
    repairs: whole.repairs
      .filter((r) => r.start >= from && r.end <= to)
      .map((r) => ({ ...r, at: r.at - start })),
  };
}

/** The file range that units `start` to `end` of a text came from. */
export function sourceRange(positions: readonly number[], start: number, end: number): Range {
  const from = positions[start] ?? 0;
  const last = positions[Math.max(start, end - 1)] ?? from;
  return { start: from, end: last + 1 };
}

/** `ranges` cut to what lies between two file offsets. */
export function cutRanges(ranges: readonly Range[], start: number, end: number): readonly Range[] {
  return ranges
    .map((r) => ({ start: Math.max(r.start, start), end: Math.min(r.end, end) }))
    .filter((r) => r.end > r.start);
}
