// Packages the app, built by set-up before, into dist/packages: an unpacked app for this machine's system.
import { relative } from 'node:path';
import { build, Platform } from 'electron-builder';
import { repositoryRoot as root } from '../runtime/locations.mjs';
import { messageOf, note, SetupError } from '../runtime/progress.mjs';
import { chosenRuntime, describeRuntime } from '../runtime/resolve.mjs';
import { checkBundle } from '../verify/bundle.mjs';

try {
  for (const path of await packageApp()) console.log(relative(root, path));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

/** @returns {Promise<readonly string[]>} the paths made */
async function packageApp() {
  const runtime = chosenRuntime();
  if (runtime === undefined) throw new SetupError('There is no Electron runtime yet. Run: npm run package');
  const problems = checkBundle(root).filter(({ problem }) => problem !== undefined);
  if (problems.length > 0) {
    throw new SetupError(
      `Not fit to ship: ${problems.map(({ what, problem }) => `${what}: ${problem}`).join('; ')}`,
    );
  }
  note(`packaging with ${describeRuntime(runtime)}`);
  await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    publish: 'never',
    config: { electronDist: runtime.folder, electronVersion: runtime.version },
  });
  return [`${root}/dist/packages`];
}
