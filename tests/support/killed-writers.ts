import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { dataFileOf } from '../../main/storage/journal/file-names.ts';
import { openUserStore } from '../../main/storage/user-store.ts';
import { sqlite, wasmFile } from './sample-library.ts';
import { bundleForNode } from './storage-worker.ts';

export type Kills = {
  readonly kills: number;
  readonly acknowledged: number;
  /** Ids that were acknowledged and are not there. */
  readonly lost: readonly string[];
  /** What else is wrong, in words. */
  readonly wrong: readonly string[];
};

/**
 * Row 1 of the matrix in durability.md: `count` processes, one after the other, write notes into the same data until
 * they are killed (SIGKILL) at another moment each time; then the data is opened and looked at.
 */
export async function killWriters(
  count: number,
  told: (kills: number) => void = () => undefined,
): Promise<Kills> {
  const place = await mkdtemp(path.join(tmpdir(), 'policy-reader-kills-'));
  try {
    const source = new URL('./writing-process.ts', import.meta.url);
    const writer = await bundleForNode(source, path.join(place, 'writing-process.cjs'));
    const file = path.join(place, '我的 资料', 'user', 'user.db');
    const acknowledged: string[] = [];
    const lost = new Set<string>();
    const wrong: string[] = [];
    for (let kill = 0; kill < count; kill += 1) {
      acknowledged.push(
        ...(await untilKilled([writer, file, wasmFile], 2 + (kill % 4), (kill * 331) % 20_000)),
      );
      const store = await openUserStore(await sqlite(), file);
      const ids = new Set<string>(store.annotations().map(({ id }) => id));
      for (const id of acknowledged) if (!ids.has(id)) lost.add(id);
      const problem = store.problem();
      if (problem !== null) wrong.push(`kill ${kill}: ${problem.code}`);
      // At most the one under way at each kill may be there without having been acknowledged.
      if (ids.size > acknowledged.length + kill + 1) wrong.push(`kill ${kill}: ${ids.size} notes`);
      const names = await readdir(path.dirname(file));
      if (names.length > 24) wrong.push(`kill ${kill}: ${names.length} files`);
      const others = names.filter((name) => dataFileOf(name) === null && name !== 'quarantine');
      if (others.length > 0) wrong.push(`kill ${kill}: left over ${others.join(', ')}`);
      if (kill % 3 === 2) await store.tidy();
      told(kill + 1);
    }
    return { kills: count, acknowledged: acknowledged.length, lost: [...lost], wrong };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Lets a process acknowledge `count` ids and kills it `delay` microseconds later; answers all it had acknowledged by then. */
async function untilKilled(args: readonly string[], count: number, delay: number): Promise<string[]> {
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, signal) => resolve(signal));
  });
  if (child.stdout === null) throw new Error('the child has no output');
  const ids: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    ids.push(line);
    if (ids.length !== count) continue;
    const moment = performance.now() + delay / 1000;
    while (performance.now() < moment);
    child.kill('SIGKILL');
  }
  const signal = await ended;
  if (signal !== 'SIGKILL') throw new Error(`the writing process ended by itself: ${signal}`);
  // The last line may have been cut by the blow; only a whole id was acknowledged to anybody.
  return ids.filter((id) => id.length === 36);
}
