import type { Block, BlockId, DocumentContent } from '../../../preload/contract/index.ts';
import { blockAt, documentIndex, headingsAbove } from './document-index.ts';

/** A heading as one line: its number as printed and its text; 第三条 and the like get a space between. */
export const headingLine = (heading: Block): string => {
  const number = heading.number ?? '';
  const apart = /[\p{L}\p{N}]$/u.test(number) && heading.text !== '';
  return `${number}${apart ? ' ' : ''}${heading.text}`;
};

/**
 * The headings a block stands under, outermost first, each as number and text
 * (`一、加快发展`, `第三条 适用范围`). The block itself is not part of its path. Empty for a
 * block under no heading and for an id the document does not have.
 */
export const headingPath = (content: DocumentContent, blockId: BlockId): string[] =>
  headingsAbove(documentIndex(content), blockId).map(headingLine);

/** 三、 -> 三, 4. -> 4, （二） -> (二), 第三条 -> 第三条. */
const label = (number: string): string =>
  number
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/[\s、．.，,。:：—]+/gu, '');

/**
 * A short name for a block's place, such as `三(二)4 ¶2`.
 *
 * It is the printed numbers of the headings above the block, outermost first, brackets kept (narrow)
 * and other punctuation dropped; then a space and ¶ with the block's ordinal among the paragraphs, items,
 * tables (rows) and notes that stand directly under the same heading, counted from 1 in the order of the source.
 * Headings without a number add nothing. A heading's own mark is its numbers without ¶. Other blocks
 * (title, number, date, ...) have no ordinal: their mark is the numbers above them, mostly ''.
 */
export const paragraphMark = (content: DocumentContent, blockId: BlockId): string => {
  const index = documentIndex(content);
  const block = blockAt(index, blockId);
  if (block === undefined) return '';
  const headings = headingsAbove(index, blockId);
  const numbered = block.kind === 'heading' ? [...headings, block] : headings;
  const labels = numbered.map((heading) => label(heading.number ?? '')).join('');
  const ordinal = index.ordinals[index.positions.get(blockId) ?? -1] ?? null;
  return [labels, ordinal === null ? '' : `¶${ordinal}`].filter((part) => part !== '').join(' ');
};
