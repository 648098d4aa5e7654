import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// Electron waits with "ready" until the default app's module has finished, so the application must be
// awaited here: it registers its scheme before "ready". The options are those of the stock default app
// that Playwright ("-r loader") and people ("electron folder") use.
const program = `import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const modules = [];
let folder;
const given = process.argv.slice(1);
while (given.length > 0 && folder === undefined) {
  const word = given.shift();
  if (word === '-r' || word === '--require') modules.push(given.shift());
  else if (word === '--version' || word === '-v') {
    console.log('v' + process.versions.electron);
    process.exit(0);
  } else if (!word.startsWith('-')) folder = resolve(word);
}

const require = createRequire(import.meta.url);
for (const name of modules) require(resolve(name));

if (folder === undefined || !existsSync(folder)) {
  console.error('This Electron runtime needs the folder of an application as its argument.');
  process.exit(1);
}

let entry = folder;
const manifestFile = join(folder, 'package.json');
if (existsSync(manifestFile)) {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName ?? manifest.name ?? app.name;
  app.setDesktopName(manifest.desktopName ?? app.name + '.desktop');
  app.setAppPath(folder);
  entry = join(folder, manifest.main ?? 'index.js');
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
await import(pathToFileURL(entry).href);
`;

/**
 * Writes the application Electron starts when it is given a folder, as the folder
 * resources/default_app.asar: Electron reads a folder of that name as it reads an archive.
 * @param {string} runtimeFolder
 */
export async function writeDefaultApp(runtimeFolder) {
  const folder = join(runtimeFolder, 'resources', 'default_app.asar');
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'electron', productName: 'Electron', main: 'main.js', type: 'module' };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest)}\n`);
  await writeFile(join(folder, 'main.js'), program);
}
