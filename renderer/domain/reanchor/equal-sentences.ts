/** Differences after which the comparison gives up; bounds its time and memory. */
const mostDifferences = 600;

/**
 * Pairs of equal entries of two lists along a shortest edit script, in order, as indices; [] when the lists
 * differ in more than 600 places. It aligns texts in which everything occurs more than once, where
 * nothing is unique. Source: E. W. Myers, "An O(ND) difference algorithm and its variations" (1986).
 */
export const equalInOrder = (
  old: readonly number[],
  fresh: readonly number[],
): readonly (readonly [number, number])[] => {
  const most = Math.min(mostDifferences, old.length + fresh.length);
  const middle = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const history: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    history.push(reach.slice(middle - differences - 1, middle + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const down =
        diagonal === -differences ||
        (diagonal !== differences &&
          (reach[middle + diagonal - 1] ?? 0) < (reach[middle + diagonal + 1] ?? 0));
      let at = down ? (reach[middle + diagonal + 1] ?? 0) : (reach[middle + diagonal - 1] ?? 0) + 1;
      while (at < old.length && at - diagonal < fresh.length && old[at] === fresh[at - diagonal]) at += 1;
      reach[middle + diagonal] = at;
      if (at >= old.length && at - diagonal >= fresh.length)
        return backtrack(history, old.length, fresh.length);
    }
  }
  return [];
};

const backtrack = (history: readonly Int32Array[], rows: number, columns: number): [number, number][] => {
  const pairs: [number, number][] = [];
  let row = rows;
  let column = columns;
  for (let differences = history.length - 1; differences >= 0; differences -= 1) {
    const reach = history[differences] ?? new Int32Array(0);
    const read = (diagonal: number): number => reach[diagonal + differences + 1] ?? 0;
    const diagonal = row - column;
    const down =
      diagonal === -differences || (diagonal !== differences && read(diagonal - 1) < read(diagonal + 1));
    const before = down ? diagonal + 1 : diagonal - 1;
    const fromRow = differences === 0 ? 0 : read(before);
    const fromColumn = differences === 0 ? 0 : fromRow - before;
    while (row > fromRow && column > fromColumn) {
      row -= 1;
      column -= 1;
      pairs.push([row, column]);
    }
    row = fromRow;
    column = fromColumn;
  }
  return pairs.reverse();
};
