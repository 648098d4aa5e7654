// The official binary of the pinned Electron. Its npm package can fetch it itself, but only on
// Node >= 22.12; this does the same on every Node we support, against the same pinned checksums.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { makeWorkFolder } from './abandoned.mjs';
import { executableName, officialFolder, pinnedElectron, textOf } from './locations.mjs';
import { messageOf, SetupError } from './progress.mjs';
import { unzip } from './unzip.mjs';

const PUBLISHED = 'https://github.com/electron/electron/releases/download/';
/** A firewall that swallows packets must not make a first start wait for minutes. */
const ANSWER_LIMIT_MS = 5_000;
const STALL_LIMIT_MS = 30_000;

/**
 * The mirror an administrator has named, if any.
 * @param {NodeJS.ProcessEnv} env
 */
export function namedMirror(env) {
  return env.ELECTRON_MIRROR || env.npm_config_electron_mirror || undefined;
}

/**
 * Where the archive of a version is, and its file name.
 * @param {string} version @param {NodeJS.ProcessEnv} env
 * @param {string} [platform] @param {string} [arch]
 */
export function officialArchive(version, env, platform = process.platform, arch = process.arch) {
  const name = `electron-v${version}-${platform}-${arch}.zip`;
  const base = namedMirror(env) ?? PUBLISHED;
  const folder = (env.ELECTRON_CUSTOM_DIR ?? 'v{{ version }}').replace('{{ version }}', version);
  return {
    name,
    url: `${base}${base.endsWith('/') ? '' : '/'}${folder}/${env.ELECTRON_CUSTOM_FILENAME ?? name}`,
  };
}

/** The folder of the official binary when it is there and of the pinned version. @param {string} root */
export function findOfficial(root) {
  const folder = officialFolder(root);
  const version = textOf(join(folder, 'version'))?.replace(/^v/, '');
  if (version !== pinnedElectron(root)) return undefined;
  return existsSync(join(folder, executableName(process.platform))) ? folder : undefined;
}

/**
 * Downloads and unpacks the official binary to the place Electron's own package looks at.
 * @param {string} root @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} its folder; rejects with a reason fit for one line
 */
export async function downloadOfficial(root, env = process.env) {
  const version = pinnedElectron(root);
  const archive = officialArchive(version, env);
  const checksum = checksumOf(root, archive.name);
  const folder = officialFolder(root);
  const work = makeWorkFolder(dirname(folder), 'unpacking');
  try {
    const zip = join(work, 'electron.zip');
    await download(archive.url, zip);
    const hash = createHash('sha256');
    await pipeline(createReadStream(zip), hash);
    if (hash.digest('hex') !== checksum) {
      throw new SetupError(`${archive.url} did not match the checksum pinned by the electron package`);
    }
    const made = join(work, 'dist');
    await unzip(zip, made, (name) => name);
    await rm(folder, { recursive: true, force: true });
    await rename(made, folder);
    await writeFile(join(dirname(folder), 'path.txt'), executableName(process.platform));
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} root @param {string} name */
function checksumOf(root, name) {
  const text = textOf(join(dirname(officialFolder(root)), 'checksums.json'));
  if (text === undefined) throw new SetupError('node_modules/electron is missing; run: npm ci');
  /** @type {Record<string, string>} */
  const checksums = JSON.parse(text);
  const checksum = checksums[name];
  if (checksum === undefined) throw new SetupError(`Electron publishes no ${name}`);
  return checksum;
}

/** @param {string} url @param {string} file */
async function download(url, file) {
  const limit = new AbortController();
  /** @param {number} milliseconds @param {string} reason */
  const abortAfter = (milliseconds, reason) => setTimeout(() => limit.abort(new Error(reason)), milliseconds);
  let timer = abortAfter(ANSWER_LIMIT_MS, `no answer within ${ANSWER_LIMIT_MS / 1000} s`);
  try {
    const answer = await fetch(url, { signal: limit.signal });
    if (!answer.ok || answer.body === null) throw new Error(`HTTP ${answer.status}`);
    const chunks = received(answer.body, () => {
      clearTimeout(timer);
      timer = abortAfter(STALL_LIMIT_MS, `no data for ${STALL_LIMIT_MS / 1000} s`);
    });
    await pipeline(chunks, createWriteStream(file), { signal: limit.signal });
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    throw new SetupError(`${url}: ${messageOf(limit.signal.aborted ? limit.signal.reason : cause)}`);
  } finally {
    clearTimeout(timer);
  }
}

/** @param {ReadableStream<Uint8Array>} body @param {() => void} onChunk */
async function* received(body, onChunk) {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    onChunk();
    yield part.value;
  }
}
