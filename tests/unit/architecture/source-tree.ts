import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** The files of the work tree below `folders` (or at these paths) that git does not ignore, with `/`. */
export function filesOf(folders: readonly string[]): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders];
  const paths = execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).split('\0');
  return paths.filter((path) => path !== '' && existsSync(join(repository, path)));
}

/** Every `.ts` and `.tsx` file below `folders`, declarations left out. */
export function sourcesOf(folders: readonly string[]): readonly { path: string; text: string }[] {
  return filesOf(folders)
    .filter((path) => /(?<!\.d)\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}
