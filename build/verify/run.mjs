// The whole check: node build/verify/run.mjs [step ...]. A failing step does not stop the next one.
import { execFileSync } from 'node:child_process';
import { repositoryRoot as root } from '../runtime/locations.mjs';
import { messageOf, seconds } from '../runtime/progress.mjs';
import { steps } from './steps.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}.`,
  );
  process.exit(2);
}

// Only the whole run owns the work tree; someone may be editing beside a part of it.
const before = wanted.length === 0 ? gitStatus() : undefined;
const chosen = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name));
/** @type {string[]} */
const summary = [];
let passed = 0;
let failed = 0;
/** @type {NodeJS.Signals | undefined} */
let interruption;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interruption = signal;
  });
}

for (const step of chosen) {
  if (interruption !== undefined) break;
  console.log(`\n== ${step.name}: ${step.what}`);
  const start = performance.now();
  const count = await step.run(root).catch((error) => {
    console.error(messageOf(error));
    return { passed: 0, failed: 1 };
  });
  conclude(step.name, count, performance.now() - start);
}
if (interruption !== undefined) {
  conclude(`ended by ${interruption}`, { passed: 0, failed: 1 }, 0);
} else if (before !== undefined) {
  const changes = differences(before, gitStatus() ?? '');
  if (changes !== '') console.log(`\nThe run changed the work tree:\n${changes}`);
  conclude('clean', changes === '' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, 0);
}

console.log(`\n${summary.join('\n')}\n`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** @param {string} name @param {import('./steps.mjs').Count} count @param {number} milliseconds */
function conclude(name, count, milliseconds) {
  passed += count.passed;
  failed += count.failed;
  const skipped = count.skipped ? `, ${count.skipped} left out` : '';
  const verdict = count.failed === 0 ? 'ok  ' : 'FAIL';
  // Not in the words of the closing line, which stands once.
  const line = `${verdict}  ${name.padEnd(12)} ${count.passed} ok, ${count.failed} not ok${skipped}  ${seconds(milliseconds)}`;
  summary.push(line);
  console.log(`== ${line}`);
}

/** What git sees as changed, or undefined outside a checkout. */
function gitStatus() {
  try {
    return execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return undefined;
  }
}

/** @param {string} before @param {string} after */
function differences(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  const come = now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`);
  return [...gone, ...come].join('\n');
}
