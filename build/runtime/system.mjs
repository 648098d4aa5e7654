// What the app needs of a Linux system beside npm packages. On other systems nothing is missing.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, run } from './command.mjs';
import { hasDisplay } from './display.mjs';
import { messageOf, note, SetupError, step } from './progress.mjs';

/**
 * @typedef {object} Need
 * @property {string} what how a person would call it
 * @property {readonly string[]} packages its Debian package: the names it has had, newest first (Debian 13
 *   and Ubuntu 24.04 renamed some to ...t64)
 * @property {boolean} required false: the app runs without it, only worse
 */

const libraries = [
  { file: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { file: 'libnss3.so', packages: ['libnss3'] },
  { file: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { file: 'libgbm.so.1', packages: ['libgbm1'] },
];

const libraryFolders = {
  x64: ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'],
  arm64: ['/usr/lib/aarch64-linux-gnu', '/lib/aarch64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib'],
};

/**
 * What is missing on this Linux.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<readonly Need[]>}
 */
export async function missingNeeds(env = process.env) {
  /** @type {Need[]} */
  const missing = [];
  const absent = await absentLibraries(libraries.map((library) => library.file));
  for (const { file, packages } of libraries) {
    if (absent.has(file)) missing.push({ what: file, packages, required: true });
  }
  if (!hasDisplay(env)) {
    if (findProgram('Xvfb') === undefined) missing.push({ what: 'Xvfb', packages: ['xvfb'], required: true });
    if (findProgram('xauth') === undefined)
      missing.push({ what: 'xauth', packages: ['xauth'], required: false });
  }
  if (!(await hasChineseFont())) {
    missing.push({ what: 'a Chinese font', packages: ['fonts-noto-cjk'], required: false });
  }
  return missing;
}

/**
 * The line a person can run to get what is missing.
 * @param {readonly string[]} packages @param {boolean} root is that person root already?
 */
export function installLine(packages, root) {
  const sudo = root ? '' : 'sudo ';
  return `${sudo}apt-get update && ${sudo}apt-get install --no-install-recommends ${packages.join(' ')}`;
}

/**
 * The sentence for needs that set-up cannot meet itself.
 * @param {readonly Need[]} needs
 * @param {string | undefined} line the command that would, if there is one
 */
export function missingSentence(needs, line) {
  const what = needs.map((need) => need.what).join(', ');
  const how = line === undefined ? "Install it with your system's package manager" : `Run: ${line}`;
  return `Missing on this system: ${what}. ${how}`;
}

/** Installs what is missing where that can be done, and says what to run where not. */
export async function ensureSystem() {
  if (process.platform !== 'linux') return;
  const needs = await missingNeeds();
  if (needs.length === 0) return;

  const debian = findProgram('apt-get') !== undefined;
  const root = process.getuid?.() === 0;
  if (debian && root) return installPackages(needs);

  const line = debian ? installLine(await packageNames(needs), root) : undefined;
  const sentence = missingSentence(needs, line);
  // Elsewhere than on Debian the libraries may lie where we do not look; the app itself will tell.
  const blocking = needs.some((need) => need.required && (debian || need.what === 'Xvfb'));
  if (blocking) throw new SetupError(sentence);
  note(sentence);
}

/** What opens the exported files in the tests; without it those tests say so and are left out. */
export async function ensureOffice() {
  if (process.platform !== 'linux' || findProgram('soffice') !== undefined) return;
  const needs = ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'].map((name) => ({
    what: name,
    packages: [name],
    required: false,
  }));
  const debian = findProgram('apt-get') !== undefined;
  const root = process.getuid?.() === 0;
  if (debian && root) return installPackages(needs);
  note(
    missingSentence(
      needs,
      debian
        ? installLine(
            needs.flatMap(({ packages }) => packages),
            root,
          )
        : undefined,
    ),
  );
}

/** @param {readonly Need[]} needs */
async function installPackages(needs) {
  let names = await packageNames(needs);
  const known = await installable(names);
  let updated = false;
  const update = async () => {
    updated = true;
    await step('apt-get update', () => apt(['update']));
    names = await packageNames(needs);
  };
  try {
    if (names.some((name) => !known.has(name))) await update();
    const install = () => step(`apt-get install ${names.join(' ')}`, () => apt(['install', ...names]));
    try {
      await install();
    } catch (error) {
      // Package lists that are there but old name files that are gone.
      if (updated) throw error;
      await update();
      await install();
    }
  } catch (error) {
    const sentence = `${missingSentence(needs, installLine(names, true))}\n${messageOf(error)}`;
    if (needs.some((need) => need.required)) throw new SetupError(sentence);
    note(sentence);
  }
}

/** @param {readonly string[]} args */
function apt(args) {
  const options = ['-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];
  return run('apt-get', [...options, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** The package names this release of Debian or Ubuntu uses. @param {readonly Need[]} needs */
async function packageNames(needs) {
  const known = await installable(needs.flatMap((need) => need.packages));
  return needs.map((need) => need.packages.find((name) => known.has(name)) ?? need.packages.at(-1) ?? '');
}

/** Which of the packages apt has a version of. @param {readonly string[]} names @returns {Promise<Set<string>>} */
async function installable(names) {
  const policy = await run('apt-cache', ['policy', ...names], { env: { ...process.env, LC_ALL: 'C' } });
  return new Set(parsePolicy(policy));
}

/**
 * Package names with a candidate in the output of "apt-cache policy"; a renamed package may live on
 * as a virtual one, which has none.
 * @param {string} policy
 */
export function parsePolicy(policy) {
  const blocks = policy.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (.+)$/gm);
  return [...blocks].flatMap(([, name, candidate]) => (candidate === '(none)' ? [] : [name ?? '']));
}

/** @param {readonly string[]} files @returns {Promise<Set<string>>} */
async function absentLibraries(files) {
  const folders = libraryFolders[process.arch === 'arm64' ? 'arm64' : 'x64'];
  const absent = new Set(files.filter((file) => !folders.some((folder) => existsSync(join(folder, file)))));
  if (absent.size === 0) return absent;
  // The linker's own list knows more folders, but asking it takes longer.
  const linker = findProgram('ldconfig') ?? findProgram('ldconfig', '/sbin:/usr/sbin');
  const list = linker === undefined ? '' : await run(linker, ['-p']).catch(() => '');
  for (const file of absent) if (list.includes(`/${file}\n`)) absent.delete(file);
  return absent;
}

/** Is there a font for Chinese? Without one every character is an empty box. */
async function hasChineseFont() {
  if (findProgram('fc-list') !== undefined) {
    const found = await run('fc-list', [':lang=zh', 'file']).catch(() => '');
    return found.trim() !== '';
  }
  const name = /cjk|han-?(sans|serif)|wqy|arphic|uming|ukai|simsun|simhei|droidsansfallback/i;
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env.HOME ?? '/', '.fonts')];
  return folders.some(
    (folder) =>
      existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => name.test(String(file))),
  );
}
