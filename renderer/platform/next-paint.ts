import { startTransition, useEffect, useState } from 'react';

/** A window that paints nothing (minimised, covered) is not waited for longer than this, in milliseconds. */
const patience = 100;

/** Resolves when what was changed until now is on the screen; soon after in a window that is not seen. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, patience);
    requestAnimationFrame(() =>
      // The frame is painted when its callbacks have run, so a task of its own follows it.
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });
}

/**
 * `value` as it was when the window was last painted and at rest for a frame, `initial` before: for what is drawn
 * beside the text and must not hold it up. A deferred value alone comes as soon as it can, before the first frame.
 */
export function useAfterPaint<Value>(value: Value, initial: Value): Value {
  const [painted, setPainted] = useState(initial);
  useEffect(() => {
    let asked = true;
    void nextPaint()
      .then(nextPaint)
      .then(() => {
        if (asked) startTransition(() => setPainted(() => value));
      });
    return () => {
      asked = false;
    };
  }, [value]);
  return painted;
}
