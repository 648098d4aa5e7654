import { describe, expect, it } from 'vitest';
import type { DocumentId } from '../../../../preload/contract/index.ts';
import { nextSorting, rowsOf, type SortKey, sortEntries } from '../../../../renderer/domain/library/index.ts';
import { document, entries } from './library-entries.ts';

const documents = [
  document('001', { title: '张江规划', issuedOn: '2021', documentNumber: '沪府发〔2009〕25号' }),
  document('002', { title: '安全办法', effectiveOn: '2020-12-01', expiresOn: '2025-11-30' }),
  document('001-p1', {
    title: '北外滩意见',
    parentId: '001' as DocumentId,
    effectiveOn: '2019-08-01',
    issuedOn: '2019-07',
    documentNumber: '沪府发〔2009〕3号',
  }),
];
const order = (
  column: SortKey | null,
  direction: 'ascending' | 'descending' = 'ascending',
  day = '2024-01-01',
) =>
  sortEntries(
    entries(documents, {
      day,
      noteCounts: new Map([['002' as DocumentId, 3]]),
      readAt: new Map([
        ['001' as DocumentId, '2026-11-01T00:00:00.000Z'],
        ['002' as DocumentId, '2026-11-03T00:00:00.000Z'],
      ]),
    }),
    column === null ? null : { column, direction },
  ).map(({ document: { id } }) => id);

describe('the library', () => {
  it('keeps the parts of a compilation below it until another order is asked for', () => {
    expect(order(null)).toEqual(['001', '001-p1', '002']);
  });

  it('sorts titles by pronunciation and numbers by value; what is not stated comes last in both directions', () => {
    expect(order('title')).toEqual(['002', '001-p1', '001']);
    expect(order('title', 'descending')).toEqual(['001', '001-p1', '002']);
    expect(order('documentNumber')).toEqual(['001-p1', '001', '002']);
    expect(order('issuedOn')).toEqual(['001-p1', '001', '002']);
    expect(order('issuedOn', 'descending')).toEqual(['001', '001-p1', '002']);
    expect(order('notes', 'descending')).toEqual(['002', '001', '001-p1']);
  });

  it('sorts by the validity on the day that is asked for', () => {
    expect(order('validity')).toEqual(['001-p1', '002', '001']);
    expect(order('validity', 'ascending', '2019-01-01')).toEqual(['001-p1', '002', '001']);
    expect(order('validity', 'descending', '2026-01-01')).toEqual(['001', '002', '001-p1']);
  });

  it('sorts by when a document was read last, those never read last', () => {
    expect(order('readAt', 'descending')).toEqual(['002', '001', '001-p1']);
  });

  it('leaves out the parts of a closed compilation, and indents a part below its parent only', () => {
    const all = sortEntries(entries(documents), null);
    const open = rowsOf(all, { grouped: true, closed: new Set() });
    expect(open.map(({ entry, part, parts }) => [entry.document.id, part, parts])).toEqual([
      ['001', false, 1],
      ['001-p1', true, 0],
      ['002', false, 0],
    ]);
    const closed = rowsOf(all, { grouped: true, closed: new Set(['001' as DocumentId]) });
    expect(closed.map(({ entry }) => entry.document.id)).toEqual(['001', '002']);
    const orphan = all.filter(({ document: { id } }) => id !== '001');
    const without = rowsOf(orphan, { grouped: true, closed: new Set(['001' as DocumentId]) });
    expect(without.map(({ entry, part }) => [entry.document.id, part])).toEqual([
      ['001-p1', false],
      ['002', false],
    ]);
  });

  it('turns upwards, downwards and back with each press on a head', () => {
    const up = nextSorting(null, 'title');
    const down = nextSorting(up, 'title');
    expect([up?.direction, down?.direction, nextSorting(down, 'title')]).toEqual([
      'ascending',
      'descending',
      null,
    ]);
    expect(nextSorting(down, 'issuer')).toEqual({ column: 'issuer', direction: 'ascending' });
  });
});
