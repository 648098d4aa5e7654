import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fallbackStamp } from '../runtime/fallback.mjs';

/**
 * electron-builder's hook after it has copied the Electron distribution: takes away what serves running
 * Electron from a folder. With a distribution of our own electron-builder leaves it all in.
 * @param {{ readonly appOutDir: string }} context
 */
export async function afterExtract({ appOutDir }) {
  const leftovers = ['version', fallbackStamp.file, join('resources', 'default_app.asar')];
  for (const name of leftovers) await rm(join(appOutDir, name), { recursive: true, force: true });
}
