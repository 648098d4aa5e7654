import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../../build/verify/reports.mjs';

describe("the test runners' reports", () => {
  it('are counted by test', () => {
    const vitest = JSON.stringify({
      numPassedTests: 7,
      numFailedTests: 2,
      numPendingTests: 1,
      numTodoTests: 1,
    });
    expect(countVitest(1, vitest)).toEqual({ passed: 7, failed: 2, skipped: 2 });
    const playwright = JSON.stringify({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(countPlaywright(1, playwright)).toEqual({ passed: 6, failed: 1, skipped: 3 });
  });

  it.each([
    ['a runner that died before its report', 1, undefined],
    ['a report that is cut off', 1, '{"numPassedTests": 3'],
    ['a run without a test', 0, JSON.stringify({ numPassedTests: 0, numFailedTests: 0 })],
    ['a failure outside every test', 1, JSON.stringify({ numPassedTests: 0, numFailedTests: 0 })],
  ])('count %s as one failure', (_what, exitCode, json) => {
    expect(countVitest(exitCode, json)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('keeps what passed beside a failure outside every test', () => {
    expect(countVitest(1, JSON.stringify({ numPassedTests: 3 }))).toMatchObject({ passed: 3, failed: 1 });
  });
});
