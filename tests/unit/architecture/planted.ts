import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesOf, repository } from './source-tree.ts';

/** A file to plant and what the checker must say of it; `null` where it must say nothing. */
export type Planted = {
  readonly path: string;
  readonly source: string;
  readonly finding: { readonly rule: string; readonly says: string } | null;
};

/** Something a checker said of a file (path from the root of the copy). */
export type Finding = { readonly path: string; readonly rule: string; readonly message: string };

export type Copy = {
  readonly root: string;
  readonly plant: (files: readonly Planted[]) => void;
  readonly remove: () => void;
};

/** The rooms with source text, and what configures the checkers. */
const copied = [
  ...['preload', 'renderer', 'main', 'build', 'tests'],
  ...['.biome.json', '.gitignore', 'tsconfig.json', 'package.json'],
];

/** Copies the rooms and the checkers' configuration to a temporary folder, with the same node_modules. */
export function copyOfTree(): Copy {
  const root = mkdtempSync(join(tmpdir(), 'policy-reader-rules-'));
  for (const path of filesOf(copied)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    copyFileSync(join(repository, path), join(root, path));
  }
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction');
  return {
    root,
    plant: (files) => {
      for (const { path, source } of files) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), `${source}\n`);
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** An import for its own sake. What it names need not exist: Biome reads the words. */
export const imports = (source: string): string => `import '${source}';`;
export const banned = (path: string, source: string, says: string): Planted => ({
  path,
  source,
  finding: { rule: 'noRestrictedImports', says },
});
export const allowed = (path: string, source: string): Planted => ({ path, source, finding: null });
