import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnnotationSet } from '../../../../../main/export/annotation-set/read.ts';
import { notesAsJsonLd } from '../../../../../main/export/annotation-set/write.ts';
import { choiceOf, setOf } from '../../../../support/export-sets.ts';
import { annotation } from '../../../../support/user-records.ts';

const bytes = (data: unknown): Uint8Array =>
  new TextEncoder().encode(typeof data === 'string' ? data : JSON.stringify(data));

const readium = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:1',
  type: 'AnnotationSet',
  items: [
    {
      id: 'urn:uuid:2',
      type: 'Annotation',
      created: '2023-10-14T15:13:28+08:00',
      creator: { id: 'urn:uuid:3', type: 'Person', name: '李' },
      body: { type: 'TextualBody', value: '要点', color: 'yellow', highlight: 'underline', tag: '学习' },
      target: {
        source: 'OEBPS/text/chapter1.html',
        meta: { headings: [{ level: 1, txt: '第一章' }], page: 'XI' },
        selector: [
          { type: 'CssSelector', value: '#a', refinedBy: { type: 'TextPositionSelector', start: 4, end: 8 } },
          { type: 'TextQuoteSelector', prefix: '前', exact: '稳步提高', suffix: '后' },
        ],
      },
    },
    { type: 'Annotation', motivation: 'bookmarking', target: { source: 'a.html', selector: [] } },
  ],
};

describe('annotations from elsewhere', () => {
  test('of the Readium profile', () => {
    expect(readAnnotationSet(bytes(readium))).toMatchObject({
      entries: [
        {
          index: 0,
          note: {
            kind: 'foreign',
            source: 'OEBPS/text/chapter1.html',
            quote: { exact: '稳步提高', prefix: '前', suffix: '后' },
            position: null,
            text: '要点',
            tags: ['学习'],
            colour: 'yellow',
            underlined: true,
            author: '李',
            created: '2023-10-14T07:13:28.000Z',
            modified: null,
            headings: ['第一章'],
          },
        },
        { index: 1, problem: 'bookmark' },
      ],
    });
  });

  test('in every form that the W3C model allows a set and its parts', () => {
    const one = {
      type: 'Annotation',
      bodyValue: '一句',
      target: { source: 'http://example.org/', selector: { type: 'TextQuoteSelector', exact: '词' } },
    };
    const forms = [
      one,
      [one],
      { '@graph': [one] },
      { type: 'AnnotationPage', items: [one] },
      { type: 'AnnotationCollection', first: { type: 'AnnotationPage', items: [one] } },
    ];
    for (const form of forms) {
      expect(readAnnotationSet(bytes(form))).toMatchObject({
        entries: [{ note: { text: '一句', quote: { exact: '词', prefix: '', suffix: '' } } }],
      });
    }
    const several = {
      target: [{ source: 'a', selector: [{ type: 'TextPositionSelector', start: 1, end: 3 }] }, 'b'],
      body: [
        'x',
        { value: '<b>y</b>', format: 'text/html' },
        { value: '标签', purpose: 'tagging' },
        { value: '标签', purpose: 'tagging' },
      ],
      creator: ['王'],
    };
    expect(readAnnotationSet(bytes([several]))).toMatchObject({
      entries: [
        { note: { source: 'a', position: { start: 1, end: 3 }, quote: null, tags: ['标签'], author: '王' } },
      ],
    });
  });
});

describe('one bad note never rejects a file', () => {
  test('each is listed with its reason', () => {
    const good = annotation({});
    const page = JSON.parse(
      [...notesAsJsonLd(setOf({ annotations: [good], contents: [] }), choiceOf())].join(''),
    );
    const [item] = page.items;
    const broken = (changes: object, target: object = {}): unknown => ({
      ...item,
      ...changes,
      target: { ...item.target, ...target },
    });
    const items = [
      item,
      null,
      '字',
      {},
      broken({ id: 'urn:uuid:../../x' }),
      broken({ 'ceyue:style': 'red' }),
      broken({}, { 'ceyue:start': { blockId: 'b', offset: -1 } }),
      broken({}, { 'ceyue:editionHash': '../../x' }),
      broken({ body: [{ value: '长'.repeat(100_001), purpose: 'commenting' }] }),
      broken({ created: '昨天' }),
      { target: { source: 'a', selector: { type: 'TextQuoteSelector', exact: '' } } },
      item,
    ];
    const read = readAnnotationSet(bytes({ ...page, items }));
    if (read.outcome !== 'read') throw new Error(read.reason);
    expect(read.entries.map((entry) => ('problem' in entry ? [entry.problem, entry.detail] : 'ok'))).toEqual([
      'ok',
      ['not-an-annotation', ''],
      ['not-an-annotation', ''],
      ['no-target', ''],
      ['bad-value', 'id'],
      ['bad-value', 'style'],
      ['bad-value', 'anchor.start.offset'],
      ['bad-value', 'anchor.editionHash'],
      ['too-long', 'body'],
      ['bad-value', 'createdAt'],
      ['no-quote', ''],
      'ok',
    ]);
  });

  test('any JSON at all gives entries or a reason, never an error', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        readAnnotationSet(bytes(a as never));
        readAnnotationSet(
          bytes({ items: [a, { target: a, body: b, creator: a }, { target: { selector: b } }] }),
        );
        readAnnotationSet(bytes([{ target: { 'ceyue:editionHash': a, selector: b }, body: a }]));
      }),
    );
    const deep = `${'['.repeat(2000)}${']'.repeat(2000)}`;
    expect(readAnnotationSet(bytes(`{"items":[{"target":{"selector":${deep}}}]}`))).toMatchObject({
      outcome: 'read',
    });
  });
});

test('a file that is no set says why', () => {
  const reason = (data: Uint8Array): unknown => readAnnotationSet(data);
  expect(reason(bytes('这不是 JSON'))).toEqual({ outcome: 'unreadable', reason: 'not-json' });
  expect(reason(new Uint8Array([0xff, 0xfe, 0x00]))).toEqual({ outcome: 'unreadable', reason: 'not-text' });
  expect(reason(bytes({ a: 1 }))).toEqual({ outcome: 'unreadable', reason: 'no-notes' });
  expect(reason(bytes('3'))).toEqual({ outcome: 'unreadable', reason: 'no-notes' });
  expect(reason(new Uint8Array(150_000_001))).toEqual({ outcome: 'unreadable', reason: 'too-large' });
  expect(reason(bytes('\uFEFF[]'))).toEqual({ outcome: 'read', entries: [] });
});
