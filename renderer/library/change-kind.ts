import type { Folder, Shelf } from '../../preload/contract/index.ts';
import type { TextKey } from '../domain/strings/index.ts';
import type { RowChange } from '../platform/saved-collection.ts';

/** What a change of folders does, as the words that tell of its being taken back. */
export function folderChange([first]: readonly RowChange<Folder>[]): TextKey {
  const { before = null, after = null } = first ?? {};
  if (before === null) return 'change.folderAdd';
  if (after === null) return 'change.folderRemove';
  return before.name === after.name ? 'change.folderOrder' : 'change.folderName';
}

/** What a change of where documents are put does, in the same way. */
export function shelfChange([first]: readonly RowChange<Shelf>[]): TextKey {
  const tags = ({ before, after }: RowChange<Shelf>): readonly string[] =>
    [before, after].map((shelf) => (shelf?.tags ?? []).join('\n'));
  const [former, present] = first === undefined ? [] : tags(first);
  return former === present ? 'change.documentFolders' : 'change.documentTags';
}
