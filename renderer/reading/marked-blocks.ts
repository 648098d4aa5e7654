import type { Annotation, BlockId } from '../../preload/contract/index.ts';
import { rangesIn } from '../domain/anchors/index.ts';
import { byPlace } from '../domain/notes/index.ts';
import type { DisplayedText } from '../script/index.ts';
import type { Parts } from './parts.ts';

/** A block with what stands in its margins. */
export type MarkedBlock = {
  readonly blockId: BlockId;
  readonly section: HTMLElement;
  /** The elements that hold the markers and the bars: the block's own, in a table row one of its cells. */
  readonly place: HTMLElement;
  readonly bar: HTMLElement;
  /** The annotations that begin here, each with a marker. */
  readonly starting: readonly Annotation[];
  /** The notes on whole paragraphs that this one belongs to, each with a bar. */
  readonly bars: readonly Annotation[];
  /** The top of the line that an annotation begins in, in window coordinates; null where it is not shown. */
  readonly lineOf: (annotation: Annotation) => number | null;
};

/** Every block of the page that has something in its margins, by the section that it stands in. */
export function markedBlocks(
  root: HTMLElement,
  annotations: readonly Annotation[],
  { partOf }: Parts,
  displayed: DisplayedText,
): ReadonlyMap<HTMLElement, readonly MarkedBlock[]> {
  const starting = Map.groupBy([...annotations].sort(byPlace), ({ anchor }) => anchor.start.blockId);
  const bars = new Map<BlockId, Annotation[]>();
  for (const annotation of annotations) {
    const part = annotation.scope === 'paragraph' ? partOf(annotation.anchor.start.blockId) : undefined;
    for (const { blockId } of part === undefined ? [] : rangesIn(part, annotation.anchor))
      bars.set(blockId, [...(bars.get(blockId) ?? []), annotation]);
  }
  const sections = new Map<HTMLElement, MarkedBlock[]>();
  // One walk over the page: asking for each block by its id would be a walk each.
  for (const element of root.querySelectorAll<HTMLElement>('[data-block]')) {
    const blockId = element.dataset.block as BlockId;
    const own = { starting: starting.get(blockId) ?? [], bars: bars.get(blockId) ?? [] };
    if (own.starting.length + own.bars.length === 0) continue;
    for (const block of blocksAt(element, blockId, own, displayed)) {
      const others = sections.get(block.section) ?? [];
      others.push(block);
      sections.set(block.section, others);
    }
  }
  return sections;
}

type Own = Pick<MarkedBlock, 'starting' | 'bars'>;

/** Notes on the whole document stand beside its title, everything else beside its own block. */
function blocksAt(
  element: HTMLElement,
  blockId: BlockId,
  own: Own,
  displayed: DisplayedText,
): readonly MarkedBlock[] {
  const onDocument = own.starting.filter(({ scope }) => scope === 'document');
  const others = own.starting.filter(({ scope }) => scope !== 'document');
  const title = onDocument.length === 0 ? null : titleOf(element);
  const lineOf = ({ anchor }: Annotation): number | null => lineTop(element, anchor.start.offset, displayed);
  const make = (at: HTMLElement, more: Own): MarkedBlock | null => {
    const section = at.closest<HTMLElement>('.section, .given-title');
    // A button may not stand in a table row itself, only in one of its cells.
    const row = at instanceof HTMLTableRowElement ? at : null;
    const place = row === null ? at : row.lastElementChild;
    const bar = row === null ? at : row.querySelector('.column-measure');
    return section === null || !(place instanceof HTMLElement) || !(bar instanceof HTMLElement)
      ? null
      : { blockId, section, place, bar, lineOf: at === element ? lineOf : () => null, ...more };
  };
  return [
    title === null ? null : make(title, { starting: onDocument, bars: [] }),
    others.length + own.bars.length === 0 ? null : make(element, { starting: others, bars: own.bars }),
  ].filter((block) => block !== null);
}

/** The document's title on its sheet, printed or given. */
function titleOf(block: HTMLElement): HTMLElement {
  const sheet = block.closest('.sheet');
  return sheet?.querySelector<HTMLElement>('.given-title, .block-title') ?? block;
}

function lineTop(block: HTMLElement, offset: number, displayed: DisplayedText): number | null {
  const map = displayed.get(block.dataset.block as BlockId)?.map;
  if (map === undefined) return null;
  const at = map.toDisplay(offset);
  const texts = [...block.querySelectorAll<HTMLElement>('[data-text]')];
  const element =
    texts.find(({ dataset, textContent }) => {
      const start = Number(dataset.start ?? '0');
      return at >= start && at < start + textContent.length;
    }) ?? texts[0];
  const node = element?.firstChild;
  if (element === undefined || !(node instanceof Text) || node.length === 0) return null;
  const start = Math.min(Math.max(0, at - Number(element.dataset.start ?? '0')), node.length - 1);
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + 1);
  const box = range.getClientRects()[0];
  // In the middle of the line, so that markers of different sizes of type stand alike.
  return box === undefined ? null : (box.top + box.bottom) / 2 - 12;
}
