import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Finding } from './planted.ts';

const require = createRequire(import.meta.url);
const biome = require.resolve('@biomejs/biome/bin/biome');
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

type BiomeReport = {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string };
  }[];
};

/** What Biome's linter says of the tree below `root`. */
export async function biomeFindings(root: string): Promise<readonly Finding[]> {
  const args = ['lint', '.', '--reporter=json', '--max-diagnostics=none'];
  const report: BiomeReport = JSON.parse(await output(root, biome, args));
  return report.diagnostics.map(({ category, message, location }) => ({
    path: location.path.replaceAll('\\', '/'),
    rule: category.replace(/^lint\/\w+\//, ''),
    message,
  }));
}

/** What TypeScript says of one project; the projects it refers to must have been built. */
export async function typeFindings(root: string, project: string): Promise<readonly Finding[]> {
  return errorsIn(await output(root, tsc, ['-p', project, '--pretty', 'false']));
}

/** Builds projects and says what was wrong. */
export async function buildProjects(root: string, projects: readonly string[]): Promise<readonly Finding[]> {
  return errorsIn(await output(root, tsc, ['-b', ...projects, '--pretty', 'false']));
}

function errorsIn(text: string): readonly Finding[] {
  return [...text.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+): (.*)$/gm)].map(
    ([, path = '', rule = '', message = '']) => ({ path, rule, message }),
  );
}

/** What a tool prints. Its exit code is no failure of ours: that it bites is what we look for. */
function output(root: string, tool: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [tool, ...args],
      { cwd: root, maxBuffer: 64 << 20 },
      (error, stdout, stderr) => {
        // Both tools end with a number; anything else means that they did not run.
        if (error !== null && typeof error.code !== 'number') reject(error);
        else if (error !== null && stdout === '') reject(new Error(`${tool}: ${stderr}`));
        else resolve(stdout);
      },
    );
  });
}
