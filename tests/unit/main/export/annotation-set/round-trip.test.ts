import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnnotationSet } from '../../../../../main/export/annotation-set/read.ts';
import { notesAsJsonLd } from '../../../../../main/export/annotation-set/write.ts';
import { type Annotation, annotationSchema } from '../../../../../preload/contract/index.ts';
import {
  actionStatuses,
  annotationScopes,
  carriedStates,
  markStyles,
} from '../../../../../preload/contract/vocabulary.ts';
import { choiceOf, setOf } from '../../../../support/export-sets.ts';
import { hostileTexts } from '../../../../support/hostile-texts.ts';
import { annotation } from '../../../../support/user-records.ts';

const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    // Any code unit, halves of pairs too.
    fc.array(fc.nat(0xffff), { maxLength }).map((units) => String.fromCharCode(...units)),
    fc.constantFrom(...hostileTexts).map((text) => text.slice(0, maxLength)),
  );
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const hash = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const idText = anyText(20).filter((text) => text !== '');
const place = fc.record({ blockId: idText, offset: fc.nat(100_000) });
const anyAnchor = fc.record({
  documentId: idText,
  editionHash: hash,
  start: place,
  end: place,
  exact: anyText(10_000),
  prefix: anyText(64),
  suffix: anyText(64),
  headingPath: fc.array(anyText(60), { maxLength: 5 }),
});
const anyAnnotation: fc.Arbitrary<Annotation> = fc
  .record({
    id: fc.uuid(),
    scope: fc.constantFrom(...annotationScopes),
    anchor: anyAnchor,
    style: fc.constantFrom(...markStyles),
    note: anyText(10_000),
    tags: fc.array(
      anyText(60).filter((tag) => tag !== ''),
      { maxLength: 6 },
    ),
    due: fc.option(moment.map((at) => at.slice(0, 10))),
    status: fc.option(fc.constantFrom(...actionStatuses)),
    createdAt: moment,
    modifiedAt: moment,
    trashedAt: fc.option(moment),
    carried: fc.option(
      fc.record({
        state: fc.constantFrom(...carriedStates),
        from: anyAnchor,
        to: hash,
        score: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
      }),
    ),
  })
  .map((record) => {
    const exact = record.scope === 'document' ? '' : record.anchor.exact || '引文';
    return annotationSchema.parse({ ...record, anchor: { ...record.anchor, exact } });
  });

function written(annotations: readonly Annotation[], author = ''): Uint8Array {
  const set = setOf({ annotations, contents: [], author });
  return new TextEncoder().encode([...notesAsJsonLd(set, choiceOf())].join(''));
}

function readBack(bytes: Uint8Array): ReadonlyMap<string, Annotation> {
  const read = readAnnotationSet(bytes);
  if (read.outcome !== 'read') throw new Error(read.reason);
  return new Map(
    read.entries.map((entry) => {
      if (!('note' in entry)) throw new Error(`${entry.problem} ${entry.detail}`);
      if (entry.note.kind !== 'own') throw new Error('not read as our own');
      return [entry.note.annotation.id, entry.note.annotation];
    }),
  );
}

describe('what is written as JSON-LD is read back as it was', () => {
  test('any set of notes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, maxLength: 6 }),
        (annotations) => {
          const back = readBack(written(annotations));
          expect(back.size).toBe(annotations.length);
          for (const record of annotations) expect(back.get(record.id)).toEqual(record);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(hostileTexts.map((text) => [text.slice(0, 40), text] as const))('%j everywhere', (_, text) => {
    const record = annotation({
      note: text,
      tags: [text.slice(0, 60)],
      anchor: { exact: text, prefix: text.slice(0, 64), suffix: text.slice(-64), headingPath: [text] },
    });
    expect(readBack(written([record])).get(record.id)).toEqual(record);
  });

  test('with who wrote it and what it stands in', () => {
    const record = annotation({});
    const read = readAnnotationSet(written([record], '王小明'));
    expect(read).toMatchObject({ entries: [{ note: { author: '王小明', document: null } }] });
  });
});

test('what is written is a page of W3C annotations with quote and place in code points', () => {
  const text = '前𠮷稳步提高养老金';
  const record = annotation({
    note: '要点',
    due: '2027-01-01',
    anchor: { start: { blockId: '002-b0001', offset: 3 }, end: { blockId: '002-b0001', offset: 7 } } as never,
  });
  const content = {
    document: { id: '002', editionHash: 'a'.repeat(64), title: '通知', script: 'hans' },
    blocks: [
      { id: '002-b0000', kind: 'title', text: '通𠮷知', parentId: null },
      { id: '002-b0001', kind: 'paragraph', text, parentId: null },
    ],
    cells: [],
  } as never;
  const set = setOf({ annotations: [record], contents: [content] });
  const page = JSON.parse([...notesAsJsonLd(set, choiceOf())].join(''));
  expect(page).toMatchObject({
    '@context': ['http://www.w3.org/ns/anno.jsonld', { ceyue: 'urn:ceyue:annotation:1#' }],
    type: 'AnnotationPage',
    generator: { type: 'Software', 'schema:softwareVersion': '0.1.0' },
    items: [
      {
        id: `urn:uuid:${record.id}`,
        type: 'Annotation',
        motivation: 'commenting',
        body: [
          { type: 'TextualBody', value: '要点', format: 'text/markdown', purpose: 'commenting' },
          { value: '民生', purpose: 'tagging' },
          { value: '上海', purpose: 'tagging' },
        ],
        target: {
          selector: [
            { type: 'TextQuoteSelector', exact: '稳步提高', prefix: '', suffix: '养老金' },
            { type: 'TextPositionSelector', start: 6, end: 10 },
          ],
          'ceyue:editionHash': 'a'.repeat(64),
          'ceyue:start': { blockId: '002-b0001', offset: 3 },
          'ceyue:paragraph': '¶1',
        },
        'ceyue:due': '2027-01-01',
      },
    ],
  });
});
