import type { JournalStore } from '../../main/storage/journal/journal-store.ts';
import type { RowChange } from '../../main/storage/journal/record-format.ts';
import { type MapImage, mapImages, put, removed } from './map-image.ts';
import { type CutMode, cutModes, numbersOf, PowerCut, SimulatedDisk } from './sim-disk.ts';

type Open = typeof import('../../main/storage/journal/journal-store.ts').openJournalStore;
type Rows = Map<string, string>;

/** What some cuts of the power did: every violation is a sentence with the seed that repeats it. */
export type Cuts = { readonly cuts: number; readonly acknowledged: number; readonly lost: readonly string[] };

const saves = 24;

/**
 * Cuts the power of a simulated disk after every operation of a random piece of work, in every mode, for seed after
 * seed, until `count` cuts are made; every third time again while the data is being opened. Whatever was acknowledged
 * must then be there, as it was acknowledged, nothing else but perhaps the one change that was under way, and
 * the store must take further changes. Stops at `enough` violations.
 */
export async function cutPower(open: Open, count: number, firstSeed = 1, enough = 10): Promise<Cuts> {
  const lost: string[] = [];
  let cuts = 0;
  let acknowledged = 0;
  for (let seed = firstSeed; cuts < count && lost.length < enough; seed += 1) {
    const whole = await work(open, seed, Number.POSITIVE_INFINITY);
    for (let after = 1; after < whole.disk.count && cuts < count; after += 1) {
      for (const mode of cutModes) {
        const done = await work(open, seed, after);
        acknowledged += done.acknowledged;
        cuts += 1;
        const wrong = await lookAfter(open, done, mode, seed * 7919 + after * 31).catch(
          (error: unknown) => `cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
        );
        if (wrong !== null) lost.push(`seed ${seed}, operation ${after}, ${mode}: ${wrong}`);
      }
    }
  }
  return { cuts, acknowledged, lost };
}

type Done = {
  readonly disk: SimulatedDisk;
  readonly rows: Rows;
  /** What was under way when the power went: it may be there or not, whole. */
  readonly underWay: readonly RowChange[];
  readonly acknowledged: number;
};

async function work(open: Open, seed: number, cutAfter: number): Promise<Done> {
  const random = numbersOf(seed);
  const disk = new SimulatedDisk();
  disk.cutAfter = cutAfter;
  const rows: Rows = new Map();
  let underWay: readonly RowChange[] = [];
  let acknowledged = 0;
  let owner = 1;
  const start = (): Promise<JournalStore<MapImage>> =>
    open(disk.disk, mapImages, { owner: ownerOf(seed, owner++) });
  try {
    let store = await start();
    for (let save = 0; save < saves; save += 1) {
      underWay = changesBy(random, save);
      await store.save(underWay);
      for (const change of underWay) apply(rows, change);
      underWay = [];
      acknowledged += 1;
      if (random(5) === 0) await store.snapshot();
      if (random(7) === 0) {
        await store.close();
        store = await start();
      }
    }
  } catch (error) {
    if (!isPowerCut(error)) throw error;
  }
  return { disk, rows, underWay, acknowledged };
}

function isPowerCut(error: unknown): boolean {
  return error instanceof PowerCut || (error instanceof Error && error.message.includes('no power'));
}

function ownerOf(seed: number, number: number): string {
  return `${seed.toString(16).padStart(8, '0')}${number.toString(16).padStart(8, '0')}`;
}

function changesBy(random: (below: number) => number, save: number): readonly RowChange[] {
  return Array.from({ length: 1 + random(3) }, () => {
    const id = `row-${random(8)}`;
    return random(6) === 0 ? removed(id) : put(id, `${save}-${'文'.repeat(random(40))}`);
  });
}

function apply(rows: Rows, { id, row }: RowChange): void {
  if (row === null) rows.delete(id);
  else rows.set(id, String(row.text));
}

async function lookAfter(open: Open, done: Done, mode: CutMode, seed: number): Promise<string | null> {
  const random = numbersOf(seed);
  let left = done.disk.afterCut(mode, random);
  if (random(3) === 0) {
    // The power goes once more while the data is opened and looked after.
    left.cutAfter = 1 + random(12);
    try {
      const store = await open(left.disk, mapImages, { owner: ownerOf(seed, 900) });
      await store.snapshot();
    } catch (error) {
      if (!isPowerCut(error)) throw error;
    }
    left = left.afterCut(mode, random);
  }
  const store = await open(left.disk, mapImages, { owner: ownerOf(seed, 901) });
  const found = store.image().rows;
  const perhaps = new Map(done.rows);
  for (const change of done.underWay) apply(perhaps, change);
  if (!same(found, done.rows) && !same(found, perhaps)) return differences(done.rows, found);
  const kept = new Map(found);
  await store.save([put('afterwards', 'still writable')]);
  await store.snapshot();
  await store.save([put('once more', 'yes')]);
  const again = (await open(left.disk, mapImages, { owner: ownerOf(seed, 902) })).image().rows;
  kept.set('afterwards', 'still writable').set('once more', 'yes');
  return same(again, kept) ? null : `after recovery: ${differences(kept, again)}`;
}

function same(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([id, text]) => other.get(id) === text);
}

function differences(wanted: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string {
  return [...new Set([...wanted.keys(), ...found.keys()])]
    .filter((id) => wanted.get(id) !== found.get(id))
    .map(
      (id) =>
        `${id}: ${wanted.get(id)?.slice(0, 8) ?? 'none'} acknowledged, ${found.get(id)?.slice(0, 8) ?? 'none'} found`,
    )
    .join('; ');
}
