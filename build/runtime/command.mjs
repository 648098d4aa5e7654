import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { basename, delimiter, join } from 'node:path';

const KEPT_OUTPUT = 8_000;

/**
 * Runs a program to its end, keeping what it printed for the case that it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<string>} its stdout; rejects with the end of its output when it exits non-zero
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let tail = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      stdout += chunk;
      tail = (tail + chunk).slice(-KEPT_OUTPUT);
    });
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      tail = (tail + chunk).slice(-KEPT_OUTPUT);
    });
    child.on('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${program} ended with ${signal ?? `exit code ${code}`}:\n${tail.trim()}`));
    });
  });
}

/**
 * The npm client this process was started by, else the one on the PATH. Registry, proxy and
 * certificates are the user's own npm settings; nothing of them is repeated here.
 * @returns {{ program: string, args: readonly string[], shell: boolean }}
 */
function npmClient() {
  const cli = process.env.npm_execpath;
  if (cli !== undefined && basename(cli).startsWith('npm-cli')) {
    return { program: process.execPath, args: [cli], shell: false };
  }
  // npm is a .cmd file on Windows, which only a shell can start.
  return { program: 'npm', args: [], shell: process.platform === 'win32' };
}

/** @param {readonly string[]} args @param {{ cwd: string }} options */
export function runNpm(args, { cwd }) {
  const npm = npmClient();
  return run(npm.program, [...npm.args, ...args], { cwd, shell: npm.shell });
}

/**
 * The full path of a program on the PATH, or undefined.
 * @param {string} name @param {string} [searchPath]
 */
export function findProgram(name, searchPath = process.env.PATH ?? '') {
  for (const folder of searchPath.split(delimiter)) {
    if (folder === '') continue;
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}
