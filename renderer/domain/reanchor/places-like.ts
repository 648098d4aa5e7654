import { boundary, type Normalized, normalize, textRange } from './normalize.ts';
import { type Segment, segmentOf, sharedGrams } from './similarity.ts';

/** A text in which places like a quote are looked for; made once, since folding it is most of the work. */
export type SearchedText = { readonly text: Normalized; readonly sentences: readonly Segment[] };

/** A place a person may choose; UTF-16 offsets in the text, `score` the share of the quote that is there, 0 to 1. */
type LikePlace = { readonly start: number; readonly end: number; readonly score: number };

/** Share of a quote's grams that a place must hold to be worth showing. */
const leastShare = 0.4;

/** Folds a text and cuts it into sentences. */
export const searchedText = (text: string): SearchedText => {
  const folded = normalize(text);
  return { text: folded, sentences: sentencesOf(folded) };
};

/**
 * Places of a text that may be the one a person means, the most alike first, at most `limit`: where the very words
 * stand, then sentences (as many in a row as the quote has) that hold most of it. For a person to choose from, never
 * to anchor by: deleted passages have look-alikes too.
 */
export const placesLike = ({ text, sentences }: SearchedText, quote: string, limit: number): LikePlace[] => {
  const wanted = normalize(quote);
  const { length } = wanted.folded;
  if (length === 0) return [];
  const found: { readonly from: number; readonly end: number; readonly score: number }[] = [];
  for (let at = text.folded.indexOf(wanted.folded); at >= 0 && found.length < limit; ) {
    found.push({ from: at, end: at + length, score: 1 });
    at = text.folded.indexOf(wanted.folded, at + length);
  }
  const { grams } = segmentOf(wanted, 0, length, 0);
  const row = Math.max(1, sentencesOf(wanted).length);
  const like = sentences.flatMap((_, index) => {
    const several = sentences.slice(index, index + row);
    const [from, end] = [several[0]?.from ?? 0, several.at(-1)?.end ?? 0];
    const whole = row === 1 ? several[0] : segmentOf(text, from, end, 0);
    const score = whole === undefined ? 0 : sharedGrams(whole.grams, grams) / grams.length;
    return score < leastShare ? [] : [{ from, end, score: Math.min(0.999, score) }];
  });
  for (const place of like.sort((a, b) => b.score - a.score)) {
    if (found.length >= limit) break;
    if (found.every(({ from, end }) => place.end <= from || end <= place.from)) found.push(place);
  }
  return found.map(({ from, end, score }) => ({
    ...textRange(text, from, end),
    score: Math.round(score * 1000) / 1000,
  }));
};

const sentencesOf = (text: Normalized): Segment[] => {
  const { folded, boundaries } = text;
  const sentences: Segment[] = [];
  let start = 0;
  for (let at = 1; at <= folded.length; at += 1) {
    if ((boundaries[at] ?? 0) < boundary.sentence) continue;
    sentences.push(segmentOf(text, start, at, 0));
    start = at;
  }
  return sentences;
};
