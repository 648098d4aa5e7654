import { createElement } from 'react';
import type { Block } from '../../preload/contract/index.ts';
import { headingFace } from '../domain/outline/index.ts';

type Props = {
  readonly block: Block;
  readonly shown: string;
  readonly runIn: boolean;
  /** The rank of a title or a heading, 1 for h1. */
  readonly rank: number | undefined;
  /** The paragraph's mark for the margin, where it is shown. */
  readonly mark: string | undefined;
};

/**
 * One block. Its text is a single text node in an element of its own (see text-places.ts). Titles
 * and headings are true headings (see heading-levels.ts). A block can hold the
 * keyboard focus, so that a paragraph can be marked without a mouse.
 */
export function BlockView({ block, shown, runIn, rank, mark }: Props) {
  const common = {
    'data-block': block.id,
    'data-mark': mark,
    tabIndex: -1,
    className: `block block-${block.kind}`,
  };
  const text = (
    <>
      {block.kind === 'heading' && block.number !== null && (
        <span className="block-number">{block.number}</span>
      )}
      <span data-text={block.id}>{shown}</span>
      {block.closing !== '' && <span className="block-closing">{block.closing}</span>}
    </>
  );
  if (block.kind === 'heading') {
    return createElement(
      `h${rank ?? 2}`,
      {
        ...common,
        className: `${common.className} heading-${headingFace(block)}${runIn ? ' heading-run-in' : ''}`,
      },
      text,
    );
  }
  if (block.kind === 'title') return createElement(`h${rank ?? 2}`, common, text);
  return <p {...common}>{text}</p>;
}
