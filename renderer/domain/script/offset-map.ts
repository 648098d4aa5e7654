/**
 * Offsets between a stored text and the text shown in its place, both in UTF-16 units.
 *
 * Both directions are total on 0..length (an offset outside is clamped), monotone, and never point
 * between the two halves of a surrogate pair: an offset inside a pair counts as the pair's start.
 * Ends map to ends. At character boundaries the two directions undo each other exactly.
 */
export type OffsetMap = {
  readonly toDisplay: (offset: number) => number;
  readonly toOriginal: (offset: number) => number;
};

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The start of the character that `offset` lies in, clamped to 0..length of `text` (UTF-16 units). */
export const characterStart = (text: string, offset: number): number => {
  // A NaN must not travel on as an offset: it counts as 0.
  const clamped = Math.max(0, Math.min(text.length, Math.floor(offset) || 0));
  const inside =
    clamped > 0 &&
    clamped < text.length &&
    isLow(text.charCodeAt(clamped)) &&
    isHigh(text.charCodeAt(clamped - 1));
  return inside ? clamped - 1 : clamped;
};

/** The end of the character that `offset` lies in; an offset between two characters stays. */
export const characterEnd = (text: string, offset: number): number => {
  const start = characterStart(text, offset);
  return start < offset && start < text.length ? start + 2 : start;
};

/** The map of a text that is shown as it is stored. */
export const identityMap = (text: string): OffsetMap => {
  const snap = (offset: number): number => characterStart(text, offset);
  return { toDisplay: snap, toOriginal: snap };
};

/**
 * The map between two texts that agree character by character (code points): the nth of one is the
 * nth of the other, so only characters of another UTF-16 length move what follows.
 *
 * Throws a RangeError when the texts hold different numbers of characters, because a guess here
 * would silently move highlights. No dictionary of a conversion in use can cause that (tested).
 */
export const alignCharacters = (original: string, display: string): OffsetMap => {
  // Offsets just behind each character whose length differs, in both texts.
  const originalEnds: number[] = [0];
  const displayEnds: number[] = [0];
  let from = 0;
  let to = 0;
  while (from < original.length && to < display.length) {
    const fromLength = (original.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
    const toLength = (display.codePointAt(to) ?? 0) > 0xffff ? 2 : 1;
    from += fromLength;
    to += toLength;
    if (fromLength !== toLength) {
      originalEnds.push(from);
      displayEnds.push(to);
    }
  }
  if (from !== original.length || to !== display.length) {
    throw new RangeError('The converted text does not have the same number of characters');
  }
  const map =
    (source: string, sourceEnds: readonly number[], target: string, targetEnds: readonly number[]) =>
    (offset: number): number => {
      const start = characterStart(source, offset);
      const at = lastAtMost(sourceEnds, start);
      return characterStart(target, (targetEnds[at] ?? 0) + start - (sourceEnds[at] ?? 0));
    };
  return {
    toDisplay: map(original, originalEnds, display, displayEnds),
    toOriginal: map(display, displayEnds, original, originalEnds),
  };
};

/** Index of the last value that is not above `limit`; `values` ascend from 0. */
const lastAtMost = (values: readonly number[], limit: number): number => {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
};
