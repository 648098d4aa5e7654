import type { Bookmark } from '../../preload/contract/index.ts';
import type { TextKey } from '../domain/strings/index.ts';
import type { RowChange } from '../platform/saved-collection.ts';

/** What a change of bookmarks does, as the words that tell of its being taken back; several are changed by their folder alone. */
export function changeKind([first]: readonly RowChange<Bookmark>[]): TextKey {
  const { before = null, after = null } = first ?? {};
  if (before === null) return 'change.bookmarkAdd';
  if (after === null) return 'change.bookmarkRemove';
  return before.folder === after.folder ? 'change.bookmarkName' : 'change.bookmarkFolder';
}
