import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** LibreOffice, where it is installed (`node build/setup.mjs --tests` installs it on Debian as root). */
export const office = (process.env.PATH ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'soffice'))
  .find((file) => existsSync(file));

/** Opens files in LibreOffice without a window, one start for all, and has each written as PDF into `folder`. */
export async function convertToPdf(files: readonly string[], folder: string): Promise<void> {
  if (office === undefined) throw new Error('LibreOffice is not installed');
  // A profile of its own: one that is in use elsewhere would make it return at once with nothing done.
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  const args = ['--headless', '--norestore', `-env:UserInstallation=${profile}`, '--convert-to', 'pdf'];
  await promisify(execFile)(office, [...args, '--outdir', folder, ...files], { timeout: 110_000 });
}
