import type { Bookmark, DocumentId } from '../../../preload/contract/index.ts';
import { fold } from '../fold/index.ts';

export const bookmarkOrders = ['place', 'date'] as const;
export type BookmarkOrder = (typeof bookmarkOrders)[number];

/** The bookmarks of one folder; '' holds those that are in none. */
export type BookmarkFolder = { readonly folder: string; readonly bookmarks: readonly Bookmark[] };

/** What a bookmark is called: its name, else the opening words of its paragraph. */
export function bookmarkName({ name, label }: Pick<Bookmark, 'name' | 'label'>): string {
  return name === '' ? label : name;
}

/** Those that hold every word of `text` in their name, words, folder or document's title, in either script and width. */
export function filterBookmarks(
  bookmarks: Iterable<Bookmark>,
  text: string,
  titles: ReadonlyMap<DocumentId, string>,
): readonly Bookmark[] {
  const words = text
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '');
  if (words.length === 0) return [...bookmarks];
  return [...bookmarks].filter(({ name, label, folder, documentId }) => {
    const parts = [name, label, folder, titles.get(documentId) ?? ''].map(fold);
    return words.every((word) => parts.some((part) => part.includes(word)));
  });
}

/**
 * Bookmarks by folder, folders by name with those in none first. By place: in the order of the library and of the
 * text; by date: the newest first.
 */
export function groupBookmarks(
  bookmarks: readonly Bookmark[],
  order: BookmarkOrder,
  documents: readonly DocumentId[],
): readonly BookmarkFolder[] {
  const rank = new Map(documents.map((id, index) => [id, index]));
  const rankOf = ({ documentId }: Bookmark): number => rank.get(documentId) ?? documents.length;
  const sorted = [...bookmarks].sort((a, b) =>
    order === 'date'
      ? compare(b.createdAt, a.createdAt)
      : rankOf(a) - rankOf(b) || compare(a.documentId, b.documentId) || compare(a.blockId, b.blockId),
  );
  const folders = new Map<string, Bookmark[]>();
  for (const bookmark of sorted) {
    const of = folders.get(bookmark.folder);
    if (of === undefined) folders.set(bookmark.folder, [bookmark]);
    else of.push(bookmark);
  }
  return [...folders]
    .sort(([a], [b]) => (a === '' ? -1 : b === '' ? 1 : a.localeCompare(b, 'zh-CN')))
    .map(([folder, of]) => ({ folder, bookmarks: of }));
}

/** The folders that bookmarks are in, by name. */
export function foldersOf(bookmarks: Iterable<Bookmark>): readonly string[] {
  const names = new Set<string>();
  for (const { folder } of bookmarks) if (folder !== '') names.add(folder);
  return [...names].sort((a, b) => a.localeCompare(b, 'zh-CN'));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
