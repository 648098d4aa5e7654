import type { Annotation, DocumentContent } from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { type BlockRange, rangesIn, resolveAnchor } from '../domain/anchors/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { pageRanges, type TextNodes } from './text-places.ts';

const searchName = 'search-hit';

/**
 * Paints annotations and search hits through the CSS Custom Highlight API, one highlight a style. The
 * page's elements are not touched. Ranges are made anew from the stored offsets each time: live ranges
 * would collapse when the script is switched.
 */
export function paint(
  content: DocumentContent,
  annotations: readonly Annotation[],
  marks: readonly BlockRange[],
  nodes: TextNodes,
  displayed: DisplayedText,
): void {
  for (const style of markStyles) {
    const ranges = annotations
      .filter(
        (annotation) => annotation.style === style && resolveAnchor(content, annotation.anchor) === 'exact',
      )
      .flatMap(({ anchor }) => pageRanges(rangesIn(content, anchor), nodes, displayed));
    set(`mark-${style}`, ranges, 0);
  }
  set(searchName, pageRanges(marks, nodes, displayed), 1);
}

/** Takes all paint away, when the document is left. */
export function unpaint(): void {
  for (const style of markStyles) CSS.highlights.delete(`mark-${style}`);
  CSS.highlights.delete(searchName);
}

function set(name: string, ranges: readonly StaticRange[], priority: number): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** The annotations whose text is under a place, the shortest first: it is the one a click means. */
export function annotationsAt(
  content: DocumentContent,
  annotations: readonly Annotation[],
  place: { readonly blockId: string; readonly offset: number },
): readonly Annotation[] {
  return annotations
    .filter(({ anchor }) =>
      rangesIn(content, anchor).some(
        ({ blockId, start, end }) => blockId === place.blockId && start <= place.offset && place.offset < end,
      ),
    )
    .sort((a, b) => a.anchor.exact.length - b.anchor.exact.length);
}
