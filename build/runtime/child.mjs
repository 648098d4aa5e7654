// How the app and the programs that drive it are started.
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';

/**
 * Switches the app must be started with on this machine. Chromium refuses to run its sandbox as root
 * (containers, CI); for everyone else the sandbox stays on.
 * @param {{ platform?: NodeJS.Platform, uid?: number | undefined, env?: NodeJS.ProcessEnv }} [machine]
 * @returns {string[]}
 */
export function launchSwitches({
  platform = process.platform,
  uid = process.getuid?.(),
  env = process.env,
} = {}) {
  if (platform !== 'linux') return [];
  const switches = uid === 0 ? ['--no-sandbox'] : [];
  if (!env.DISPLAY && env.WAYLAND_DISPLAY) switches.push('--ozone-platform=wayland');
  return switches;
}

/**
 * The environment for an Electron child: with ELECTRON_RUN_AS_NODE, which editors' terminals set, it
 * would be a plain Node.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function appEnvironment(env = process.env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return rest;
}

/**
 * What stands in the way of Chromium's sandbox for a normal user on Linux, with the remedy; or undefined.
 * @param {string} folder of the Electron distribution
 * @param {{ uid?: number | undefined, read?: (file: string) => string | undefined }} [machine] the user, and
 *   how to read a kernel setting
 */
export function sandboxHint(folder, { uid = process.getuid?.(), read = kernelSetting } = {}) {
  const refused =
    read('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    read('/proc/sys/kernel/unprivileged_userns_clone') === '0';
  if (!refused || uid === 0) return undefined;
  const helper = join(folder, 'chrome-sandbox');
  const status = statSync(helper, { throwIfNoEntry: false });
  if (status === undefined || (status.uid === 0 && (status.mode & 0o4000) !== 0)) return undefined;
  return (
    'This system refuses user namespaces, so the sandbox needs its helper. If the app stops at once, run: ' +
    `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
  );
}

/** @param {string} file */
function kernelSetting(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * Runs a program on our terminal until it ends; signals sent to us go on to it, so that clean-up after
 * it is still ours to do.
 * @param {string} program @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it
 */
export function runInForeground(program, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
    /** @type {readonly NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const release = () => {
      for (const signal of signals) process.removeListener(signal, forward);
    };
    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('close', (code, signal) => {
      release();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
