import { create } from 'zustand';

/** One change that can be taken back; both directions resolve when the change is on disk. */
type Step = { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> };

type History = {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  readonly record: (step: Step) => void;
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
};

const depth = 500;

/**
 * One history for every change of the user's data, across views, so that Ctrl+Z takes back what was
 * done last wherever it was done. `undo` and `redo` say whether there was anything to do; a step whose change cannot be written stays where it was.
 */
export const useHistory = create<History>((set, get) => ({
  done: [],
  undone: [],
  record: (step) => set(({ done }) => ({ done: [...done, step].slice(-depth), undone: [] })),
  undo: () =>
    inTurn(async () => {
      const step = get().done.at(-1);
      if (step === undefined) return false;
      await step.undo();
      set(({ done, undone }) => ({
        done: done.filter((other) => other !== step),
        undone: [...undone, step],
      }));
      return true;
    }),
  redo: () =>
    inTurn(async () => {
      const step = get().undone.at(-1);
      if (step === undefined) return false;
      await step.redo();
      set(({ done, undone }) => ({
        done: [...done, step],
        undone: undone.filter((other) => other !== step),
      }));
      return true;
    }),
}));

let turn: Promise<unknown> = Promise.resolve();

/** One step at a time: keys can be pressed faster than the disk writes. */
function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  const result = turn.then(work);
  turn = result.catch(() => undefined);
  return result;
}
