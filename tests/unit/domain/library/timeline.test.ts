import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../../renderer/domain/library/index.ts';
import { document, entries } from './library-entries.ts';

const library = entries([
  document('later', { effectiveOn: '2020-12-01', expiresOn: '2025-11-30' }),
  document('open', { effectiveOn: '2019-07' }),
  document('ends', { expiresOn: '2021' }),
  document('nothing'),
]);

describe('the timeline', () => {
  it('groups by year, earliest first, and lists apart what does not say the date', () => {
    const { groups, undated } = timelineOf(library, 'effectiveOn', '2024-07-01');
    expect(groups.map(({ year, items }) => [year, items.map(({ entry }) => entry.document.id)])).toEqual([
      ['2019', ['open']],
      ['2020', ['later']],
    ]);
    expect(undated.map((entry) => entry.document.id)).toEqual(['ends', 'nothing']);
  });

  it('spans from the first year to the last, the day of judgement among them', () => {
    const { years, today, groups } = timelineOf(library, 'effectiveOn', '2026-07-02');
    expect([years.at(0), years.at(-1), years.length]).toEqual([2019, 2026, 8]);
    expect(today).toBeCloseTo(7.5 / 8, 2);
    const [open, later] = groups.flatMap(({ items }) => items);
    // From the first day of a partial date, without an end where none is named.
    expect(open?.from).toBeCloseTo(0.5 / 8, 2);
    expect(open?.until).toBeNull();
    expect(later?.until).toBeCloseTo((6 + 334 / 365) / 8, 2);
  });

  it('stands a partial end at its last day', () => {
    const { groups } = timelineOf(library, 'expiresOn', '2021-01-01');
    const [ends] = groups.flatMap(({ items }) => items);
    expect(ends?.entry.document.id).toBe('ends');
    expect(ends?.at).toBeCloseTo(2 / 6, 2);
    expect(ends?.from).toBeNull();
  });

  it('holds nothing of an empty library but the present year', () => {
    expect(timelineOf([], 'issuedOn', '2026-01-01')).toMatchObject({
      years: [2026],
      groups: [],
      undated: [],
    });
  });
});
