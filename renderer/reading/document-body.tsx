import { memo, useMemo } from 'react';
import type { Block, BlockId, DocumentContent } from '../../preload/contract/index.ts';
import { documentIndex, paragraphMark } from '../domain/anchors/index.ts';
import { headingRanks } from '../domain/outline/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { BlockView } from './block-view.tsx';
import { TableView } from './table-view.tsx';

/** Blocks that are laid out together: a run-in heading with its paragraph, the rows of a table, or one block. */
type Group = {
  readonly key: string;
  readonly kind: 'block' | 'run-in' | 'table';
  readonly blocks: readonly Block[];
};

/**
 * A section ends after 25 blocks, the size at which `content-visibility` was measured to pay, or after
 * as much text as fills about two windows: what the first frame lays out is what it has to wait for.
 */
const sectionBlocks = 25;
const sectionCharacters = 1500;

type Props = {
  readonly content: DocumentContent;
  readonly displayed: DisplayedText;
  readonly onlyTable: boolean;
  /** Whether the paragraphs show their marks. */
  readonly marked: boolean;
};

/**
 * The whole document in the DOM, in sections that the browser lays out only near the window. Nothing
 * is virtualised: selection, find and screen readers need all of the text to be there.
 */
export const DocumentBody = memo(function DocumentBody({ content, displayed, onlyTable, marked }: Props) {
  const ranks = useMemo(() => headingRanks(content.blocks), [content]);
  const marks = useMemo(() => (marked ? marksOf(content) : null), [content, marked]);
  const blocks = onlyTable ? content.blocks.filter(({ kind }) => kind === 'table') : content.blocks;
  return sectionsOf(groupsOf(blocks)).map((groups) => (
    <section key={groups[0]?.key} className={`section section-${groups[0]?.kind}`}>
      {groups.map((group) => (
        <GroupView
          key={group.key}
          group={group}
          content={content}
          displayed={displayed}
          ranks={ranks}
          marks={marks}
        />
      ))}
    </section>
  ));
});

/** The marks of what is counted as a paragraph; the number of a heading is printed already. */
function marksOf(content: DocumentContent): ReadonlyMap<BlockId, string> {
  const { ordinals } = documentIndex(content);
  return new Map(
    content.blocks.flatMap(({ id }, at) => (ordinals[at] === null ? [] : [[id, paragraphMark(content, id)]])),
  );
}

type GroupProps = Omit<Props, 'onlyTable' | 'marked'> & {
  readonly marks: ReadonlyMap<BlockId, string> | null;
  readonly group: Group;
  readonly ranks: ReadonlyMap<BlockId, number>;
};

function GroupView({ group, content, displayed, ranks, marks }: GroupProps) {
  const shown = (block: Block): string => displayed.get(block.id)?.text ?? block.text;
  if (group.kind === 'table')
    return <TableView rows={group.blocks} cells={content.cells} displayed={displayed} />;
  const views = group.blocks.map((block) => (
    <BlockView
      key={block.id}
      block={block}
      shown={shown(block)}
      runIn={group.kind === 'run-in'}
      rank={ranks.get(block.id)}
      mark={marks?.get(block.id)}
    />
  ));
  return group.kind === 'run-in' ? <div className="run-in">{views}</div> : views;
}

function groupsOf(blocks: readonly Block[]): readonly Group[] {
  const groups: { key: string; kind: Group['kind']; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.runInOf !== null && last?.blocks.at(-1)?.id === block.runInOf) {
      last.kind = 'run-in';
      last.blocks.push(block);
    } else if (block.kind === 'table' && last?.kind === 'table') {
      last.blocks.push(block);
    } else {
      groups.push({ key: block.id, kind: block.kind === 'table' ? 'table' : 'block', blocks: [block] });
    }
  }
  return groups;
}

function sectionsOf(groups: readonly Group[]): readonly (readonly Group[])[] {
  const sections: Group[][] = [];
  let blocks = 0;
  let characters = 0;
  for (const group of groups) {
    const last = sections.at(-1);
    const full = blocks >= sectionBlocks || characters >= sectionCharacters;
    // A table is a section of its own: its header sticks to the top of its section.
    if (last === undefined || full || group.kind === 'table' || last[0]?.kind === 'table') {
      sections.push([group]);
      blocks = 0;
      characters = 0;
    } else {
      last.push(group);
    }
    blocks += group.blocks.length;
    characters += group.blocks.reduce((sum, { text }) => sum + text.length, 0);
  }
  return sections;
}
