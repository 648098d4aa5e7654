import type { Alignment } from './align.ts';
import { locate } from './locate.ts';
import { normalize, positionOf, textRange } from './normalize.ts';
import { type Placement, placeRange } from './place.ts';

/** A quote of the old edition; `start` and `end` are UTF-16 offsets in its text, `end` exclusive. */
export type QuoteAnchor = {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

/**
 * Where a quote stands in the new edition: UTF-16 offsets in its text, null for an orphan; `score` 0 to 1.
 * - `exact`: the same words at the same offsets.
 * - `moved`: the same words elsewhere. Words are the same when they fold alike: white space, width, script, case
 *   and the shape of quotation marks do not count.
 * - `changed`: the passage is there in other words.
 * - `orphan`: gone, or it cannot be told which of several places it is; for a person to decide.
 */
export type Reanchored =
  | {
      readonly state: 'exact' | 'moved' | 'changed';
      readonly start: number;
      readonly end: number;
      readonly score: number;
    }
  | { readonly state: 'orphan'; readonly start: null; readonly end: null; readonly score: number };

/**
 * Carries a quote over to the new edition. Never throws: offsets that lie outside the old text or whose words are not
 * the quote's are not used; the quote is then looked for by its words and context, and is an orphan
 * when these do not decide. `score` is the share of words that stayed (Dice), 1 for the same words; of an orphan
 * that of the best place found, 0 without any.
 */
export const reanchor = (alignment: Alignment, anchor: QuoteAnchor): Reanchored => {
  const exact = normalize(anchor.exact).folded;
  if (exact === '') return orphan(0);
  const from = oldPosition(alignment, anchor, exact);
  if (from === null) return byWordsAlone(alignment, anchor, exact);
  const placed = placeRange(alignment, from, from + exact.length);
  if (placed.isOrphan) return orphan(placed.score);
  return result(alignment, anchor, exact, placed);
};

const orphan = (score: number): Reanchored => ({ state: 'orphan', start: null, end: null, score });

/** Where the quote begins in the old folding: by its offsets if its words are there, else by words and context. */
const oldPosition = ({ old }: Alignment, anchor: QuoteAnchor, exact: string): number | null => {
  const from = positionOf(old, anchor.start);
  const isThere =
    anchor.start >= 0 && anchor.end <= old.text.length && positionOf(old, anchor.end) - from === exact.length;
  return isThere && old.folded.startsWith(exact, from) ? from : locate(old.folded, folded(anchor, exact));
};

const folded = (anchor: QuoteAnchor, exact: string) => ({
  exact,
  prefix: normalize(anchor.prefix).folded,
  suffix: normalize(anchor.suffix).folded,
});

/** A quote that is not of the old text may still be of the new one. */
const byWordsAlone = (alignment: Alignment, anchor: QuoteAnchor, exact: string): Reanchored => {
  // Words that the old text holds several times are ambiguous, whatever the new one holds.
  if (alignment.old.folded.includes(exact)) return orphan(0);
  const from = locate(alignment.fresh.folded, folded(anchor, exact));
  if (from === null) return orphan(0);
  return result(alignment, anchor, exact, { isOrphan: false, from, end: from + exact.length, score: 1 });
};

const result = (
  { fresh }: Alignment,
  anchor: QuoteAnchor,
  exact: string,
  { from, end, score }: Extract<Placement, { readonly isOrphan: false }>,
): Reanchored => {
  const { start, end: textEnd } = textRange(fresh, from, end);
  const isSame = end - from === exact.length && fresh.folded.startsWith(exact, from);
  if (!isSame) return { state: 'changed', start, end: textEnd, score: Math.min(score, 0.999) };
  const isStill = start === anchor.start && textEnd === anchor.end;
  return { state: isStill ? 'exact' : 'moved', start, end: textEnd, score: 1 };
};
