import type { Block, BlockId, DocumentContent } from '../../../preload/contract/index.ts';

/** Lookups over one document, made once per content. `ordinals` is null where no ¶ is counted. */
export type DocumentIndex = {
  readonly blocks: readonly Block[];
  /** Position of a block in `blocks`, by id. */
  readonly positions: ReadonlyMap<BlockId, number>;
  /** 1-based ordinal of a body block among the body blocks under the same heading, by position. */
  readonly ordinals: readonly (number | null)[];
};

// Content is immutable data, so its identity is a sound key and the index dies with it.
const known = new WeakMap<DocumentContent, DocumentIndex>();

/** The index of a document; O(blocks) at the first call for a content, O(1) after. */
export const documentIndex = (content: DocumentContent): DocumentIndex => {
  const existing = known.get(content);
  if (existing !== undefined) return existing;
  const made = makeIndex(content.blocks);
  known.set(content, made);
  return made;
};

const makeIndex = (blocks: readonly Block[]): DocumentIndex => {
  const counts = new Map<BlockId | null, number>();
  const ordinals = blocks.map((block) => {
    if (!isBody(block)) return null;
    const ordinal = (counts.get(block.parentId) ?? 0) + 1;
    counts.set(block.parentId, ordinal);
    return ordinal;
  });
  return { blocks, positions: new Map(blocks.map((block, position) => [block.id, position])), ordinals };
};

/** The kinds a reader would count as paragraphs; the parts of a document's head and foot are not. */
const isBody = (block: Block): boolean =>
  block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'table' || block.kind === 'note';

/** The block of an id, or undefined when the document has none. */
export const blockAt = (index: DocumentIndex, blockId: BlockId): Block | undefined => {
  const position = index.positions.get(blockId);
  return position === undefined ? undefined : index.blocks[position];
};

/** The headings a block stands under, outermost first, the block itself not included. */
export const headingsAbove = (index: DocumentIndex, blockId: BlockId): readonly Block[] => {
  const headings: Block[] = [];
  // A damaged library may hold a ring of parents; each block is visited once.
  const visited = new Set<BlockId>([blockId]);
  let parentId = blockAt(index, blockId)?.parentId ?? null;
  while (parentId !== null && !visited.has(parentId)) {
    visited.add(parentId);
    const parent = blockAt(index, parentId);
    if (parent?.kind === 'heading') headings.unshift(parent);
    parentId = parent?.parentId ?? null;
  }
  return headings;
};
