import type { Annotation, DocumentContent } from '../../preload/contract/index.ts';
import { type BlockRange, documentIndex, rangesIn, resolveAnchor } from '../domain/anchors/index.ts';

/** An annotation with the places it marks, and its number when it has something to say (a note, an action). */
export type NumberedNote = {
  readonly annotation: Annotation;
  readonly ranges: readonly BlockRange[];
  readonly number: number | null;
};

/**
 * The annotations of the parts in the order of the text, those on a whole document first. Only those that stand
 * on their words are placed; one whose text has changed keeps its number and is printed without a place.
 */
export function numberedNotes(
  parts: readonly DocumentContent[],
  annotations: readonly Annotation[],
  numbered: boolean,
): readonly NumberedNote[] {
  let last = 0;
  return parts.flatMap((content) => {
    const { positions } = documentIndex(content);
    const placeOf = ({ anchor }: Annotation): number => positions.get(anchor.start.blockId) ?? -1;
    return annotations
      .filter(({ anchor }) => anchor.documentId === content.document.id)
      .sort((a, b) => placeOf(a) - placeOf(b) || a.anchor.start.offset - b.anchor.start.offset)
      .map((annotation) => {
        const speaks = annotation.note !== '' || annotation.tags.length > 0 || annotation.due !== null;
        if (numbered && speaks) last += 1;
        const stands = resolveAnchor(content, annotation.anchor) === 'exact';
        return {
          annotation,
          ranges: stands ? rangesIn(content, annotation.anchor) : [],
          number: numbered && speaks ? last : null,
        };
      });
  });
}
