import { type Told, useHistory } from './undo.ts';

/** Rows written whole and rows removed; all of it is on disk or none. */
export type CollectionChange<Row extends { readonly id: string }> = {
  readonly put: readonly Row[];
  readonly remove: readonly Row['id'][];
};

/** One row before and after; null: it was not, or shall not be, there. */
export type RowChange<Row> = { readonly before: Row | null; readonly after: Row | null };

/**
 * Changes of a collection that main keeps. The returned function takes rows from `before` to `after`, all or
 * none: first on disk, then on screen, then into the undo history as one step. It rejects with a ReaderError, and
 * nothing has changed, when main could not write. `tell` says what a change was, for when it is taken back.
 */
export function savedCollection<Row extends { readonly id: string }>(
  write: (change: CollectionChange<Row>) => Promise<unknown>,
  show: (change: CollectionChange<Row>) => void,
  tell?: (changes: readonly RowChange<Row>[]) => Told,
): (changes: readonly RowChange<Row>[]) => Promise<void> {
  const move = async (changes: readonly RowChange<Row>[]): Promise<void> => {
    const change = {
      put: changes.flatMap(({ after }) => after ?? []),
      remove: changes.flatMap(({ before, after }) => (after === null && before !== null ? before.id : [])),
    };
    await write(change);
    show(change);
  };
  return async (changes) => {
    if (changes.length === 0) return;
    await move(changes);
    const back = changes.map(({ before, after }) => ({ before: after, after: before }));
    const told = tell?.(changes);
    useHistory.getState().record({
      undo: () => move(back),
      redo: () => move(changes),
      ...(told === undefined ? {} : { told }),
    });
  };
}

/** The rows with a change applied; the order of the others stays. */
export function withChange<Row extends { readonly id: string }>(
  rows: ReadonlyMap<Row['id'], Row>,
  { put, remove }: CollectionChange<Row>,
): ReadonlyMap<Row['id'], Row> {
  const next = new Map(rows);
  for (const row of put) next.set(row.id, row);
  for (const id of remove) next.delete(id);
  return next;
}
