import { memo } from 'react';
import type { Block, DocumentContent } from '../../preload/contract/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { BlockView } from './block-view.tsx';
import { TableView } from './table-view.tsx';

/** Blocks that are laid out together: a run-in heading with its paragraph, the rows of a table, or one block. */
type Group = {
  readonly key: string;
  readonly kind: 'block' | 'run-in' | 'table';
  readonly blocks: readonly Block[];
};

/** About 25 blocks a section: the size at which `content-visibility` was measured to pay. */
const sectionLength = 25;

type Props = { readonly content: DocumentContent; readonly displayed: DisplayedText };

/**
 * The whole document in the DOM, in sections that the browser lays out only near the window. Nothing
 * is virtualised: selection, find and screen readers need all of the text to be there.
 */
export const DocumentBody = memo(function DocumentBody({ content, displayed }: Props) {
  return sectionsOf(groupsOf(content.blocks)).map((groups) => (
    <section key={groups[0]?.key} className="section">
      {groups.map((group) => (
        <GroupView key={group.key} group={group} content={content} displayed={displayed} />
      ))}
    </section>
  ));
});

function GroupView({ group, content, displayed }: Props & { readonly group: Group }) {
  const shown = (block: Block): string => displayed.get(block.id)?.text ?? block.text;
  if (group.kind === 'table')
    return <TableView rows={group.blocks} cells={content.cells} displayed={displayed} />;
  const views = group.blocks.map((block) => (
    <BlockView key={block.id} block={block} shown={shown(block)} runIn={group.kind === 'run-in'} />
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
  for (const group of groups) {
    const last = sections.at(-1);
    // A table is a section of its own: its header sticks to the top of its section.
    if (
      last === undefined ||
      last.length >= sectionLength ||
      group.kind === 'table' ||
      last[0]?.kind === 'table'
    ) {
      sections.push([group]);
    } else {
      last.push(group);
    }
  }
  return sections;
}
