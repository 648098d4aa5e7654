import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation, DocumentId, NoteFilter } from '../../../preload/contract/index.ts';
import { markStyles, maximumTags, noteOrders, noteStatuses } from '../../../preload/contract/vocabulary.ts';
import {
  changedNote,
  everyNote,
  filterNotes,
  groupNotes,
  isOpenFilter,
  type NoteWorld,
  sameFilter,
  tagsOf,
  toggled,
} from '../../../renderer/domain/notes/index.ts';
import { annotation } from '../../support/user-records.ts';

const documents = ['001', '002', '003'] as [DocumentId, DocumentId, DocumentId];
const world: NoteWorld = {
  today: '2026-11-22',
  titles: new Map([
    [documents[0], '上海市服務貿易方案'],
    [documents[1], '政府工作报告'],
  ]),
};
const filtered = (notes: readonly Annotation[], patch: Partial<NoteFilter>) =>
  filterNotes(notes, { ...everyNote, ...patch }, world);
const noted = (notes: readonly Annotation[], patch: Partial<NoteFilter>) =>
  filtered(notes, patch).found.map(({ note }) => note);

describe('filtering notes', () => {
  const notes = [
    annotation({ note: 'a', tags: ['人力'], anchor: { exact: '養老金提高15%', documentId: documents[1] } }),
    annotation({ note: 'b 审批时限', tags: [], style: 'blue', status: 'open', due: '2026-11-21' }),
    annotation({
      note: 'c',
      tags: ['財務'],
      status: 'open',
      due: '2026-11-22',
      anchor: { headingPath: ['三、ＧＤＰ目標'] },
    }),
    annotation({ note: 'd', tags: ['人力', '财务'], status: 'done', anchor: { documentId: documents[0] } }),
  ];

  it('finds quote, note, tags, headings and the title of the document, in both scripts and widths', () => {
    expect(noted(notes, { text: '养老金' })).toEqual(['a']);
    expect(noted(notes, { text: '審批' })).toEqual(['b 审批时限']);
    expect(noted(notes, { text: 'gdp目标' })).toEqual(['c']);
    expect(noted(notes, { text: '财务' })).toEqual(['c', 'd']);
    expect(noted(notes, { text: '服务贸易' })).toEqual(['d']);
    expect(noted(notes, { text: '１５％' })).toEqual(['a']);
  });

  it('wants every word, wherever each stands', () => {
    expect(noted(notes, { text: '服务贸易 人力' })).toEqual(['d']);
    expect(noted(notes, { text: '服务贸易 没有' })).toEqual([]);
    expect(noted(notes, { text: ' 　 ' })).toHaveLength(4);
  });

  it('does not find what stands in two fields only when they are joined', () => {
    const joined = annotation({ note: '前半', tags: ['后半'], anchor: { exact: '开头' } });
    expect(noted([joined], { text: '前半后半' })).toEqual([]);
    expect(noted([joined], { text: '开头前半' })).toEqual([]);
  });

  it('tells an overdue action from one that is due today, and an open one from both', () => {
    expect(noted(notes, { statuses: ['open'] })).toEqual(['b 审批时限', 'c']);
    expect(noted(notes, { statuses: ['overdue'] })).toEqual(['b 审批时限']);
    expect(noted(notes, { statuses: ['done', 'none'] })).toEqual(['a', 'd']);
  });

  it('takes both ends of the days of the last change in', () => {
    const days = [20, 21, 22].map((day) =>
      annotation({ note: String(day), modifiedAt: new Date(2026, 10, day, 12).toISOString() }),
    );
    expect(noted(days, { from: '2026-11-21' })).toEqual(['21', '22']);
    expect(noted(days, { from: '2026-11-21', until: '2026-11-21' })).toEqual(['21']);
    expect(noted(days, { until: '2026-11-20' })).toEqual(['20']);
  });

  it('finds a changed note by its new words only', () => {
    const before = annotation({ note: '旧的话' });
    expect(noted([before], { text: '旧' })).toHaveLength(1);
    const after = { ...before, note: '新的话' };
    expect(noted([after], { text: '旧' })).toEqual([]);
    expect(noted([after], { text: '新' })).toEqual(['新的话']);
  });
});

const note = fc
  .record({
    style: fc.constantFrom(...markStyles),
    tags: fc.uniqueArray(fc.constantFrom('人力', '财务', '民生', '待办'), { maxLength: 3 }),
    documentId: fc.constantFrom(...documents),
    status: fc.constantFrom('open', 'done', null),
    due: fc.constantFrom('2026-11-01', '2026-11-22', '2026-12-01', null),
    day: fc.integer({ min: 1, max: 28 }),
    words: fc.constantFrom('养老金', '審批時限', '资金'),
  })
  .map(({ documentId, day, words, ...rest }) =>
    annotation({
      ...rest,
      note: words,
      modifiedAt: new Date(2026, 10, day, 12).toISOString(),
      anchor: { documentId },
    }),
  );
const day = fc.option(fc.integer({ min: 1, max: 28 }).map((at) => `2026-11-${String(at).padStart(2, '0')}`));
const anyFilter: fc.Arbitrary<NoteFilter> = fc.record({
  text: fc.constantFrom('', '养老', '审批', '报告'),
  styles: fc.subarray([...markStyles], { maxLength: 2 }),
  tags: fc.subarray(['人力', '财务', '没有'], { maxLength: 2 }),
  documentIds: fc.subarray(documents, { maxLength: 2 }),
  statuses: fc.subarray([...noteStatuses], { maxLength: 2 }),
  from: day,
  until: day,
  trash: fc.constant(false),
  order: fc.constantFrom(...noteOrders),
});

