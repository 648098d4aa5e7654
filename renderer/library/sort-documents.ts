import type { DocumentId, DocumentSummary } from '../../preload/contract/index.ts';
import { type Validity, validityOf } from '../domain/validity/index.ts';

export const sortColumns = ['title', 'documentNumber', 'issuer', 'issuedOn', 'validity', 'notes'] as const;
export type SortColumn = (typeof sortColumns)[number];
export type Sorting = { readonly column: SortColumn; readonly direction: 'ascending' | 'descending' };

/** Titles and names by their pronunciation, numbers in them by their value. */
const collator = new Intl.Collator('zh-CN', { numeric: true });
/** From what holds to what says nothing. */
const validities: readonly Validity[] = ['current', 'expiring', 'pending', 'expired', 'unstated'];

/** The sorting after a press on a column's head: upwards, downwards, then the order of the library again. */
export function nextSorting(sorting: Sorting | null, column: SortColumn): Sorting | null {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/**
 * Documents in the order that is asked for. Without one: parents in the order of the library, each followed by its
 * parts. What the source does not say comes last in both directions; equals keep the order of the library.
 */
export function sortDocuments(
  documents: readonly DocumentSummary[],
  sorting: Sorting | null,
  { day, noteCounts }: { readonly day: string; readonly noteCounts: ReadonlyMap<DocumentId, number> },
): readonly DocumentSummary[] {
  const tree = inTree(documents);
  if (sorting === null) return tree;
  const keyOf = (document: DocumentSummary): string | number | null => {
    switch (sorting.column) {
      case 'validity':
        return validities.indexOf(validityOf(document, day));
      case 'notes':
        return noteCounts.get(document.id) ?? 0;
      default:
        return document[sorting.column];
    }
  };
  const turn = sorting.direction === 'ascending' ? 1 : -1;
  return tree
    .map((document) => ({ document, key: keyOf(document) }))
    .sort(({ key: a }, { key: b }) => {
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      const order =
        typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
      return turn * order;
    })
    .map(({ document }) => document);
}

function inTree(documents: readonly DocumentSummary[]): readonly DocumentSummary[] {
  const parts = new Map<DocumentId, DocumentSummary[]>();
  for (const document of documents) {
    if (document.parentId === null) continue;
    parts.set(document.parentId, [...(parts.get(document.parentId) ?? []), document]);
  }
  return documents
    .filter(({ parentId }) => parentId === null)
    .flatMap((parent) => [parent, ...(parts.get(parent.id) ?? [])]);
}
