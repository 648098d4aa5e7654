/** `library:check`: builds the library in memory and proves it faithful to the seeds; exits 1 if it is not. */
import { buildLibrary, SEEDS } from './build-library.ts';
import { proveLibrary } from './proof.ts';
import { readSeeds } from './seeds.ts';

async function main(): Promise<void> {
  const { texts } = await readSeeds(SEEDS);
  const { counts, problems } = await proveLibrary(await buildLibrary(SEEDS), texts);
  for (const [name, count] of counts) process.stdout.write(`${name}: ${count}\n`);
  for (const problem of problems.slice(0, 100)) process.stderr.write(`${problem}\n`);
  process.stdout.write(problems.length === 0 ? 'ok\n' : `${problems.length} problems\n`);
  if (problems.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`library: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
