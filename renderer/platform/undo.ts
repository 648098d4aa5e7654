import { create } from 'zustand';
import type { TextKey } from '../domain/strings/index.ts';

/** What a step changed, for the sentence that tells of it; how many notes, where they are more than one; and how to bring that into view. */
export type Told = { readonly what: TextKey; readonly count?: number; readonly goThere?: () => void };

/** One change that can be taken back; both directions resolve when the change is on disk. */
export type Step = {
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly told?: Told;
};

type History = {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  readonly record: (step: Step) => void;
  readonly undo: () => Promise<Step | null>;
  readonly redo: () => Promise<Step | null>;
};

const depth = 500;

/**
 * One history for every change of the user's data, across views, so that Ctrl+Z takes back what was
 * done last wherever it was done. `undo` and `redo` answer the step, null where there was none to do; a step whose
 * change cannot be written stays where it was.
 */
export const useHistory = create<History>((set, get) => ({
  done: [],
  undone: [],
  record: (step) => set(({ done }) => ({ done: [...done, step].slice(-depth), undone: [] })),
  undo: () =>
    inTurn(async () => {
      const step = get().done.at(-1);
      if (step === undefined) return null;
      await step.undo();
      set(({ done, undone }) => ({
        done: done.filter((other) => other !== step),
        undone: [...undone, step],
      }));
      return step;
    }),
  redo: () =>
    inTurn(async () => {
      const step = get().undone.at(-1);
      if (step === undefined) return null;
      await step.redo();
      set(({ done, undone }) => ({
        done: [...done, step],
        undone: undone.filter((other) => other !== step),
      }));
      return step;
    }),
}));

let turn: Promise<unknown> = Promise.resolve();

/** One step at a time: keys can be pressed faster than the disk writes. */
function inTurn(work: () => Promise<Step | null>): Promise<Step | null> {
  const result = turn.then(work);
  turn = result.catch(() => undefined);
  return result;
}
