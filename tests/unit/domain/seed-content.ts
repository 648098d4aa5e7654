import type {
  Block,
  BlockId,
  BlockKind,
  DocumentContent,
  DocumentId,
} from '../../../preload/contract/index.ts';

/** What a test says of a block; the rest is filled in. `under` is the id of its heading. */
export type BlockSketch = {
  readonly id: string;
  readonly kind?: BlockKind;
  readonly text: string;
  readonly number?: string;
  readonly under?: string;
};

/** A document content made of blocks, as the library would hand it out. */
export const contentOf = (
  sketches: readonly BlockSketch[],
  editionHash = 'a'.repeat(64),
): DocumentContent => {
  const documentId = 'test' as DocumentId;
  const blocks = sketches.map((sketch, ord): Block => {
    const { id, text, kind = 'paragraph', number = null, under } = sketch;
    return {
      id: id as BlockId,
      documentId,
      ord,
      kind,
      level: kind === 'heading' ? 1 : null,
      levelBasis: kind === 'heading' ? 'stated' : null,
      number,
      text,
      closing: '',
      parentId: under === undefined ? null : (under as BlockId),
      runInOf: null,
    };
  });
  return {
    document: {
      id: documentId,
      parentId: null,
      ord: 0,
      editionHash,
      title: '试验文件',
      titleBasis: 'stated',
      documentNumber: null,
      issuer: null,
      kind: null,
      level: null,
      issuedOn: null,
      effectiveOn: null,
      expiresOn: null,
      addressees: null,
      script: 'hans',
      completeness: 'complete',
      inferredFields: [],
      characterCount: blocks.reduce((sum, block) => sum + block.text.length, 0),
    },
    blocks,
    cells: [],
  };
};

export const place = (
  blockId: string,
  offset: number,
): { readonly blockId: BlockId; readonly offset: number } => ({
  blockId: blockId as BlockId,
  offset,
});
