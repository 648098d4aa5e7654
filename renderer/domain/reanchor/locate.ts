/** Context, in units of a folding, that must agree for one of several equal places to be chosen, and its lead. */
const leastContext = 6;
const leastLead = 4;
/** Equal places looked at; a quote that occurs more often is settled by no context. */
const mostPlaces = 2000;

/** The words of a quote and of what stands before and after it, all folded as the text is. */
export type FoldedQuote = { readonly exact: string; readonly prefix: string; readonly suffix: string };

/**
 * The one place of a quote in a folded text: its only occurrence, or the one whose surroundings agree with the
 * quote's by a clear lead; null when there is none or when context cannot decide.
 */
export const locate = (folded: string, { exact, prefix, suffix }: FoldedQuote): number | null => {
  if (exact === '') return null;
  let best = -1;
  let bestContext = -1;
  let second = -1;
  let places = 0;
  for (let at = folded.indexOf(exact); at >= 0; at = folded.indexOf(exact, at + 1)) {
    places += 1;
    if (places > mostPlaces) return null;
    const context = agreement(folded, at, at + exact.length, prefix, suffix);
    if (context > bestContext) {
      second = bestContext;
      bestContext = context;
      best = at;
    } else if (context > second) second = context;
  }
  if (places === 0) return null;
  if (places === 1) return best;
  return bestContext >= leastContext && bestContext - second >= leastLead ? best : null;
};

const agreement = (folded: string, from: number, end: number, prefix: string, suffix: string): number => {
  let before = 0;
  while (
    before < prefix.length &&
    before < from &&
    folded.charCodeAt(from - 1 - before) === prefix.charCodeAt(prefix.length - 1 - before)
  ) {
    before += 1;
  }
  let after = 0;
  while (after < suffix.length && folded.charCodeAt(end + after) === suffix.charCodeAt(after)) after += 1;
  return before + after;
};
