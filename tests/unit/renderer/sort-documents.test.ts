import { describe, expect, it } from 'vitest';
import type { DocumentId, DocumentSummary } from '../../../preload/contract/index.ts';
import { nextSorting, type SortColumn, sortDocuments } from '../../../renderer/library/sort-documents.ts';

const document = (id: string, more: Partial<DocumentSummary>): DocumentSummary => ({
  id: id as DocumentId,
  parentId: null,
  ord: 0,
  editionHash: 'a'.repeat(64) as DocumentSummary['editionHash'],
  title: id,
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
  characterCount: 1,
  ...more,
});

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
const noteCounts = new Map([['002' as DocumentId, 3]]);
const order = (
  column: SortColumn | null,
  direction: 'ascending' | 'descending' = 'ascending',
  day = '2024-01-01',
) =>
  sortDocuments(documents, column === null ? null : { column, direction }, { day, noteCounts }).map(
    ({ id }) => id,
  );

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
