import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkFolder } from './abandoned.mjs';
import { findProgram } from './command.mjs';
import { SetupError } from './progress.mjs';

const START_LIMIT_MS = 20_000;
const STOP_LIMIT_MS = 5_000;

/**
 * @typedef {object} Display
 * @property {{ readonly DISPLAY: string, readonly XAUTHORITY: string }} env what a program needs to draw on it
 * @property {number} pid process id of the X server
 * @property {() => Promise<void>} stop ends the server and removes its files; may be called more than once
 */

/**
 * Can a window be opened here without our help? macOS and Windows always can.
 * @param {NodeJS.ProcessEnv} [env] @param {NodeJS.Platform} [platform]
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Starts an X server without a screen (Xvfb) on a free display number that the server itself picks,
 * so that runs side by side never meet. It ends with this process, however that ends.
 * @param {{ width?: number, height?: number }} [size] in pixels
 * @returns {Promise<Display>}
 */
export async function startDisplay({ width = 1600, height = 1000 } = {}) {
  const xvfb = findProgram('Xvfb');
  if (xvfb === undefined) {
    throw new SetupError(
      'There is no display and no Xvfb. Run: apt-get install --no-install-recommends xvfb xauth',
    );
  }
  const folder = makeWorkFolder(tmpdir(), 'policy-reader-display');
  const authority = join(folder, 'authority');
  writeFileSync(authority, authorityFile(randomBytes(16)), { mode: 0o600 });

  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'];
  const command = endingWithParent([xvfb, ...args, '-auth', authority]);
  const server = spawn(command.program, command.args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => server.once('close', resolve));

  const abandon = () => {
    server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  const stop = async () => {
    server.kill('SIGTERM');
    const limit = setTimeout(() => server.kill('SIGKILL'), STOP_LIMIT_MS);
    await ended;
    clearTimeout(limit);
    process.removeListener('exit', abandon);
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    const number = await displayNumber(server);
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, pid: server.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Runs work on the display that is there, or on one of our own that is gone afterwards.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work gets the environment for the programs it starts
 * @param {{ width?: number, height?: number }} [size] of our own display
 * @returns {Promise<T>}
 */
export async function withDisplay(work, size) {
  if (hasDisplay()) return work({ ...process.env });
  const display = await startDisplay(size);
  try {
    return await work({ ...process.env, ...display.env });
  } finally {
    await display.stop();
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<number>} the number the server wrote to file descriptor 3 once it took connections
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let complaint = '';
    let written = '';
    const limit = setTimeout(
      () =>
        reject(new SetupError(`Xvfb was not ready within ${START_LIMIT_MS / 1000} s. ${complaint.trim()}`)),
      START_LIMIT_MS,
    );
    server.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      complaint = (complaint + chunk).slice(-2_000);
    });
    server.stdio[3]?.on('data', (/** @type {Buffer} */ chunk) => {
      written += chunk.toString('latin1');
      const line = /^(\d+)\n/.exec(written);
      if (line === null) return;
      clearTimeout(limit);
      resolve(Number(line[1]));
    });
    server.once('error', (error) => {
      clearTimeout(limit);
      reject(new SetupError(`Xvfb could not be started: ${error.message}`));
    });
    server.once('close', (code) => {
      clearTimeout(limit);
      reject(new SetupError(`Xvfb ended at once (exit code ${code}). ${complaint.trim()}`));
    });
  });
}

/**
 * An X authority file with one entry that fits every display number (family "wild"): the number is
 * known only after the server has read the file. Without a file any local user could draw here.
 * @param {Buffer<ArrayBuffer>} cookie 16 bytes
 */
function authorityFile(cookie) {
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), cookie];
  const parts = [Buffer.from([0xff, 0xff])];
  for (const field of fields) {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(field.length);
    parts.push(length, field);
  }
  return Buffer.concat(parts);
}

/**
 * A killed parent runs no clean-up, so where util-linux has it the kernel is asked to end the server.
 * @param {readonly string[]} command
 */
function endingWithParent([program = '', ...args]) {
  const setpriv = findProgram('setpriv');
  if (setpriv === undefined) return { program, args };
  return { program: setpriv, args: ['--pdeathsig', 'SIGTERM', '--', program, ...args] };
}
