import {
  type Args,
  type BlockId,
  type CallName,
  type DocumentId,
  defaultSettings,
  type ExportedHit,
  type FactId,
} from '../../../../preload/contract/index.ts';
import { annotation, bookmark, folder, position, shelf } from '../../../support/user-records.ts';

const hit: ExportedHit = {
  documentId: '002' as DocumentId,
  blockId: '002-b0001' as BlockId,
  cell: { start: 0, end: 4 },
  places: 1,
};
const searched = { query: '养老', exact: false, annotationIds: [], totalBlocks: 1 };

/** Arguments that keep the contract, one set or more for each call of the table. */
export const goodArguments: { readonly [Name in CallName]: readonly Args<Name>[] } = {
  'app.bootstrap': [{}],
  'app.about': [{}],
  'library.readDocument': [{ documentId: position().documentId }],
  'library.readDetails': [{ documentId: position().documentId }],
  'library.readOriginal': [{ documentId: position().documentId, blockId: '002-b0001' as BlockId }],
  'library.readFacts': [{}],
  'library.readBodies': [{}],
  'editions.read': [{ editionHash: 'a'.repeat(64) }],
  'annotations.list': [{}],
  'annotations.apply': [
    { put: [annotation()], remove: [annotation().id] },
    { put: [], remove: [] },
    { put: [annotation({ note: '注\u2028'.repeat(30_000), tags: [], style: 'underline' })], remove: [] },
  ],
  'bookmarks.list': [{}],
  'bookmarks.apply': [{ put: [bookmark()], remove: [bookmark().id] }],
  'folders.apply': [{ put: [folder()], remove: [folder().id] }],
  'shelves.apply': [{ put: [shelf()], remove: [shelf().id] }],
  'positions.save': [position(), position({ progress: 0 }), position({ progress: 1 })],
  'settings.save': [
    {},
    { theme: 'dark', language: 'en', typography: { ...defaultSettings.typography, fontSize: 20 } },
    {
      markMeanings: { yellow: '期限' },
      route: { view: 'reader', documentId: position().documentId, beside: { kind: 'original' } },
    },
    { scriptViews: { '002': 'original' }, route: { view: 'search', query: '养老金' } },
  ],
  'userData.startAfresh': [{}],
  'export.markdown': [
    { documentId: null },
    { documentId: position().documentId },
    { annotationIds: [annotation().id, annotation().id] },
  ],
  'print.document': [
    {
      documentId: position().documentId,
      scriptView: 'converted',
      to: 'pdf',
      highlights: true,
      notes: 'margin',
    },
  ],
  'print.job': [{ jobId: '6f1c7a9e-3f0b-4b1e-9b8e-0a5a52f1c111' }],
  'print.ready': [{ jobId: '6f1c7a9e-3f0b-4b1e-9b8e-0a5a52f1c111', problem: null }],
  'export.facts': [
    { factIds: ['002-f0001' as FactId], format: 'csv' },
    { factIds: Array<FactId>(20_000).fill('002-f0001' as FactId), format: 'ics' },
  ],
  'export.search': [
    { ...searched, format: 'csv', hits: [] },
    { ...searched, format: 'md', hits: Array<ExportedHit>(20_000).fill(hit) },
  ],
};

/** Values no call takes. */
const neverArguments: readonly unknown[] = [
  undefined,
  null,
  0,
  '',
  'x',
  true,
  [],
  [{}],
  () => {},
  Symbol('s'),
];

/** Values that no field of the table takes, except those named for it. */
const wrongValues: readonly unknown[] = [
  undefined,
  {},
  [0],
  Number.NaN,
  -1.5,
  '',
  'x'.repeat(200_000),
  new Date(0),
];

/**
 * Bad arguments made of good ones: something else altogether, a field that is not in the table, each
 * field taken away or of another type (a call whose fields may be absent keeps to the others).
 */
export function badArguments(name: CallName): readonly unknown[] {
  const [good = {}] = goodArguments[name];
  const fields = Object.keys(good);
  const optional = name === 'settings.save';
  return [
    ...neverArguments,
    ...goodArguments[name].map((sample) => ({ ...sample, 秘密: '用户的话' })),
    ...goodArguments[name].map((sample) => ({ ...sample, constructor: 1 })),
    ...(optional ? [] : fields.map((field) => ({ ...good, [field]: undefined }))),
    ...fields.flatMap((field) => wrongValues.map((value) => ({ ...good, [field]: value }))),
    ...(specific[name] ?? []),
  ];
}

const change = { put: [annotation()], remove: [] };
const specific: { readonly [Name in CallName]?: readonly unknown[] } = {
  'annotations.apply': [
    { ...change, put: [{ ...annotation(), id: '1' }] },
    { ...change, put: [{ ...annotation(), style: 'sparkling' }] },
    { ...change, put: [{ ...annotation(), note: 'x'.repeat(100_001) }] },
    { ...change, put: [{ ...annotation(), tags: Array(51).fill('标') }] },
    { ...change, put: [{ ...annotation(), tags: [''] }] },
    { ...change, put: [{ ...annotation(), createdAt: '2026-11-22' }] },
    { ...change, put: [{ ...annotation(), anchor: { ...annotation().anchor, exact: '' } }] },
    { ...change, put: [{ ...annotation(), anchor: { ...annotation().anchor, path: '/etc/passwd' } }] },
    { put: [], remove: Array(5001).fill(annotation().id) },
  ],
  'export.markdown': [
    { annotationIds: [] },
    { annotationIds: ['1'] },
    { documentId: null, annotationIds: [annotation().id] },
  ],
  'export.facts': [
    { factIds: [], format: 'csv' },
    { factIds: [''], format: 'csv' },
    { factIds: Array(20_001).fill('002-f0001'), format: 'csv' },
    { factIds: ['002-f0001'], format: 'xlsx' },
  ],
  'export.search': [
    { ...searched, format: 'pdf', hits: [hit] },
    { ...searched, format: 'csv', hits: [{ ...hit, documentId: '' }] },
    { ...searched, format: 'csv', hits: [{ ...hit, text: '=1' }] },
    { ...searched, format: 'csv', hits: Array(20_001).fill(hit) },
  ],
  'positions.save': [
    { ...position(), progress: 1.01 },
    { ...position(), place: { blockId: 'b', offset: -1 } },
  ],
  'settings.save': [
    { theme: 'blue' },
    { typography: { ...defaultSettings.typography, fontSize: 1000 } },
    { markMeanings: { red: '期限' } },
    { leftPanel: 'yes' },
    { route: { view: 'reader' } },
    { route: { view: 'library', documentId: '002' } },
    { scriptViews: { 用户的话: 'x' } },
  ],
};
