import type { Label } from './labels.ts';

export interface SiblingList<T> {
  readonly members: readonly T[];
}

/**
 * Lists of siblings: one style, numbers that rise by one. Numbering may run through sections, so a higher
 * label in between does not end a list; a number that does not follow does (R2). Dashes have no numbers:
 * their list ends at any other label.
 */
export function siblingLists<T>(
  items: readonly T[],
  labelOf: (item: T) => Label | null,
): readonly SiblingList<T>[] {
  const lists: { members: T[] }[] = [];
  const open = new Map<string, { members: T[]; last: number }>();
  for (const item of items) {
    const label = labelOf(item);
    if (label === null) continue;
    const list = open.get(label.style);
    const follows = list !== undefined && (label.style === '——' || label.value === list.last + 1);
    if (list !== undefined && follows) {
      list.members.push(item);
      list.last = label.value;
    } else {
      const fresh = { members: [item], last: label.value };
      lists.push(fresh);
      open.set(label.style, fresh);
    }
    if (label.style !== '——') open.delete('——');
  }
  return lists;
}
