import { characterEnd, characterStart } from '../script/index.ts';
import type { SearchHit, TextRange } from './search-types.ts';

/** A piece of a snippet; pieces follow one another without a gap. */
export type SnippetPiece = { readonly text: string; readonly marked: boolean };

/** Windows shown of one block; what is left out between them is shown as …. */
const maximumWindows = 3;

/**
 * Cuts a text down to its marked places with up to `around` UTF-16 units on either side, whole
 * characters only. `ranges` are in `text`, in any order, and may overlap. Windows that meet become
 * one; of widely scattered places the first three windows are shown. … stands where text was left out.
 * Without a range the snippet is the beginning of the text (2 × `around` units).
 */
export const snippetOf = (
  text: string,
  ranges: readonly TextRange[],
  around: number,
): readonly SnippetPiece[] => {
  const marks = united(ranges.map((range) => inside(text, range.start, range.end)));
  const wanted =
    marks.length === 0
      ? [inside(text, 0, 2 * around)]
      : united(marks.map((mark) => inside(text, mark.start - around, mark.end + around)));
  const windows = wanted.slice(0, maximumWindows);
  const pieces: SnippetPiece[] = [];
  let at = 0;
  for (const window of windows) {
    if (window.start > at) pieces.push({ text: '…', marked: false });
    at = window.start;
    for (const mark of marks) {
      if (mark.start < window.start || mark.end > window.end) continue;
      if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), marked: false });
      pieces.push({ text: text.slice(mark.start, mark.end), marked: true });
      at = mark.end;
    }
    if (window.end > at) pieces.push({ text: text.slice(at, window.end), marked: false });
    at = window.end;
  }
  if (at < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
};

/** The snippet of a hit, as `snippetOf` makes it from the text of the block or cell that matched. */
export const snippetOfHit = (
  hit: Pick<SearchHit, 'text' | 'textStart' | 'ranges'>,
  around: number,
): readonly SnippetPiece[] =>
  snippetOf(
    hit.text,
    hit.ranges.map(({ start, end }) => ({ start: start - hit.textStart, end: end - hit.textStart })),
    around,
  );

const inside = (text: string, start: number, end: number): TextRange => ({
  start: characterStart(text, start),
  end: characterEnd(text, end),
});

/** Ascending ranges without overlap; ranges that touch become one. Empty ranges fall out. */
const united = (ranges: readonly TextRange[]): TextRange[] => {
  const result: TextRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (range.end <= range.start) continue;
    if (last !== undefined && range.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else result.push(range);
  }
  return result;
};
