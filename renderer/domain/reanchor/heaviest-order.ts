/**
 * The heaviest part of `pairs` in which both sides ascend strictly, in order. Weights must be positive. Of equally
 * heavy ones the one found first wins. O(n log n): a longest increasing subsequence over a Fenwick tree.
 */
export const heaviestOrder = <Pair extends { readonly from: number; readonly to: number }>(
  pairs: readonly Pair[],
  weightOf: (pair: Pair) => number,
): Pair[] => {
  // Pairs of one `from` come last first, so that none of them can follow another.
  const sorted = [...pairs].sort((a, b) => a.from - b.from || b.to - a.to);
  const places = [...new Set(sorted.map((pair) => pair.to))].sort((a, b) => a - b);
  const ranks = new Map(places.map((place, index) => [place, index + 1]));
  const best = new Float64Array(places.length + 1);
  const owner = new Int32Array(places.length + 1).fill(-1);
  const previous = new Int32Array(sorted.length);
  let last = -1;
  let heaviest = 0;
  sorted.forEach((pair, index) => {
    const rank = ranks.get(pair.to) ?? 0;
    let total = 0;
    let before = -1;
    for (let at = rank - 1; at > 0; at -= at & -at) {
      if ((best[at] ?? 0) > total) {
        total = best[at] ?? 0;
        before = owner[at] ?? -1;
      }
    }
    previous[index] = before;
    total += weightOf(pair);
    for (let at = rank; at <= places.length; at += at & -at) {
      if ((best[at] ?? 0) < total) {
        best[at] = total;
        owner[at] = index;
      }
    }
    if (total > heaviest) {
      heaviest = total;
      last = index;
    }
  });
  const chain: Pair[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const pair = sorted[index];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
};
