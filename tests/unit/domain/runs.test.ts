import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnnotationId } from '../../../preload/contract/index.ts';
import { markStyles } from '../../../preload/contract/vocabulary.ts';
import { type Marked, runsOf } from '../../../renderer/domain/runs/index.ts';

const mark = (start: number, end: number, id = `${start}-${end}`): Marked => ({
  start,
  end,
  id: id as AnnotationId,
  style: 'yellow',
});

test('overlapping marks are divided where one begins or ends', () => {
  const runs = runsOf(10, [mark(2, 6, 'a'), mark(4, 8, 'b')]);
  expect(runs.map(({ start, end, marks }) => [start, end, marks.map(({ id }) => id).join('')])).toEqual([
    [0, 2, ''],
    [2, 4, 'a'],
    [4, 6, 'ab'],
    [6, 8, 'b'],
    [8, 10, ''],
  ]);
  expect(runs.map(({ ending }) => ending.map(({ id }) => id).join(''))).toEqual(['', '', 'a', 'b', '']);
});

test('for any marks the runs cover the text without a gap and hold just the marks that lie over them', () => {
  const marks = fc.array(
    fc.record({
      start: fc.integer({ min: -5, max: 60 }),
      end: fc.integer({ min: -5, max: 60 }),
      id: fc.uuid().map((id) => id as AnnotationId),
      style: fc.constantFrom(...markStyles),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), marks, (length, given) => {
      const runs = runsOf(length, given);
      expect(runs.reduce((at, { start, end }) => (start === at && end > at ? end : Number.NaN), 0)).toBe(
        length,
      );
      for (let at = 0; at < length; at += 1) {
        const over = given.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id);
        const run = runs.find(({ start, end }) => start <= at && at < end);
        expect(run?.marks.map(({ id }) => id)).toEqual(over);
      }
    }),
  );
});
