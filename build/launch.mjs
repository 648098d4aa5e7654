// Starts the app; on a Linux without a display, or with --tour, the tour through it. Set-up has run before.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { appEnvironment, launchSwitches, runInForeground, sandboxHint } from './runtime/child.mjs';
import { hasDisplay, withDisplay } from './runtime/display.mjs';
import { repositoryRoot as root } from './runtime/locations.mjs';
import { messageOf, note, SetupError } from './runtime/progress.mjs';
import { chosenRuntime } from './runtime/resolve.mjs';

const given = process.argv.slice(2);

try {
  const touring = given.includes('--tour') || !hasDisplay();
  process.exitCode = touring ? await tour() : await start();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

async function start() {
  const runtime = chosenRuntime();
  if (runtime === undefined) throw new SetupError('There is no Electron runtime yet. Run: npm start');
  const hint = process.platform === 'linux' ? sandboxHint(runtime.folder) : undefined;
  if (hint !== undefined) note(hint);
  return runInForeground(runtime.executable, [...launchSwitches(), root, ...given], {
    env: appEnvironment(),
  });
}

function tour() {
  if (!hasDisplay()) note('no display here: the tour runs on a virtual one');
  const script = ['build/tour/tour.mjs', 'build/tour/tour.ts'].find((file) => existsSync(join(root, file)));
  if (script === undefined) throw new SetupError('There is no build/tour/tour.mjs or build/tour/tour.ts.');
  const args = script.endsWith('.ts') ? ['node_modules/tsx/dist/cli.mjs', script] : [script];
  const rest = given.filter((word) => word !== '--tour');
  return withDisplay((env) =>
    runInForeground(process.execPath, [...args, ...rest], { cwd: root, env: appEnvironment(env) }),
  );
}
