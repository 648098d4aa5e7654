import { describe, expect, it } from 'vitest';
import { corpusDocuments, seedDocuments } from '../../../../build/bench/reanchor/documents.ts';
import { type Document, measure } from '../../../../build/bench/reanchor/measure.ts';

/** The bars of the project, over all kinds of edits together. */
const bars = { right: 0.97, wrong: 0.01, deletedWrong: 0.06 } as const;

const hold = async (documents: readonly Document[], quotes: number, seed: number): Promise<void> => {
  const { rows } = await measure(documents, quotes, seed);
  const all = { right: 0, wrong: 0, judged: 0, deleted: 0, deletedWrong: 0 };
  for (const { scenario, counts } of rows) {
    const judged = counts.right + counts.wrong + counts.orphaned;
    all.right += counts.right;
    all.wrong += counts.wrong;
    all.judged += judged;
    all.deleted += counts['deleted right'] + counts['deleted wrong'];
    all.deletedWrong += counts['deleted wrong'];
    // The mixed one piles all edits on each other; the others must hold the bar alone.
    expect
      .soft(counts.right / judged, `right: ${scenario}`)
      .toBeGreaterThanOrEqual(scenario === 'mixed' ? 0.95 : bars.right);
  }
  expect(all.right / all.judged, 'right').toBeGreaterThanOrEqual(bars.right);
  expect(all.wrong / all.judged, 'wrong').toBeLessThanOrEqual(bars.wrong);
  expect(all.deleted, 'deleted passages').toBeGreaterThan(50);
  expect(all.deletedWrong / all.deleted, 'deleted passages anchored').toBeLessThanOrEqual(bars.deletedWrong);
};

describe('quotes carried over to edited editions', () => {
  it('holds the bars on the source documents', { timeout: 60_000 }, () => hold(seedDocuments(), 100, 11));

  const corpus = corpusDocuments('even', 8);
  it.skipIf(corpus.length === 0)(
    'holds the bars on statutes, where they are at hand',
    { timeout: 60_000 },
    () => hold(corpus, 100, 12),
  );
});
