import { ChevronRight, ChevronsDownUp, ChevronsUpDown, ListTree } from 'lucide-react';
import { memo, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { Button, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { BlockId } from '../../preload/contract/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag, useConverter, useDisplayedText, useScriptView } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { useOutline } from './outline-store.ts';
import { branchesOf, filterOutline, type OutlineNode, outlineOf, pathTo } from './outline-tree.ts';
import type { Parts } from './parts.ts';

type Props = { readonly parts: Parts; readonly current: BlockId | null };

/**
 * The headings of what is read as a tree; the one being read is marked and kept in sight. Of a compilation the part
 * being read is open, the others as the user left them. What the user opened and closed stays until the window is
 * closed.
 */
export const OutlinePanel = memo(function OutlinePanel({ parts, current }: Props) {
  const t = useText();
  const { document: summary } = parts.main;
  const [view] = useScriptView(summary);
  const displayed = useDeferredValue(useDisplayedText(parts.all, useConverter(summary, view)));
  const [{ filter, chosen }, change] = useOutline(summary.id);
  const nodes = useMemo(() => outlineOf(parts.all), [parts]);
  const found = useMemo(() => filterOutline(nodes, filter), [nodes, filter]);
  const reading = (current === null ? undefined : parts.partOf(current)) ?? parts.main;
  const path = useMemo(() => pathTo(nodes, reading, current), [nodes, reading, current]);
  const branches = useMemo(() => branchesOf(found ?? nodes), [found, nodes]);
  const open = useMemo(() => {
    const byItself = (key: OutlineNode['key']): boolean =>
      parts.all.length === 1 ||
      !parts.all.some(({ document }) => document.id === key && document !== reading.document);
    // While something is looked for, all that was found is shown.
    return new Set(branches.filter((key) => found !== null || (chosen.get(key) ?? byItself(key))));
  }, [branches, found, chosen, parts, reading]);
  // Where the heading itself is folded away, the last one above it that is shown stands for it.
  const closed = path.findIndex((key, at) => at < path.length - 1 && !open.has(key));
  const here = path.at(closed === -1 ? -1 : closed) ?? null;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (here !== null) frame.current?.querySelector('[data-here]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  if (nodes.length === 0) return <StateMessage icon={ListTree} title={t('outline.none')} />;
  const shown = found ?? nodes;
  const choose = (keys: ReadonlySet<unknown>): void => {
    const next = new Map(chosen);
    for (const key of branches) if (keys.has(key) !== open.has(key)) next.set(key, keys.has(key));
    change({ chosen: next });
  };
  const goTo = (key: string): void => {
    const node = nodeOf(nodes, key);
    if (node?.block === undefined) return;
    openDocument(node.part.document.id, { blockId: node.block.id, offset: 0, marks: [] }, summary.id);
  };
  const lineOf = (node: OutlineNode) => (
    <OutlineLine
      key={node.key}
      node={node}
      here={here}
      textOf={({ block, kind, text }) =>
        kind === 'part' || block === undefined ? text : (displayed?.get(block.id)?.text ?? text)
      }
    />
  );
  return (
    <nav ref={frame} aria-label={t('panel.outline')}>
      <div className="outline-tools">
        <input
          type="search"
          className="field"
          value={filter}
          placeholder={t('outline.filter')}
          aria-label={t('outline.filter')}
          spellCheck={false}
          onChange={({ target }) => change({ filter: target.value })}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') frame.current?.querySelector<HTMLElement>('[role=row]')?.focus();
            else if (event.key === 'Escape' && filter !== '') change({ filter: '' });
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        <IconButton
          icon={ChevronsUpDown}
          label={t('outline.expandAll')}
          tip="below-end"
          disabled={found !== null || branches.length === 0}
          onPress={() => choose(new Set(branches))}
        />
        <IconButton
          icon={ChevronsDownUp}
          label={t('outline.collapseAll')}
          tip="below-end"
          disabled={found !== null || branches.length === 0}
          onPress={() => choose(new Set())}
        />
      </div>
      <p className="visually-hidden" role="status">
        {found !== null && found.length === 0 ? t('outline.noneFound') : ''}
      </p>
      {shown.length === 0 ? (
        <p className="outline-empty" aria-hidden="true">
          {t('outline.noneFound')}
        </p>
      ) : (
        <Tree
          aria-label={t('panel.outline')}
          className="outline"
          lang={languageTag(summary, view)}
          selectionMode="none"
          expandedKeys={open}
          // The tree's own, not that of its lines: with theirs a press would unfold a line as well.
          onAction={(key) => goTo(String(key))}
          onExpandedChange={(keys) => {
            if (found === null) choose(keys);
          }}
        >
          {shown.map(lineOf)}
        </Tree>
      )}
    </nav>
  );
});

function nodeOf(nodes: readonly OutlineNode[], key: string): OutlineNode | undefined {
  for (const node of nodes) {
    const found = node.key === key ? node : nodeOf(node.children, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

type LineProps = {
  readonly node: OutlineNode;
  readonly here: OutlineNode['key'] | null;
  readonly textOf: (node: OutlineNode) => string;
};

function OutlineLine({ node, here, textOf }: LineProps) {
  const t = useText();
  const isHere = node.key === here;
  const words = node.number + textOf(node);
  return (
    <TreeItem
      id={node.key}
      textValue={words}
      className={`outline-line outline-${node.kind}`}
      data-here={isHere ? '' : undefined}
    >
      <TreeItemContent>
        {({ hasChildItems }) => (
          <div className="outline-cell">
            {hasChildItems ? (
              <Button slot="chevron" className="outline-chevron">
                <ChevronRight size={14} strokeWidth={1.75} aria-hidden="true" />
              </Button>
            ) : (
              <span className="outline-chevron" />
            )}
            <span className="outline-words" aria-current={isHere ? 'location' : undefined}>
              {words}
              {node.inferred && (
                <span className="inferred" title={t('outline.inferred')}>
                  {t('field.inferred')}
                </span>
              )}
            </span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children.map((child) => ({ id: child.key, child }))}>
        {({ child }) => <OutlineLine node={child} here={here} textOf={textOf} />}
      </Collection>
    </TreeItem>
  );
}
