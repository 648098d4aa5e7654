import type { BlockId, Place } from '../../preload/contract/index.ts';
import { type BlockRange, shownPieces } from '../domain/anchors/index.ts';
import { characterEnd, characterStart } from '../domain/script/index.ts';
import type { DisplayedText } from '../script/index.ts';

/**
 * The bridge between the page and the stored text. On the page a block's text stands in elements with
 * `data-text="<block id>"`, each holding exactly one text node that begins at `data-start` of the
 * block's displayed text (0 where there is none; the cells of a table row begin further on).
 * Everything else (numbers, the closing 。 of a run-in heading, markers) has no place of its own.
 */
const textSelector = '[data-text]';

type Piece = { readonly node: Text; readonly start: number };

/** The text nodes of a rendered document by block, in reading order. */
export type TextNodes = ReadonlyMap<BlockId, readonly Piece[]>;

/** Collects the text nodes below `root`, or those of `blocks` only; call again after every rendering of the text. */
export function collectTextNodes(root: Element, blocks?: readonly BlockId[]): TextNodes {
  const nodes = new Map<BlockId, Piece[]>();
  const selector = blocks?.map((id) => `[data-text="${CSS.escape(id)}"]`).join(', ') ?? textSelector;
  for (const element of root.querySelectorAll<HTMLElement>(selector)) {
    const node = element.firstChild;
    const blockId = element.dataset.text as BlockId | undefined;
    if (!(node instanceof Text) || blockId === undefined) continue;
    const pieces = nodes.get(blockId) ?? [];
    pieces.push({ node, start: startOf(element) });
    nodes.set(blockId, pieces);
  }
  return nodes;
}

/** Static ranges on the page for ranges of the stored text; blocks that are not on the page are left out. */
export function pageRanges(
  ranges: readonly BlockRange[],
  nodes: TextNodes,
  displayed: DisplayedText,
): StaticRange[] {
  return ranges.flatMap(({ blockId, start, end }) => {
    const map = displayed.get(blockId)?.map;
    if (map === undefined) return [];
    const pieces = nodes.get(blockId) ?? [];
    const texts = pieces.map((piece) => ({ start: piece.start, length: piece.node.length }));
    return shownPieces({ start, end }, map.toDisplay, texts).flatMap(({ at, startOffset, endOffset }) => {
      const node = pieces[at]?.node;
      return node === undefined
        ? []
        : [new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset })];
    });
  });
}

/**
 * The place in the stored text of a point on the page. A point outside of any text (on a number, in
 * a margin) counts as the nearest text in the direction of `towards`. Null where there is none.
 */
function placeOfPoint(
  root: Element,
  displayed: DisplayedText,
  node: Node,
  offset: number,
  towards: 'next' | 'previous',
): Place | null {
  const own = textElementOf(node);
  if (own !== null && root.contains(own)) {
    return placeIn(own, displayed, node instanceof Text || offset === 0 ? offset : lengthOf(own));
  }
  const point = document.createRange();
  point.setStart(node, offset);
  point.collapse(true);
  const elements = [...root.querySelectorAll<HTMLElement>(textSelector)];
  const firstAfter = elements.findIndex((element) => point.comparePoint(element, 0) >= 0);
  if (towards === 'next') {
    const element = elements[firstAfter];
    return element === undefined ? null : placeIn(element, displayed, 0);
  }
  const element = firstAfter === -1 ? elements.at(-1) : elements[firstAfter - 1];
  return element === undefined ? null : placeIn(element, displayed, lengthOf(element));
}

/** A point of the page for a place of the stored text: in the text it begins, or `end`s, as the place is meant. */
export function pointOf(
  { blockId, offset }: Place,
  side: 'start' | 'end',
  nodes: TextNodes,
  displayed: DisplayedText,
): readonly [node: Text, offset: number] | null {
  const at = displayed.get(blockId)?.map.toDisplay(offset);
  if (at === undefined) return null;
  const pieces = nodes.get(blockId) ?? [];
  const found = pieces.find(({ start, node }) =>
    side === 'start' ? at >= start && at < start + node.length : at > start && at <= start + node.length,
  );
  return found === undefined ? null : [found.node, at - found.start];
}

/** The stored text that is selected below `root`, or null where nothing of it is. */
export function selectedPlaces(
  root: Element,
  displayed: DisplayedText,
): { readonly start: Place; readonly end: Place; readonly range: Range } | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer)) return null;
  // A drag that ran into the other pane means neither text.
  const ends = elementOf(range.endContainer)?.closest('.sheets');
  if (ends != null && ends !== root) return null;
  const start = placeOfPoint(root, displayed, range.startContainer, range.startOffset, 'next');
  const end = placeOfPoint(root, displayed, range.endContainer, range.endOffset, 'previous');
  return start === null || end === null ? null : { start, end, range };
}

/** The place under a point of the window, for clicks. `caretPositionFromPoint` is in Chromium since 128. */
export function placeAtPoint(root: Element, displayed: DisplayedText, x: number, y: number): Place | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null || !(caret.offsetNode instanceof Text)) return null;
  const element = textElementOf(caret.offsetNode);
  return element === null || !root.contains(element) ? null : placeIn(element, displayed, caret.offset);
}

/** A character of a block's displayed text, and where it stands in the window. */
export type CharacterBox = {
  readonly blockId: BlockId;
  readonly start: number;
  readonly end: number;
  readonly box: DOMRect;
};

/** The very character under a point of the window; null beside the text. */
export function characterAtPoint(root: Element, x: number, y: number): CharacterBox | null {
  const caret = document.caretPositionFromPoint(x, y);
  const node = caret?.offsetNode;
  if (caret == null || !(node instanceof Text)) return null;
  const element = textElementOf(node);
  const blockId = element?.dataset.text as BlockId | undefined;
  if (element === null || blockId === undefined || !root.contains(element)) return null;
  // The caret stands at the nearer edge, which may be either edge of the character.
  for (const at of [caret.offset, caret.offset - 1]) {
    const start = characterStart(node.data, at);
    const end = characterEnd(node.data, start + 1);
    if (at < 0 || start >= end) continue;
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const box = range.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
    return { blockId, start: startOf(element) + start, end: startOf(element) + end, box };
  }
  return null;
}

/** The blocks on the page that are not shown: rows that a table's filter hides. */
export function hiddenBlocks(root: Element): ReadonlySet<BlockId> {
  const rows = root.querySelectorAll<HTMLElement>('[data-block][hidden]');
  return new Set([...rows].map(({ dataset }) => dataset.block as BlockId));
}

/** The block that a node of the page lies in, or null. */
export function blockOfNode(node: Node | null): BlockId | null {
  const block = elementOf(node)?.closest<HTMLElement>('[data-block]');
  return (block?.dataset.block as BlockId | undefined) ?? null;
}

function elementOf(node: Node | null): Element | null {
  return node instanceof Element ? node : (node?.parentElement ?? null);
}

function textElementOf(node: Node): HTMLElement | null {
  return elementOf(node)?.closest<HTMLElement>(textSelector) ?? null;
}

function startOf(element: HTMLElement): number {
  return Number(element.dataset.start ?? '0');
}

function lengthOf(element: HTMLElement): number {
  return element.textContent?.length ?? 0;
}

function placeIn(element: HTMLElement, displayed: DisplayedText, offset: number): Place | null {
  const blockId = element.dataset.text as BlockId | undefined;
  const map = blockId === undefined ? undefined : displayed.get(blockId)?.map;
  if (blockId === undefined || map === undefined) return null;
  return { blockId, offset: map.toOriginal(startOf(element) + offset) };
}
