import type { Annotation, BlockId, DocumentContent, Place } from '../../preload/contract/index.ts';
import { markStyles } from '../../preload/contract/vocabulary.ts';
import { type BlockRange, layersOf, type Mark, rangesIn, resolveAnchor } from '../domain/anchors/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { addToLayer, type Painter, setLayer } from './highlights.ts';
import type { Passages } from './passages.ts';
import { collectTextNodes, pageRanges, type TextNodes } from './text-places.ts';

const searchName = 'search-hit';
const overlapName = 'mark-overlap';

/**
 * Paints annotations and search hits through the CSS Custom Highlight API, one highlight a style. The
 * page's elements are not touched. Ranges are made anew from the stored offsets each time: live ranges
 * would collapse when the script is switched. What other pages have painted stays (see highlights.ts).
 */
export function paint(
  painter: Painter,
  partOf: (blockId: BlockId) => DocumentContent | undefined,
  annotations: readonly Annotation[],
  hits: readonly BlockRange[],
  { cited, damaged }: Pick<Passages, 'cited' | 'damaged'>,
  nodes: TextNodes,
  displayed: DisplayedText,
): void {
  const marks = marksOf(partOf, annotations);
  const { painted, overlaps } = layersOf(marks);
  for (const style of markStyles) {
    const ranges = painted.flatMap((own, mark) => (marks[mark]?.style === style ? own : []));
    setLayer(painter, `mark-${style}`, pageRanges(ranges, nodes, displayed), 0);
  }
  setLayer(painter, overlapName, pageRanges(overlaps, nodes, displayed), 0);
  setLayer(painter, 'citation', pageRanges(cited, nodes, displayed), 0);
  setLayer(painter, 'defect', pageRanges(damaged, nodes, displayed), 0);
  setLayer(painter, searchName, pageRanges(hits, nodes, displayed), 1);
}

/**
 * Paints marks that were just made over what is there already, without looking at anything else: they are seen in
 * the next frame. How they lie over others is settled by the next `paint`.
 */
export function paintFresh(
  painter: Painter,
  partOf: (blockId: BlockId) => DocumentContent | undefined,
  annotations: readonly Annotation[],
  root: Element,
  displayed: DisplayedText,
): void {
  for (const { style, ranges } of marksOf(partOf, annotations)) {
    const nodes = collectTextNodes(
      root,
      ranges.map(({ blockId }) => blockId),
    );
    addToLayer(painter, `mark-${style}`, pageRanges(ranges, nodes, displayed), 0);
  }
}

/** What is painted of annotations: those on words that still stand on them. Paragraphs have a bar beside them instead. */
function marksOf(
  partOf: (blockId: BlockId) => DocumentContent | undefined,
  annotations: readonly Annotation[],
): readonly Mark[] {
  return annotations.flatMap(({ anchor, style, scope }) => {
    const part = scope === 'text' ? partOf(anchor.start.blockId) : undefined;
    return part === undefined || resolveAnchor(part, anchor) !== 'exact'
      ? []
      : [{ style, ranges: rangesIn(part, anchor) }];
  });
}

/** The annotations whose text is under a place, the shortest first: it is the one a click means. */
export function annotationsAt(
  content: DocumentContent,
  annotations: readonly Annotation[],
  place: Place,
): readonly Annotation[] {
  return annotations
    .filter(({ anchor }) =>
      rangesIn(content, anchor).some(
        ({ blockId, start, end }) => blockId === place.blockId && start <= place.offset && place.offset < end,
      ),
    )
    .sort((a, b) => a.anchor.exact.length - b.anchor.exact.length);
}
