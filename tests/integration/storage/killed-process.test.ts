import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wasmFile } from '../../support/sample-library.ts';
import { bundleForNode, bundleStorageWorker } from '../../support/storage-worker.ts';
import { newUserFile, openStore } from '../../support/user-files.ts';

const kills = 15;
let bundles: string;
let workerFile: string;
let writer: string;

beforeAll(async () => {
  bundles = await mkdtemp(path.join(tmpdir(), 'policy-reader-writer-'));
  workerFile = await bundleStorageWorker(bundles);
  writer = await bundleForNode(
    new URL('../../support/writing-process.ts', import.meta.url),
    path.join(bundles, 'writing-process.cjs'),
  );
});
afterAll(() => rm(bundles, { recursive: true, force: true }));

/**
 * Lets a writing process run until it has acknowledged `count` ids, kills it `delay` microseconds later, so that the
 * blow falls at another moment of a write each time, and gives back all ids it had acknowledged by then.
 */
async function acknowledgedUntilKilled(file: string, count: number, delay: number): Promise<string[]> {
  const child: ChildProcess = spawn(process.execPath, [writer, workerFile, file, wasmFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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
  expect(await ended).toBe('SIGKILL');
  // The last line may have been cut by the blow; only a whole id was acknowledged to anybody.
  return ids.filter((id) => id.length === 36);
}

test(`after each of ${kills} kills (SIGKILL) every acknowledged note is there and nothing is left over`, async () => {
  const file = await newUserFile();
  const acknowledged: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    acknowledged.push(...(await acknowledgedUntilKilled(file, 2 + (kill % 4), kill * 331)));
    const store = await openStore(file);
    expect(store.problem()).toBeNull();
    const ids = new Set<string>(store.annotations().map(({ id }) => id));
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    // At most the one under way at each kill may be there without having been acknowledged.
    expect(ids.size).toBeLessThanOrEqual(acknowledged.length + kill + 1);
    expect(await readdir(path.dirname(file))).toEqual(['user.db']);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills * 2);
}, 30_000);
