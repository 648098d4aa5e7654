import { setImmediate as nextTurn } from 'node:timers/promises';

/** What long work tells and hears. */
export type Steps = {
  readonly signal?: AbortSignal;
  /** Called with the share that is done, 0 to 1, a few dozen times a second at most. */
  readonly onProgress?: (share: number) => void;
};

/**
 * To be awaited between the pieces of long work, `done` of `total`: it lets others run when some milliseconds have
 * passed. @throws the signal's reason (an AbortError) when the work was cancelled
 */
export type Pace = (done: number, total: number) => Promise<void>;

/** How long work goes on without letting a cancellation arrive. */
const patience = 25;

/** The pace of a piece of work that takes the share `from` to `to` of the whole. */
export function paceOf({ signal, onProgress }: Steps, from = 0, to = 1): Pace {
  let last = performance.now();
  return async (done, total) => {
    if (done < total && performance.now() - last < patience) return;
    onProgress?.(from + (to - from) * (total === 0 ? 1 : done / total));
    await nextTurn();
    signal?.throwIfAborted();
    last = performance.now();
  };
}
