import type { DocumentContent, SearchUnit, TableCell } from '../../../preload/contract/index.ts';

/**
 * The search units of a document, in the order of the source: one per block, and for a table row with
 * cells one per cell instead, because a match across two cells is not a phrase anybody wrote.
 */
export const searchUnitsOf = (content: DocumentContent): SearchUnit[] => {
  const cells = new Map<string, TableCell[]>();
  for (const cell of content.cells) {
    const row = cells.get(cell.blockId);
    if (row === undefined) cells.set(cell.blockId, [cell]);
    else row.push(cell);
  }
  return content.blocks.flatMap((block): SearchUnit[] => {
    const { documentId, id: blockId, kind, text } = block;
    const own = cells.get(blockId);
    if (own === undefined) return [{ documentId, blockId, kind, text, textStart: 0 }];
    return own.map(({ start, end }) => ({
      documentId,
      blockId,
      kind,
      text: text.slice(start, end),
      textStart: start,
    }));
  });
};