describe('counts', () => {
  it('of every facet equal what is listed after choosing it', () => {
    fc.assert(
      fc.property(fc.array(note, { maxLength: 40 }), anyFilter, (notes, filter) => {
        const { counts } = filterNotes(notes, filter, world);
        const listed = (patch: Partial<NoteFilter>) =>
          filterNotes(notes, { ...filter, ...patch }, world).found.length;
        for (const style of markStyles)
          expect(counts.styles.get(style) ?? 0).toBe(listed({ styles: [style] }));
        for (const status of noteStatuses)
          expect(counts.statuses.get(status) ?? 0).toBe(listed({ statuses: [status] }));
        for (const id of documents) expect(counts.documents.get(id) ?? 0).toBe(listed({ documentIds: [id] }));
        for (const tag of ['人力', '财务', '民生', '待办', '没有'])
          expect(counts.tags.get(tag) ?? 0).toBe(listed({ tags: [tag] }));
      }),
    );
  });

  it('agree between what is found and its groups, in every order', () => {
    fc.assert(
      fc.property(fc.array(note, { maxLength: 40 }), anyFilter, (notes, filter) => {
        const { found } = filterNotes(notes, filter, world);
        for (const order of noteOrders) {
          const grouped = groupNotes(found, order, documents.slice(0, 2)).flatMap((group) => group.notes);
          expect(new Set(grouped)).toEqual(new Set(found));
          expect(grouped).toHaveLength(found.length);
        }
      }),
    );
  });
});

describe('the order', () => {
  const notes = [
    annotation({ note: 'late', due: '2027-01-01', createdAt: '2026-11-03T00:00:00.000Z' }),
    annotation({ note: 'never', due: null, createdAt: '2026-11-02T00:00:00.000Z' }),
    annotation({ note: 'soon', due: '2026-12-01', createdAt: '2026-10-01T00:00:00.000Z' }),
  ];
  const inOrder = (order: NoteFilter['order']) =>
    groupNotes(notes, order, documents).map((group) => [group.month, group.notes.map((each) => each.note)]);

  it('of due dates begins with the first, what has none comes last', () => {
    expect(inOrder('due')).toEqual([
      ['2026-12', ['soon']],
      ['2027-01', ['late']],
      [null, ['never']],
    ]);
  });

  it('of making begins with the newest, by month', () => {
    expect(inOrder('created')).toEqual([
      ['2026-11', ['late', 'never']],
      ['2026-10', ['soon']],
    ]);
  });

  it('of places is that of the library, and keeps notes on documents that it no longer has', () => {
    const placed = ['009', '002', '001'].map((id) =>
      annotation({ anchor: { documentId: id as DocumentId } }),
    );
    expect(groupNotes(placed, 'place', documents).map(({ documentId }) => documentId)).toEqual([
      '001',
      '002',
      '009',
    ]);
  });
});

describe('a bulk change', () => {
  const now = '2026-11-23T00:00:00.000Z';

  it('adds and removes tags, keeping the others and their order', () => {
    const before = annotation({ tags: ['甲', '乙', '丙'] });
    const after = changedNote(before, { addTags: ['丁', '甲'], removeTags: ['乙'] }, now);
    expect(after.tags).toEqual(['甲', '丙', '丁']);
    expect(after.modifiedAt).toBe(now);
  });

  it('leaves a note that it would not change the very same', () => {
    const before = annotation({ tags: ['甲'], style: 'blue', status: 'open' });
    expect(changedNote(before, { addTags: ['甲'], removeTags: ['无'] }, now)).toBe(before);
    expect(changedNote(before, { style: 'blue', status: 'open' }, now)).toBe(before);
    expect(changedNote(before, {}, now)).toBe(before);
  });

  it('takes a status and a due date away, and touches nothing that it was not told to', () => {
    const before = annotation({ status: 'open', due: '2026-12-01' });
    expect(changedNote(before, { status: null }, now)).toMatchObject({ status: null, due: '2026-12-01' });
    expect(changedNote(before, { due: null }, now)).toMatchObject({ status: 'open', due: null });
  });

  it('gives a note no more tags than it can hold', () => {
    const before = annotation({ tags: Array.from({ length: maximumTags }, (_, index) => `t${index}`) });
    expect(changedNote(before, { addTags: ['多'] }, now)).toBe(before);
  });

  it('offers the tags of the notes, the most used first', () => {
    const notes = [annotation({ tags: ['甲', '乙'] }), annotation({ tags: ['乙'] })];
    expect(tagsOf(notes)).toEqual([
      ['乙', 2],
      ['甲', 1],
    ]);
  });
});

describe('filters', () => {
  it('are the same in whatever order their choices were made', () => {
    const one = { ...everyNote, tags: ['甲', '乙'] };
    expect(sameFilter(one, { ...everyNote, tags: ['乙', '甲'] })).toBe(true);
    expect(sameFilter(one, { ...everyNote, tags: ['甲'] })).toBe(false);
    expect(sameFilter(everyNote, { ...everyNote, trash: true })).toBe(false);
  });

  it('are open when they refuse nothing', () => {
    expect(isOpenFilter({ ...everyNote, text: '  ', order: 'due', trash: true })).toBe(true);
    expect(isOpenFilter({ ...everyNote, statuses: ['none'] })).toBe(false);
  });

  it('take a choice in and out again', () => {
    expect(toggled(['pink'], 'yellow')).toEqual(['yellow', 'pink']);
    expect(toggled(['yellow', 'pink'], 'yellow')).toEqual(['pink']);
  });
});
