import type { ExportSet } from '../../main/export/export-set.ts';
import type { Annotation, BlockId, DocumentContent, DocumentId } from '../../preload/contract/index.ts';
import { createAnchor } from '../../renderer/domain/anchors/index.ts';
import { setOf } from './export-sets.ts';
import { hostileTexts } from './hostile-texts.ts';
import { annotation } from './user-records.ts';

const documentId = '002' as DocumentId;
const blockId = (number: number): BlockId => `002-b000${number}` as BlockId;
const bare = { documentId, level: null, levelBasis: null, number: null, closing: '', runInOf: null };

/** A notice with a heading, two paragraphs (an astral character in the first) and two rows of a table. */
export const notice: DocumentContent = {
  document: {
    id: documentId,
    parentId: null,
    ord: 1,
    editionHash: 'a'.repeat(64),
    title: '关于提高养老金的通知',
    titleBasis: 'stated',
    documentNumber: '沪府发〔2012〕7号',
    issuer: '上海市人民政府',
    kind: null,
    level: null,
    issuedOn: '2012-02-01',
    effectiveOn: null,
    expiresOn: null,
    addressees: null,
    script: 'hans',
    completeness: 'complete',
    inferredFields: [],
    characterCount: 30,
  },
  blocks: [
    { ...bare, id: blockId(1), ord: 1, kind: 'title', text: '关于提高养老金的通知', parentId: null },
    {
      ...bare,
      id: blockId(2),
      ord: 2,
      kind: 'heading',
      level: 1,
      levelBasis: 'stated',
      number: '一、',
      closing: '。',
      text: '主要目标',
      parentId: null,
    },
    {
      ...bare,
      id: blockId(3),
      ord: 3,
      kind: 'paragraph',
      text: '稳步提高养老金水平，由𠮷林等地先行。',
      parentId: blockId(2),
    },
    { ...bare, id: blockId(4), ord: 4, kind: 'paragraph', text: '完善医疗保险。', parentId: blockId(2) },
    { ...bare, id: blockId(5), ord: 5, kind: 'table', text: '1稳步提高市人社局', parentId: blockId(2) },
    { ...bare, id: blockId(6), ord: 6, kind: 'table', text: '2完善医保市医保局', parentId: blockId(2) },
  ],
  cells: [5, 6].flatMap((row) => [
    { blockId: blockId(row), ord: 0, column: 'seq' as const, start: 0, end: 1 },
    { blockId: blockId(row), ord: 1, column: 'measure' as const, start: 1, end: 5 },
    { blockId: blockId(row), ord: 2, column: 'bodies' as const, start: 5, end: 9 },
  ]),
};

/** A note on the notice from a place to a place, `[block, offset]`. */
export function noteOn(
  [fromBlock, from]: readonly [number, number],
  [toBlock, to]: readonly [number, number],
  rest: Partial<Omit<Annotation, 'anchor'>> = {},
): Annotation {
  const anchor = createAnchor(
    notice,
    { blockId: blockId(fromBlock), offset: from },
    { blockId: blockId(toBlock), offset: to },
  );
  if (anchor === null) throw new Error('no text there');
  return annotation({ ...rest, anchor });
}

/** A note for each hostile text, which is its note, its tag and (on a document of its own) its quote and heading. */
export function hostileSet(): ExportSet {
  const annotations = hostileTexts.flatMap((text) => [
    noteOn([3, 0], [3, 4], { note: text, tags: [text.slice(0, 60)] }),
    annotation({
      note: text,
      tags: ['后'],
      anchor: { documentId: 'lost' as DocumentId, exact: text, headingPath: [text.slice(0, 200)] },
    }),
  ]);
  return setOf({ annotations, contents: [notice], author: '<王> & "小"' });
}
