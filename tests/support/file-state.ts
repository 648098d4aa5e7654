import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Name to SHA-256 of all files below `folder`: equal states mean that no byte was changed and no file came or went. */
export async function stateOfFolder(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const state: Record<string, string> = {};
  for (const name of names) {
    const file = path.join(folder, name);
    if ((await stat(file)).isFile()) state[name] = await hashOfFile(file);
  }
  return state;
}

export async function hashOfFile(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}
