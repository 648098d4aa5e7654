import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes a temporary folder that carries our process id in its name, after removing those of the same
 * prefix whose process is gone: a killed process cannot clean up after itself.
 * @param {string} parent existing folder
 * @param {string} prefix as "unpacking"
 * @returns {string} absolute path
 */
export function makeWorkFolder(parent, prefix) {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${prefix}-`)) continue;
    const owner = /^(\d+)-/.exec(name.slice(prefix.length + 1))?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
  return mkdtempSync(join(parent, `${prefix}-${process.pid}-`));
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, but another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
