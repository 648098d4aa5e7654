import { type Segment, sharedGrams } from './similarity.ts';

/** Share of a part's grams that the whole must hold, beyond those its partner accounts for. */
const heldByWhole = 0.6;
const mostParts = 3;
/** Shortest part, in grams, of which such a share says anything. */
const shortestPart = 3;

/**
 * The sentences around `index` that are, with it, the parts of `whole`: a sentence may be split in two or two
 * merged between editions. `end` exclusive; only neighbours that touch and have no partner are taken.
 */
export const withParts = (
  parts: readonly Segment[],
  partners: Int32Array,
  index: number,
  whole: Segment | undefined,
): { readonly first: number; readonly end: number } => {
  const own = parts[index];
  let first = index;
  let end = index + 1;
  if (own === undefined || whole === undefined) return { first, end };
  let rest = without(whole.grams, own.grams);
  const takes = (at: number): boolean => {
    const part = parts[at];
    if (part === undefined || partners[at] !== -1 || part.grams.length < shortestPart) return false;
    if (sharedGrams(part.grams, rest) < heldByWhole * part.grams.length) return false;
    rest = without(rest, part.grams);
    return true;
  };
  while (end - first < mostParts && parts[first - 1]?.end === parts[first]?.from && takes(first - 1))
    first -= 1;
  while (end - first < mostParts && parts[end]?.from === parts[end - 1]?.end && takes(end)) end += 1;
  return { first, end };
};

/** The grams of `all` that `taken` does not account for; both ascend. */
const without = (all: Int32Array, taken: Int32Array): Int32Array => {
  let at = 0;
  return all.filter((gram) => {
    while ((taken[at] ?? Number.POSITIVE_INFINITY) < gram) at += 1;
    if (taken[at] !== gram) return true;
    at += 1;
    return false;
  });
};
