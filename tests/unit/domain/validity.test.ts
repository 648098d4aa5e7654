import { describe, expect, it } from 'vitest';
import { localDay, validityOf } from '../../../renderer/domain/validity/index.ts';

describe('validityOf', () => {
  it.each([
    [null, null, '2026-11-22', 'unstated'],
    ['2020-12-01', null, '2020-11-30', 'pending'],
    ['2020-12-01', null, '2020-12-01', 'current'],
    ['2020-12-01', '2025-11-30', '2025-08-31', 'current'],
    ['2020-12-01', '2025-11-30', '2025-09-01', 'expiring'],
    ['2020-12-01', '2025-11-30', '2025-11-30', 'expiring'],
    ['2020-12-01', '2025-11-30', '2025-12-01', 'expired'],
    [null, '2025', '2025-12-31', 'expiring'],
    [null, '2025', '2026-01-01', 'expired'],
    ['2012-02', null, '2012-01-31', 'pending'],
    ['2012-02', '2012-02', '2012-02-29', 'expiring'],
    ['2012-02', '2012-02', '2012-03-01', 'expired'],
  ] as const)('from %s to %s, on %s: %s', (effectiveOn, expiresOn, day, expected) => {
    expect(validityOf({ effectiveOn, expiresOn }, day)).toBe(expected);
  });
});

describe('localDay', () => {
  it("is the reader's own day, not the one in London", () => {
    expect(localDay(new Date(2026, 0, 2, 0, 30))).toBe('2026-01-02');
    expect(localDay(new Date(2026, 11, 31, 23, 30))).toBe('2026-12-31');
  });
});
