import { readForeign } from './read-foreign.ts';
import { isOwn, readOwn } from './read-own.ts';
import type { NoteProblem, ReadNote } from './read-types.ts';
import { fromUuidUrn, maximumSetBytes } from './vocabulary.ts';

/** A note of a file, or why it could not be taken; `index` counts the entries from 0. */
type SetEntry =
  | { readonly index: number; readonly note: ReadNote }
  | {
      readonly index: number;
      readonly id: string | null;
      readonly problem: NoteProblem;
      readonly detail: string;
    };

export type ReadSet =
  | { readonly outcome: 'read'; readonly entries: readonly SetEntry[] }
  | { readonly outcome: 'unreadable'; readonly reason: 'too-large' | 'not-text' | 'not-json' | 'no-notes' };

/**
 * Reads a file of annotations: our own, a W3C page, collection or list, a Readium set, or a single annotation. Nothing
 * in it is trusted: every value is checked, one bad note is listed with its reason and never rejects the others.
 */
export function readAnnotationSet(bytes: Uint8Array): ReadSet {
  if (bytes.length > maximumSetBytes) return { outcome: 'unreadable', reason: 'too-large' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { outcome: 'unreadable', reason: 'not-text' };
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { outcome: 'unreadable', reason: 'not-json' };
  }
  const items = itemsOf(data);
  if (items === null) return { outcome: 'unreadable', reason: 'no-notes' };
  return { outcome: 'read', entries: items.map(entryOf) };
}

/** The annotations of a page or a set (`items`), a collection (`first`), a graph, a list, or of nothing but one. */
function itemsOf(data: unknown, depth = 0): readonly unknown[] | null {
  if (Array.isArray(data)) return data;
  if (typeof data !== 'object' || data === null) return null;
  const { items, first, type, target } = data as Readonly<Record<string, unknown>>;
  if (Array.isArray(items)) return items;
  const graph = (data as Readonly<Record<string, unknown>>)['@graph'];
  if (Array.isArray(graph)) return graph;
  if (first !== undefined && depth === 0) return itemsOf(first, 1);
  return type === 'Annotation' || target !== undefined ? [data] : null;
}

function entryOf(item: unknown, index: number): SetEntry {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return { index, id: null, problem: 'not-an-annotation', detail: '' };
  }
  const read = isOwn(item) ? readOwn(item) : readForeign(item);
  if ('problem' in read) {
    const id = 'id' in item && typeof item.id === 'string' ? fromUuidUrn(item.id).slice(0, 200) : null;
    return { index, id, ...read };
  }
  return { index, note: read };
}
