import type { Block, BlockId, DocumentContent, DocumentId } from '../../preload/contract/index.ts';
import { fold } from '../domain/fold/index.ts';
import { printedTitle } from '../domain/outline/index.ts';

/** One line of the outline: a part of a compilation, a title or a heading, with what stands below it. */
export type OutlineNode = {
  /** The id of the block, for a part that of its document. */
  readonly key: BlockId | DocumentId;
  /** Where the line leads. */
  readonly part: DocumentContent;
  readonly block: Block | undefined;
  readonly kind: 'part' | 'title' | 'heading';
  /** The words as they are stored, and the number that is printed before them. */
  readonly text: string;
  readonly number: string;
  /** Whether the source does not print the level of the heading, so that it was concluded. */
  readonly inferred: boolean;
  readonly children: readonly OutlineNode[];
};

type Growing = Omit<OutlineNode, 'children'> & { readonly children: Growing[]; readonly rank: number };

/** The outline of what is read: the headings of a document, or those of every part of a compilation below its title. */
export function outlineOf(parts: readonly DocumentContent[]): readonly OutlineNode[] {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return headingsOf(only, undefined);
  return parts.map((part) => ({
    key: part.document.id,
    part,
    block: part.blocks[0],
    kind: 'part',
    text: part.document.title,
    number: '',
    inferred: false,
    // The title of a part is its own line already.
    children: headingsOf(part, printedTitle(part.blocks)),
  }));
}

/** Each heading below the last one of a higher rank before it, whatever ranks the source leaves out. */
function headingsOf(part: DocumentContent, leftOut: Block | undefined): readonly OutlineNode[] {
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const block of part.blocks) {
    if (block === leftOut || (block.kind !== 'heading' && block.kind !== 'title')) continue;
    const node: Growing = {
      key: block.id,
      part,
      block,
      kind: block.kind,
      text: block.text,
      number: block.number ?? '',
      inferred: block.kind === 'heading' && block.levelBasis === 'inferred',
      children: [],
      rank: block.kind === 'title' ? 0 : (block.level ?? 1),
    };
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= node.rank) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

/** Every key that has something below it. */
export function branchesOf(nodes: readonly OutlineNode[]): readonly OutlineNode['key'][] {
  return nodes.flatMap(({ key, children }) => (children.length === 0 ? [] : [key, ...branchesOf(children)]));
}

/**
 * The lines whose number and words hold `query` in either script, with those above them; null when nothing is
 * looked for.
 */
export function filterOutline(nodes: readonly OutlineNode[], query: string): readonly OutlineNode[] | null {
  const term = fold(query);
  if (term === '') return null;
  const narrowed = (list: readonly OutlineNode[]): readonly OutlineNode[] =>
    list.flatMap((node) => {
      const children = narrowed(node.children);
      return children.length > 0 || fold(node.number + node.text).includes(term)
        ? [{ ...node, children }]
        : [];
    });
  return narrowed(nodes);
}

/** The keys of the lines above and at the place being read, the outermost first; empty before the first heading. */
export function pathTo(
  nodes: readonly OutlineNode[],
  part: DocumentContent,
  current: BlockId | null,
): readonly OutlineNode['key'][] {
  const order = new Map(part.blocks.map(({ id }, at) => [id, at]));
  const here = current === null ? undefined : order.get(current);
  const within = (list: readonly OutlineNode[]): readonly OutlineNode['key'][] => {
    const last = list.findLast(
      (node) => node.part === part && (node.kind === 'part' || isReached(node.block, order, here)),
    );
    return last === undefined ? [] : [last.key, ...within(last.children)];
  };
  return within(nodes);
}

function isReached(
  block: Block | undefined,
  order: ReadonlyMap<BlockId, number>,
  here: number | undefined,
): boolean {
  const at = block === undefined ? undefined : order.get(block.id);
  return at !== undefined && here !== undefined && at <= here;
}
