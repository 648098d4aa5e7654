/** Differences after which a round ends at the furthest place reached; bounds time and memory of a round. */
const mostDifferences = 500;

type Pairs = readonly (readonly [number, number])[];

/**
 * Pairs of equal entries of two lists along a short edit script, in order, as indices. It aligns texts in which
 * everything occurs more than once, where nothing is unique. The script is a shortest one up to 500 differences; of
 * lists that differ more it is put together from rounds of 500, each from the furthest place the last one
 * reached, so that time grows with length times 500 at most. Source: E. W. Myers, "An O(ND) difference
 * algorithm and its variations" (1986).
 */
export const equalInOrder = (old: readonly number[], fresh: readonly number[]): Pairs => {
  const pairs: (readonly [number, number])[] = [];
  let row = 0;
  let column = 0;
  while (row < old.length && column < fresh.length) {
    const round = oneRound(old, fresh, row, column);
    pairs.push(...round.pairs);
    row = round.row;
    column = round.column;
  }
  return pairs;
};

type Round = { readonly pairs: Pairs; readonly row: number; readonly column: number };

/** The script from a place in both lists to their ends, or to where 500 differences lead furthest. */
const oneRound = (old: readonly number[], fresh: readonly number[], row: number, column: number): Round => {
  const rows = old.length - row;
  const columns = fresh.length - column;
  const most = Math.min(mostDifferences, rows + columns);
  const middle = most + 1;
  // By diagonal, the furthest row reached with the differences so far (Myers' V).
  const reach = new Int32Array(2 * most + 3);
  const history: Int32Array[] = [];
  let furthest = { row: 0, column: 0 };
  for (let differences = 0; differences <= most; differences += 1) {
    history.push(reach.slice(middle - differences - 1, middle + differences + 2));
    furthest = { row: 0, column: 0 };
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const above = reach[middle + diagonal + 1] ?? 0;
      const below = reach[middle + diagonal - 1] ?? 0;
      let at = takesAbove(diagonal, differences, above, below) ? above : below + 1;
      while (at < rows && at - diagonal < columns && old[row + at] === fresh[column + at - diagonal]) at += 1;
      reach[middle + diagonal] = at;
      const isInside = at <= rows && at - diagonal <= columns;
      if (isInside && 2 * at - diagonal > furthest.row + furthest.column) {
        furthest = { row: at, column: at - diagonal };
      }
    }
    if (furthest.row === rows && furthest.column === columns) break;
  }
  const pairs = backtrack(history, furthest.row, furthest.column).map(
    ([from, to]) => [row + from, column + to] as const,
  );
  return { pairs, row: row + furthest.row, column: column + furthest.column };
};

const takesAbove = (diagonal: number, differences: number, above: number, below: number): boolean =>
  diagonal === -differences || (diagonal !== differences && below < above);

const backtrack = (history: readonly Int32Array[], rows: number, columns: number): [number, number][] => {
  const pairs: [number, number][] = [];
  let row = rows;
  let column = columns;
  for (let differences = history.length - 1; differences >= 0; differences -= 1) {
    const reach = history[differences] ?? new Int32Array(0);
    const read = (diagonal: number): number => reach[diagonal + differences + 1] ?? 0;
    const diagonal = row - column;
    const isAbove = takesAbove(diagonal, differences, read(diagonal + 1), read(diagonal - 1));
    const before = isAbove ? diagonal + 1 : diagonal - 1;
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
