import type { BlockId } from '../../preload/contract/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { collectTextNodes, pageRanges } from './text-places.ts';

const allName = 'find-hit';
const currentName = 'find-current';
/**
 * More places than these are painted only where the window is: the browser looks at all ranges of a highlight anew
 * whenever one is added, so painting the thousands of places of a common character holds the page up.
 */
const few = 250;

/** Paints all places found; the returned function takes the paint away. */
export function paintFound(
  root: HTMLElement,
  places: readonly BlockRange[],
  displayed: DisplayedText,
): () => void {
  const stop = places.length <= few ? paintAll(root, places, displayed) : paintNear(root, places, displayed);
  return () => {
    stop();
    CSS.highlights.delete(allName);
  };
}

function paintAll(root: HTMLElement, places: readonly BlockRange[], displayed: DisplayedText): () => void {
  show(pageRanges(places, collectTextNodes(root), displayed));
  return () => undefined;
}

/** Paints the places of the blocks in the window and a window's height around it, and follows the scrolling. */
function paintNear(root: HTMLElement, places: readonly BlockRange[], displayed: DisplayedText): () => void {
  const byBlock = Map.groupBy(places, ({ blockId }) => blockId);
  const near = new Set<BlockId>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = target.getAttribute('data-block') as BlockId;
        if (isIntersecting) near.add(id);
        else near.delete(id);
      }
      const shown = [...near].flatMap((id) => byBlock.get(id) ?? []);
      show(pageRanges(shown, collectTextNodes(root, [...near]), displayed));
    },
    { root: root.closest('main'), rootMargin: '100% 0px' },
  );
  for (const block of root.querySelectorAll('[data-block]')) {
    if (byBlock.has(block.getAttribute('data-block') as BlockId)) observer.observe(block);
  }
  return () => observer.disconnect();
}

function show(ranges: readonly StaticRange[]): void {
  const highlight = new Highlight(...ranges);
  highlight.priority = 2;
  CSS.highlights.set(allName, highlight);
}

/** Paints the place the user is at, over all others; the returned function takes the paint away. */
export function paintCurrent(root: HTMLElement, place: BlockRange, displayed: DisplayedText): () => void {
  const highlight = new Highlight(...pageRanges([place], collectTextNodes(root), displayed));
  highlight.priority = 3;
  CSS.highlights.set(currentName, highlight);
  return () => void CSS.highlights.delete(currentName);
}
