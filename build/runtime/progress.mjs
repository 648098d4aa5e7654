// What set-up tells a person goes to stderr, one line per action; stdout stays for what commands print for machines.

/** A failure whose message is a sentence a person can act on; it is shown without a stack. */
export class SetupError extends Error {
  /** @param {string} sentence @param {{ cause?: unknown }} [options] */
  constructor(sentence, options) {
    super(sentence, options);
    this.name = 'SetupError';
  }
}

/** @param {string} sentence */
export function note(sentence) {
  process.stderr.write(`set-up: ${sentence}\n`);
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return milliseconds < 950 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * Runs one action and tells on one line what it is and how long it took (or that it failed).
 * @template T
 * @param {string} what the action, as "installing the npm packages"
 * @param {() => Promise<T>} work must print nothing itself, or the line breaks
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const start = performance.now();
  process.stderr.write(`set-up: ${what} ... `);
  try {
    const result = await work();
    process.stderr.write(`${seconds(performance.now() - start)}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`failed after ${seconds(performance.now() - start)}\n`);
    throw error;
  }
}

/** The message of whatever was thrown. @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
