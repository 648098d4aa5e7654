import type { DocumentId } from '../../../preload/contract/index.ts';
import { validities } from '../validity/index.ts';
import type { Entry } from './entries.ts';

/** The columns of the list. */
export const sortColumns = ['title', 'documentNumber', 'issuer', 'issuedOn', 'validity', 'notes'] as const;
export type SortColumn = (typeof sortColumns)[number];
export type SortKey = SortColumn | 'readAt';
export type Sorting = { readonly column: SortKey; readonly direction: 'ascending' | 'descending' };

/** Titles and names by their pronunciation, numbers in them by their value. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

/** The sorting after a press on a column's head: upwards, downwards, then the order of the library again. */
export function nextSorting(sorting: Sorting | null, column: SortKey): Sorting | null {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/** How a column is sorted when only the column is asked for: what is newest or most first, names from A on. */
export function usualSorting(column: SortKey): Sorting {
  const falls = column === 'readAt' || column === 'notes' || column === 'issuedOn';
  return { column, direction: falls ? 'descending' : 'ascending' };
}

/**
 * Entries in the order that is asked for. Without one: parents in the order of the library, each followed by its
 * parts. What nobody says comes last in both directions; equals keep the order of the library.
 */
export function sortEntries(entries: readonly Entry[], sorting: Sorting | null): readonly Entry[] {
  const tree = inTree(entries);
  if (sorting === null) return tree;
  const turn = sorting.direction === 'ascending' ? 1 : -1;
  return tree
    .map((entry) => ({ entry, key: keyOf(entry, sorting.column) }))
    .sort(({ key: a }, { key: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      const order =
        typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
      return turn * order;
    })
    .map(({ entry }) => entry);
}

function keyOf(entry: Entry, column: SortKey): string | number | null {
  switch (column) {
    case 'validity':
      return validities.indexOf(entry.validity);
    case 'notes':
      return entry.notes;
    case 'readAt':
      return entry.readAt;
    default:
      return entry.document[column];
  }
}

/** A part whose parent is not among the entries stands where the library has it. */
function inTree(entries: readonly Entry[]): readonly Entry[] {
  const present = new Set(entries.map(({ document }) => document.id));
  const parts = new Map<DocumentId, Entry[]>();
  const tops: Entry[] = [];
  for (const entry of entries) {
    const { parentId } = entry.document;
    if (parentId === null || !present.has(parentId)) tops.push(entry);
    else {
      const siblings = parts.get(parentId);
      if (siblings === undefined) parts.set(parentId, [entry]);
      else siblings.push(entry);
    }
  }
  return tops.flatMap((top) => [top, ...(parts.get(top.document.id) ?? [])]);
}

export type Row = {
  readonly entry: Entry;
  /** Whether it stands below the compilation that it is a part of. */
  readonly part: boolean;
  /** How many parts stand below it, or would if it were open. */
  readonly parts: number;
  readonly open: boolean;
};

/**
 * The rows of the list. With `grouped`, parts stand below their compilation, and those of a `closed` one are left
 * out; without, every entry is a row of its own in the order given.
 */
export function rowsOf(
  entries: readonly Entry[],
  { grouped, closed }: { readonly grouped: boolean; readonly closed: ReadonlySet<DocumentId> },
): readonly Row[] {
  if (!grouped) return entries.map((entry) => ({ entry, part: false, parts: 0, open: false }));
  const present = new Set(entries.map(({ document }) => document.id));
  const partsOf = new Map<DocumentId, number>();
  for (const { document } of entries) {
    if (document.parentId !== null) partsOf.set(document.parentId, (partsOf.get(document.parentId) ?? 0) + 1);
  }
  return entries.flatMap((entry) => {
    const { id, parentId } = entry.document;
    const part = parentId !== null && present.has(parentId);
    if (part && closed.has(parentId)) return [];
    return [{ entry, part, parts: partsOf.get(id) ?? 0, open: !closed.has(id) }];
  });
}
