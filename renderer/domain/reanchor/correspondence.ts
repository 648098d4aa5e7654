import type { Normalized } from './normalize.ts';
import type { Run } from './runs.ts';

/** Which unit of one folding is which of the other, while it is being found out. */
export type Correspondence = {
  readonly old: Normalized;
  readonly fresh: Normalized;
  /** For every unit of the old folding its place in the new one, or -1. */
  readonly forward: Int32Array;
  /** For every unit of the new folding its place in the old one, or -1. */
  readonly backward: Int32Array;
};

/** Nothing corresponds yet. */
export const emptyCorrespondence = (old: Normalized, fresh: Normalized): Correspondence => ({
  old,
  fresh,
  forward: new Int32Array(old.folded.length).fill(-1),
  backward: new Int32Array(fresh.folded.length).fill(-1),
});

/** Takes runs in; the caller has made sure that their units are free. */
export const enter = ({ forward, backward }: Correspondence, runs: readonly Run[]): void => {
  for (const run of runs) {
    for (let step = 0; step < run.length; step += 1) {
      forward[run.from + step] = run.to + step;
      backward[run.to + step] = run.from + step;
    }
  }
};

/** Whether a unit of each is still free and both are the same. */
export const isFreePair = (known: Correspondence, from: number, to: number): boolean =>
  known.forward[from] === -1 &&
  known.backward[to] === -1 &&
  known.old.folded.charCodeAt(from) === known.fresh.folded.charCodeAt(to);
