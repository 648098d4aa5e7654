import type { BlockRange } from '../domain/anchors/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { collectTextNodes, pageRanges } from './text-places.ts';
import { inSlices } from './use-find.ts';

const allName = 'find-hit';
const currentName = 'find-current';
/** Ranges painted at a time: a common character has thousands of places in a long document. */
const atOnce = 250;

/** Paints all places found, some at a time; the returned function stops that and takes the paint away. */
export function paintFound(
  root: HTMLElement,
  places: readonly BlockRange[],
  displayed: DisplayedText,
): () => void {
  const nodes = collectTextNodes(root);
  const highlight = new Highlight();
  highlight.priority = 2;
  CSS.highlights.set(allName, highlight);
  let from = 0;
  const stop = inSlices(() => {
    for (const range of pageRanges(places.slice(from, from + atOnce), nodes, displayed)) highlight.add(range);
    from += atOnce;
    return from >= places.length;
  });
  return () => {
    stop();
    CSS.highlights.delete(allName);
  };
}

/** Paints the place the user is at, over all others; the returned function takes the paint away. */
export function paintCurrent(root: HTMLElement, place: BlockRange, displayed: DisplayedText): () => void {
  const highlight = new Highlight(...pageRanges([place], collectTextNodes(root), displayed));
  highlight.priority = 3;
  CSS.highlights.set(currentName, highlight);
  return () => void CSS.highlights.delete(currentName);
}
