import { expect, test } from 'vitest';
import { killWriters } from '../../support/killed-writers.ts';

// `npm run -s test:kill -- N` makes more of them.
test('after each of 100 kills (SIGKILL) every acknowledged note is there and nothing is left over', async () => {
  const halves = await Promise.all([killWriters(50), killWriters(50)]);
  expect(halves.map(({ lost, wrong }) => ({ lost, wrong }))).toEqual([
    { lost: [], wrong: [] },
    { lost: [], wrong: [] },
  ]);
  expect(halves.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThanOrEqual(200);
}, 180_000);
