// The steps of the whole check, in order: what is cheap and tells most comes first.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appEnvironment, runInForeground } from '../runtime/child.mjs';
import { withDisplay } from '../runtime/display.mjs';
import { checkBundle } from './bundle.mjs';
import { countPlaywright, countVitest } from './reports.mjs';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 */

/**
 * @typedef {object} Step
 * @property {string} name as given on the command line
 * @property {string} what for a person
 * @property {(root: string) => Promise<Count>} run prints as it goes
 */

/** @type {readonly Step[]} */
export const steps = [
  { name: 'lint', what: 'format and lint (Biome)', run: check('@biomejs/biome/bin/biome', 'check', '.') },
  { name: 'types', what: 'types (tsc -b)', run: check('typescript/bin/tsc', '-b') },
  { name: 'dead-code', what: 'dead code (knip)', run: check('knip/bin/knip.js') },
  { name: 'unit', what: 'unit tests (Vitest)', run: (root) => vitest(root, 'tests/unit', '--no-isolate') },
  {
    name: 'integration',
    what: 'integration tests (Vitest)',
    run: (root) => vitest(root, 'tests/integration'),
  },
  { name: 'bundle', what: 'what is shipped', run: async (root) => report(checkBundle(root)) },
  { name: 'e2e', what: 'the app in real Electron (Playwright)', run: playwright },
];

/**
 * A tool that says yes or no.
 * @param {string} tool path below node_modules @param {readonly string[]} args
 * @returns {Step['run']}
 */
function check(tool, ...args) {
  return async (root) => {
    const code = await runTool(root, tool, args, process.env);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };
}

/**
 * Each core gets a process. Unit tests are pure code, so files of them share one (`--no-isolate`); those of integration,
 * which break files and end workers, do not.
 * @param {string} root @param {string} folder @param {readonly string[]} options
 */
function vitest(root, folder, ...options) {
  // On a machine with other work a property test takes many times as long; what hangs is found out all the same.
  const timeLimit = 120_000;
  return withReport(async (file) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const args = ['run', folder, '--maxWorkers=100%', ...options, `--testTimeout=${timeLimit}`, ...reporters];
    return countVitest(await runTool(root, 'vitest/vitest.mjs', args, process.env), textOf(file));
  });
}

/** @param {string} root */
function playwright(root) {
  return withReport((file) =>
    withDisplay(async (display) => {
      const env = { ...appEnvironment(display), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
      const args = ['test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json'];
      return countPlaywright(await runTool(root, 'playwright/cli.js', args, env), textOf(file));
    }),
  );
}

/** @param {string} root @param {string} tool @param {readonly string[]} args @param {NodeJS.ProcessEnv} env */
function runTool(root, tool, args, env) {
  return runInForeground(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, env });
}

/**
 * Gives work the name of a file for a report, and removes it afterwards.
 * @param {(file: string) => Promise<Count>} work
 */
async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), 'policy-reader-report-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function textOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param {readonly import('./bundle.mjs').Finding[]} findings @returns {Count} */
function report(findings) {
  for (const { what, problem } of findings) {
    console.log(problem === undefined ? `  ok    ${what}` : `  FAIL  ${what}: ${problem}`);
  }
  const failed = findings.filter((finding) => finding.problem !== undefined).length;
  return { passed: findings.length - failed, failed };
}
