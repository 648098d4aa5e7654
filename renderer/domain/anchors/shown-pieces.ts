/** What of a range stands in one of the texts that a block is shown in. */
type ShownPiece = { readonly at: number; readonly startOffset: number; readonly endOffset: number };

/**
 * Where a range of a block's stored text stands on the page: for each text that the block is shown in (one, or one for
 * each cell of a table row) the part of it, as offsets in that text. `starts` and `lengths` say where each text begins
 * in the block's displayed text and how long it is; texts that the range does not reach are left out.
 */
export function shownPieces(
  range: { readonly start: number; readonly end: number },
  toDisplay: (offset: number) => number,
  texts: readonly { readonly start: number; readonly length: number }[],
): readonly ShownPiece[] {
  const from = toDisplay(range.start);
  const to = toDisplay(range.end);
  return texts.flatMap(({ start, length }, at) => {
    const startOffset = Math.max(from - start, 0);
    const endOffset = Math.min(to - start, length);
    return startOffset < endOffset ? [{ at, startOffset, endOffset }] : [];
  });
}
