import type { Annotation } from '../../../preload/contract/index.ts';
import { maximumTags } from '../../../preload/contract/vocabulary.ts';

/** What is done to many notes at once; a field that is not there stays as it is. */
export type BulkChange = {
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly style?: Annotation['style'];
  readonly status?: Annotation['status'];
  readonly due?: Annotation['due'];
};

/**
 * The annotation with the change, or the very same one where it would change nothing. Tags that would be more than a
 * note can hold are left out.
 */
export function changedNote(
  annotation: Annotation,
  { addTags = [], removeTags = [], ...rest }: BulkChange,
  now: string,
): Annotation {
  const kept = annotation.tags.filter((tag) => !removeTags.includes(tag));
  const tags = [...new Set([...kept, ...addTags])].slice(0, Math.max(maximumTags, kept.length));
  const same =
    tags.length === annotation.tags.length && tags.every((tag, index) => tag === annotation.tags[index]);
  const after = { ...annotation, ...rest, tags: same ? annotation.tags : tags };
  const unchanged =
    same &&
    after.style === annotation.style &&
    after.status === annotation.status &&
    after.due === annotation.due;
  return unchanged ? annotation : { ...after, modifiedAt: now };
}

/** The tags of some notes with how many of them have each, the most used first. */
export function tagsOf(notes: Iterable<Annotation>): readonly (readonly [tag: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { tags } of notes) for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}
