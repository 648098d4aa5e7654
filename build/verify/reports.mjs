// Reads the test runners' JSON reports. A runner that failed without a failed test (a file that did not
// load, an unhandled error, no test at all) counts as one failure: nothing may fail in silence.

/**
 * @param {number} exitCode @param {string | undefined} json
 * @returns {import('./steps.mjs').Count}
 */
export function countVitest(exitCode, json) {
  /** @type {{ numPassedTests?: number, numFailedTests?: number, numPendingTests?: number, numTodoTests?: number }} */
  const report = parse(json);
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  return honest(exitCode, report.numPassedTests ?? 0, report.numFailedTests ?? 0, skipped);
}

/**
 * @param {number} exitCode @param {string | undefined} json
 * @returns {import('./steps.mjs').Count}
 */
export function countPlaywright(exitCode, json) {
  /** @type {{ stats?: { expected?: number, unexpected?: number, flaky?: number, skipped?: number } }} */
  const { stats = {} } = parse(json);
  const passed = (stats.expected ?? 0) + (stats.flaky ?? 0);
  return honest(exitCode, passed, stats.unexpected ?? 0, stats.skipped ?? 0);
}

/** @param {number} exitCode @param {number} passed @param {number} failed @param {number} skipped */
function honest(exitCode, passed, failed, skipped) {
  const silent = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed, skipped };
}

/** @param {string | undefined} json */
function parse(json) {
  try {
    return JSON.parse(json ?? '{}');
  } catch {
    return {};
  }
}
