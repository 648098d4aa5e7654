import type { Converted } from '../script/index.ts';

/** A word of a converted text that does not read as it is stored; offsets in the displayed text, in UTF-16 units. */
export type ChangedWord = {
  readonly shown: string;
  readonly original: string;
  readonly start: number;
  readonly end: number;
};

// Words only help the reader to see what is meant; where they are cut has no bearing on any place.
let segmenter: Intl.Segmenter | null = null;

/**
 * The words that touch `start`..`end` of a displayed text and hold a character that really differs from the stored
 * one there. For a single place, give the ends of the one character.
 */
export function changedWords(
  stored: string,
  { text, map }: Converted,
  start: number,
  end: number,
): readonly ChangedWord[] {
  if (text === stored) return [];
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    const last = index + segment.length;
    if (last <= start || index >= end) return [];
    const original = stored.slice(map.toOriginal(index), map.toOriginal(last));
    const from = Math.max(start, index);
    const to = Math.min(end, last);
    const differs = text.slice(from, to) !== stored.slice(map.toOriginal(from), map.toOriginal(to));
    return differs ? [{ shown: segment, original, start: index, end: last }] : [];
  });
}
