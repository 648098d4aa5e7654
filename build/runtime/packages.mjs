import { join } from 'node:path';
import { runNpm } from './command.mjs';
import { textOf } from './locations.mjs';
import { messageOf, SetupError, step } from './progress.mjs';

/**
 * Do the installed packages differ from the lockfile? npm notes what it installed in
 * node_modules/.package-lock.json, last of all; contents are compared, since a checkout changes times.
 * @param {string | undefined} lockfile text of package-lock.json
 * @param {string | undefined} installed text of node_modules/.package-lock.json
 */
export function packagesAreStale(lockfile, installed) {
  if (installed === undefined) return true;
  const wanted = packagesOf(lockfile);
  const found = packagesOf(installed);
  for (const [path, entry] of Object.entries(wanted)) {
    // Optional packages for other systems are in the lockfile only.
    if (path === '' || entry.link === true || (entry.optional === true && found[path] === undefined))
      continue;
    if (found[path]?.version !== entry.version || found[path]?.integrity !== entry.integrity) return true;
  }
  return Object.keys(found).some((path) => wanted[path] === undefined);
}

/** Runs npm ci when the packages are missing or not those of the lockfile. @param {string} root */
export async function ensurePackages(root) {
  const lockfile = textOf(join(root, 'package-lock.json'));
  if (!packagesAreStale(lockfile, textOf(join(root, 'node_modules', '.package-lock.json')))) return;
  // Our compilers and native parts are development and optional packages, whatever npm is told by default.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'];
  try {
    await step('npm ci', () => runNpm(args, { cwd: root }));
  } catch (error) {
    throw new SetupError(
      "The npm packages could not be installed. Check npm's registry and proxy settings and the disk, " +
        `then run: npm ci\n${reason(messageOf(error))}`,
    );
  }
}

/** npm's error without the list of options it prints after it. @param {string} message */
function reason(message) {
  return message.split('\n').slice(0, 12).join('\n');
}

/**
 * @param {string | undefined} text
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean }>}
 */
function packagesOf(text) {
  return text === undefined ? {} : (JSON.parse(text).packages ?? {});
}
