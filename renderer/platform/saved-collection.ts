import { useHistory } from './undo.ts';

type Write<Row extends { readonly id: string }> = (change: {
  readonly put: readonly Row[];
  readonly remove: readonly Row['id'][];
}) => Promise<unknown>;

type Rows<Row extends { readonly id: string }> = ReadonlyMap<Row['id'], Row>;

/**
 * Changes of a collection that main keeps. The returned function takes one row from `before` to
 * `after` (null: it was not, or shall not be, there): first on disk, then on screen, then into the
 * undo history. It rejects with a ReaderError, and nothing has changed, when main could not write.
 */
export function savedCollection<Row extends { readonly id: string }>(
  write: Write<Row>,
  show: (update: (rows: Rows<Row>) => Rows<Row>) => void,
): (before: Row | null, after: Row | null) => Promise<void> {
  const move = async (before: Row | null, after: Row | null): Promise<void> => {
    const put = after === null ? [] : [after];
    const remove = after === null && before !== null ? [before.id] : [];
    await write({ put, remove });
    show((rows) => {
      const next = new Map(rows);
      for (const row of put) next.set(row.id, row);
      for (const id of remove) next.delete(id);
      return next;
    });
  };
  return async (before, after) => {
    await move(before, after);
    useHistory.getState().record({ undo: () => move(after, before), redo: () => move(before, after) });
  };
}
