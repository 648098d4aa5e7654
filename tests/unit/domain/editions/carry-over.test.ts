import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  Annotation,
  AnnotationId,
  Block,
  BlockId,
  DocumentContent,
  DocumentId,
  Edition,
} from '../../../../preload/contract/index.ts';
import { createAnchor, resolveAnchor } from '../../../../renderer/domain/anchors/index.ts';
import {
  carryAnnotation,
  carryBookmark,
  isBehind,
  passageTo,
} from '../../../../renderer/domain/editions/index.ts';
import { annotation, bookmark } from '../../../support/user-records.ts';

const [oldHash, newHash] = ['1'.repeat(64), '2'.repeat(64)];

/** A document of paragraphs; ids count its blocks, so that every insertion shifts them. */
function documentOf(texts: readonly string[], editionHash: string): DocumentContent {
  const document = { id: '002' as DocumentId, editionHash } as DocumentContent['document'];
  const blocks = texts.map(
    (text, index): Block => ({
      id: `002-b${index + 1}` as BlockId,
      documentId: document.id,
      ord: index + 1,
      kind: 'paragraph',
      level: null,
      levelBasis: null,
      number: null,
      text,
      closing: '',
      parentId: null,
      runInOf: null,
    }),
  );
  return { document, blocks, cells: [] };
}

const editionOf = ({ document: { editionHash }, blocks }: DocumentContent): Edition => ({
  editionHash,
  blocks: blocks.map(({ id, text }) => ({ id, text })),
});

function noteOn(content: DocumentContent, block: number, start: number, end: number): Annotation | null {
  const blockId = content.blocks[block]?.id;
  const anchor =
    blockId === undefined
      ? null
      : createAnchor(content, { blockId, offset: start }, { blockId, offset: end });
  return anchor && annotation({ id: crypto.randomUUID() as AnnotationId, anchor });
}

const paragraphs = [
  '加快建设国际金融中心，完善金融市场体系，扩大金融对外开放。',
  '推进产业结构升级，支持企业技术改造，培育战略性新兴产业。',
  '完善社区养老服务，新增养老床位五千张，提高护理人员待遇。',
  '加强组织领导。各部门要各司其职，密切配合，形成合力。',
  '加强督促检查。每季度通报进展情况，年底进行考核评估。',
];
const former = documentOf(paragraphs, oldHash);

const edit = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(6),
    text: fc.constantFrom('新增一段说明文字。', '附则'),
  }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(6) }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(6), with: fc.nat(6) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(6), from: fc.nat(25), length: fc.nat(12) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(6) }),
  fc.record({ kind: fc.constant('empty' as const), at: fc.nat(6) }),
);

type Step = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(texts: readonly string[], steps: readonly Step[]): readonly string[] {
  return steps.reduce(take, texts);
}

function take(now: readonly string[], step: Step): readonly string[] {
  const at = step.at % Math.max(1, now.length);
  const text = now[at] ?? '';
  switch (step.kind) {
    case 'insert':
      return now.toSpliced(at, 0, step.text);
    case 'remove':
      return now.toSpliced(at, 1);
    case 'swap': {
      const other = step.with % Math.max(1, now.length);
      return now.toSpliced(at, 1, now[other] ?? '').toSpliced(other, 1, text);
    }
    case 'cut':
      return now.toSpliced(at, 1, text.slice(0, step.from) + text.slice(step.from + step.length));
    case 'repeat':
      return now.toSpliced(at, 0, text);
    case 'empty':
      return now.toSpliced(at, 1, '');
  }
}

describe('after any edits', () => {
  test('no note is lost, each stands on its words or keeps what it had, and a second time changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), fc.nat(20), fc.integer({ min: 1, max: 12 })), { maxLength: 12 }),
        fc.array(edit, { maxLength: 6 }),
        fc.boolean(),
        (spots, edits, keptOld) => {
          const notes = spots.flatMap(
            ([block, start, length]) => noteOn(former, block, start, start + length) ?? [],
          );
          const content = documentOf(edited(paragraphs, edits), newHash);
          const passage = passageTo(content, keptOld ? editionOf(former) : null);
          const carried = notes.map((note) => carryAnnotation(passage, note));
          expect(carried.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
          carried.forEach((note, index) => {
            const before = notes[index];
            const { anchor: _, carried: state, ...rest } = note;
            const { anchor, carried: __, ...same } = before ?? note;
            expect(rest).toEqual(same);
            if (state?.state === 'orphan') expect(note.anchor).toEqual(anchor);
            else expect(resolveAnchor(content, note.anchor)).toBe('exact');
            if (state === null) expect(note.anchor.exact).toBe(anchor.exact);
            else expect(state.from).toEqual(anchor);
            expect(isBehind(note, newHash)).toBe(false);
            // And back again.
            const back = carryAnnotation(passageTo(former, editionOf(content)), note);
            if (state !== null) expect(back).toEqual(before);
          });
        },
      ),
    );
  });
});

describe('bookmarks', () => {
  const mark = bookmark({ editionHash: oldHash, blockId: '002-b3' as BlockId, label: paragraphs[2] ?? '' });

  test('go with their paragraph, with or without the former text', () => {
    const content = documentOf(['序言', ...paragraphs], newHash);
    for (const edition of [editionOf(former), null]) {
      const carried = carryBookmark(passageTo(content, edition), mark);
      expect(carried).toEqual({ ...mark, blockId: '002-b4', editionHash: newHash });
    }
  });

  test('stay as they are when the paragraph is gone or stands there twice', () => {
    const [a = '', b = '', c = '', d = '', e = ''] = paragraphs;
    for (const edition of [editionOf(former), null]) {
      expect(carryBookmark(passageTo(documentOf([a, b, d, e], newHash), edition), mark)).toBe(mark);
    }
    expect(carryBookmark(passageTo(documentOf([a, c, b, c, d, e], newHash), null), mark)).toBe(mark);
  });
});

describe('a note on a paragraph', () => {
  test('that was parted in two takes both and says that it changed only where words came in', () => {
    const block = 3;
    const text = paragraphs[block] ?? '';
    const note = noteOn(former, block, 0, text.length);
    if (note === null) throw new Error('no note');
    const [first = '', second = ''] = text.split(/(?<=领导。)/u);
    const parted = documentOf(paragraphs.toSpliced(block, 1, first, second), newHash);
    const both = carryAnnotation(passageTo(parted, editionOf(former)), { ...note, scope: 'paragraph' });
    expect(both.anchor.exact).toBe(`${first}\n${second}`);
    const longer = documentOf(paragraphs.toSpliced(block, 1, `${text}有关情况及时报告。`), newHash);
    const grown = carryAnnotation(passageTo(longer, editionOf(former)), { ...note, scope: 'paragraph' });
    expect(grown.anchor.exact).toBe(`${text}有关情况及时报告。`);
    expect(grown.carried?.state).toBe('changed');
    expect(carryAnnotation(passageTo(longer, editionOf(former)), note).carried).toBeNull();
  });
});
