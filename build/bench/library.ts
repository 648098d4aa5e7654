import { draftEntry, ingestFile } from '../../main/ingest/index.ts';
import { buildLibrary, SEEDS } from '../library/build-library.ts';
import { readSeeds } from '../library/seeds.ts';
import { median } from './statistics.ts';

// Reading documents: the five seeds into a library, a long text, and whether time grows with length as it should.
// Rounds of all lengths in turn, so that other work on the machine falls on all of them alike.

const rounds = 7;
const megabyte = 1_000_000;
const bars = { seeds: 2000, long: 3000, growth: 1.5 } as const;

/** Milliseconds that `act` takes. */
async function timed(act: () => unknown): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

function ingest(text: string): void {
  const entry = draftEntry('x', 'x.txt', '0'.repeat(64), text);
  ingestFile({ text, entry, bodies: new Map(), metadata: 'found' });
}

/** `seed` again and again until it has `bytes` of UTF-8. */
function ofSize(seed: string, bytes: number): string {
  return seed.repeat(Math.ceil(bytes / Buffer.byteLength(seed)));
}

function row(name: string, value: string, bar: string, held: boolean): boolean {
  console.log(`  ${name.padEnd(44)} ${value.padStart(10)}   bar ${bar}: ${held ? 'held' : 'NOT HELD'}`);
  return held;
}

async function main(): Promise<boolean> {
  const seeds: number[] = [];
  for (let round = 0; round <= rounds; round += 1) seeds.push(await timed(() => buildLibrary(SEEDS)));
  const { texts } = await readSeeds(SEEDS);
  console.log(`reading documents, Node ${process.versions.node}, medians of ${rounds} rounds`);
  // The first, with everything still to be compiled, is what a build pays.
  const first = seeds[0] ?? Number.NaN;
  const held = [
    row(
      'five seeds into a library, first time',
      `${Math.round(first)} ms`,
      `${bars.seeds} ms`,
      first < bars.seeds,
    ),
  ];
  for (const [file, seed] of texts) {
    const whole = ofSize(seed, megabyte);
    const quarter = ofSize(seed, megabyte / 4);
    const times: { readonly whole: number; readonly quarter: number }[] = [];
    ingest(quarter);
    for (let round = 0; round < rounds; round += 1)
      times.push({ quarter: await timed(() => ingest(quarter)), whole: await timed(() => ingest(whole)) });
    const long = median(times.map((time) => time.whole));
    const growth = median(times.map((time) => time.whole / whole.length / (time.quarter / quarter.length)));
    const name = file.slice(0, 3);
    held.push(
      row(`1 MB of ${name}`, `${Math.round(long)} ms`, `${bars.long} ms`, long < bars.long),
      row(
        `time per character, 1 MB to 0.25 MB of ${name}`,
        growth.toFixed(2),
        bars.growth.toFixed(1),
        growth <= bars.growth,
      ),
    );
  }
  return held.every(Boolean);
}

process.exitCode = (await main()) ? 0 : 1;
