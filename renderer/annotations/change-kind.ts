import type { Annotation } from '../../preload/contract/index.ts';
import type { TextKey } from '../domain/strings/index.ts';
import type { RowChange } from '../platform/saved-collection.ts';

/** What a change of annotations does, as the words that tell of its being taken back. */
export function changeKind(changes: readonly RowChange<Annotation>[]): TextKey {
  const kinds = new Set(changes.map(kindOf));
  const [only] = kinds;
  return kinds.size === 1 && only !== undefined ? only : 'change.several';
}

function kindOf({ before, after }: RowChange<Annotation>): TextKey {
  if (after === null) return 'change.erase';
  if (before === null) return after.note === '' ? 'change.mark' : 'change.write';
  if ((before.trashedAt === null) !== (after.trashedAt === null))
    return after.trashedAt === null ? 'change.putBack' : 'change.trash';
  if (before.anchor !== after.anchor || before.carried !== after.carried) return 'change.place';
  const fields: readonly TextKey[] = [
    ...(before.note === after.note ? [] : (['change.note'] as const)),
    ...(before.style === after.style ? [] : (['change.colour'] as const)),
    ...(before.tags.join('\n') === after.tags.join('\n') ? [] : (['change.tags'] as const)),
    ...(before.due === after.due ? [] : (['change.due'] as const)),
    ...(before.status === after.status ? [] : (['change.status'] as const)),
  ];
  return fields.length === 1 && fields[0] !== undefined ? fields[0] : 'change.edit';
}
