import { ReaderError } from '../../../preload/contract/index.ts';
import type { Disk } from './disk.ts';
import { type DataFile, dataFileOf } from './file-names.ts';
import type { Image, ImageKind } from './image.ts';
import { type JournalRecord, readJournal } from './record-format.ts';
import { readSnapshot, type SnapshotMeta } from './snapshot-format.ts';

/** What the files of a folder hold, all of them together. */
export type Recovered<Kept extends Image> = {
  readonly image: Kept;
  /** The highest number that any record bears, whether it could be applied or not. */
  readonly seq: number;
  readonly generation: number;
  /** The snapshots that are whole, newest first, each with what it covers. */
  readonly snapshots: readonly { readonly name: string; readonly covers: SnapshotMeta['covers'] }[];
  /** The last record of each journal whose records are all in the image. */
  readonly journals: ReadonlyMap<string, number>;
  /** Bytes of records that were applied, and of how many journals. */
  readonly replayed: { readonly records: number; readonly journals: number };
  /** Files that are no snapshot or journal although they are called so. */
  readonly bad: readonly string[];
  /** Stretches that could not be read, of journals that the newest snapshot does not cover. */
  readonly damaged: number;
  /** The journals that have such stretches, covered or not: they are kept when others are removed. */
  readonly damagedJournals: ReadonlySet<string>;
};

type Journal = DataFile & {
  readonly schema: number;
  readonly records: readonly JournalRecord[];
  readonly damaged: number;
  readonly size: number;
};

/**
 * Reads all snapshots and journals of a folder and puts together what they hold: the newest whole snapshot and every
 * record that it does not cover, in the order of their numbers. Writes nothing.
 * @throws ReaderError USER_DATA_NEWER before anything else where a file asks for a newer program;
 *   USER_DATA_CORRUPT where there were snapshots and none of them is whole, unless `salvage` is set: then what
 *   journals hold is put into an empty image.
 */
export async function recover<Kept extends Image>(
  disk: Disk,
  kind: ImageKind<Kept>,
  salvage = false,
): Promise<Recovered<Kept>> {
  const files = (await disk.names()).flatMap((name) => dataFileOf(name) ?? []);
  const read = await Promise.all(files.map(async (file) => ({ file, bytes: await disk.read(file.name) })));
  const bad: string[] = [];
  const journals: Journal[] = [];
  const snapshots: { readonly file: DataFile; readonly meta: SnapshotMeta; readonly image: Uint8Array }[] =
    [];
  let unreadable = 0;
  for (const { file, bytes } of read) {
    if (file.kind === 'snapshot') {
      const snapshot = readSnapshot(bytes);
      if (snapshot === null) bad.push(file.name);
      else snapshots.push({ file, ...snapshot });
      if (snapshot !== null) refuseNewer(snapshot.meta, kind.compat);
    } else {
      const journal = readJournal(bytes);
      if (journal.header === null) {
        bad.push(file.name);
        unreadable += journal.damaged;
        continue;
      }
      refuseNewer(journal.header, kind.compat);
      const { damaged } = journal;
      journals.push({
        damaged,
        ...file,
        schema: journal.header.schema,
        records: journal.records,
        size: bytes.length,
      });
    }
  }
  snapshots.sort(
    (one, other) => other.file.generation - one.file.generation || (one.file.name < other.file.name ? 1 : -1),
  );
  const whole: (typeof snapshots)[number][] = [];
  let image: Kept | null = null;
  for (const snapshot of snapshots) {
    // The hash has proven the bytes; of the older ones no more than that need be known.
    try {
      image ??= kind.load(snapshot.image);
      whole.push(snapshot);
    } catch (error) {
      if (error instanceof ReaderError && error.code === 'USER_DATA_NEWER') throw error;
      bad.push(snapshot.file.name);
    }
  }
  const hadSnapshot = files.some(({ kind: of }) => of === 'snapshot');
  // A first snapshot that was cut off while it was written held nothing that its journal has not.
  if (image === null && hadSnapshot && !salvage && !beginsAtFirst(journals) && !isFirstWrite(files, journals))
    throw new ReaderError('USER_DATA_CORRUPT', `none of the snapshots is whole: ${bad.join(', ')}`);
  image ??= kind.empty();
  const covers = whole[0]?.meta.covers ?? {};
  const replayed = replay(image, journals, covers);
  image.migrate();
  return {
    image,
    seq: Math.max(
      0,
      whole[0]?.meta.seq ?? 0,
      ...journals.flatMap(({ records }) => records.map(({ seq }) => seq)),
    ),
    generation: Math.max(0, ...files.map(({ generation }) => generation)),
    snapshots: whole.map(({ file, meta }) => ({ name: file.name, covers: meta.covers })),
    journals: new Map(
      journals
        .filter(({ name }) => !replayed.notUnderstood.has(name))
        .map(({ name, records }) => [name, Math.max(covers[name] ?? 0, ...records.map(({ seq }) => seq))]),
    ),
    replayed: { records: replayed.records, journals: journals.length },
    bad,
    damaged: journals
      .filter(
        ({ name, records }) =>
          covers[name] === undefined || records.some(({ seq }) => seq > (covers[name] ?? 0)),
      )
      .reduce((sum, journal) => sum + journal.damaged, unreadable),
    damagedJournals: new Set(journals.filter((journal) => journal.damaged > 0).map(({ name }) => name)),
  };
}

/** Whether the journals hold the very first record, so that no snapshot is needed. */
function beginsAtFirst(journals: readonly Journal[]): boolean {
  return journals.some(({ records }) => records.some(({ seq }) => seq === 1));
}

/**
 * Whether the very first write was cut off, and then the snapshot that was to look after it: nothing was acknowledged
 * yet. The second snapshot, without which no journal is removed, cannot have a generation below the fourth.
 */
function isFirstWrite(files: readonly DataFile[], journals: readonly Journal[]): boolean {
  return (
    files.every(({ generation }) => generation < 4) && journals.every(({ records }) => records.length === 0)
  );
}

function refuseNewer({ compat }: { readonly compat: number }, ours: number): void {
  if (compat > ours) throw new ReaderError('USER_DATA_NEWER', `compat ${compat}, this program knows ${ours}`);
}

function replay(
  image: Image,
  journals: readonly Journal[],
  covers: SnapshotMeta['covers'],
): { readonly records: number; readonly notUnderstood: ReadonlySet<string> } {
  const waiting = journals
    .flatMap(({ name, schema, records }) =>
      records.filter(({ seq }) => seq > (covers[name] ?? 0)).map((record) => ({ name, schema, record })),
    )
    .sort((one, other) => one.record.seq - other.record.seq || (one.name < other.name ? -1 : 1));
  const notUnderstood = new Set<string>();
  for (const { name, schema, record } of waiting) {
    // Rows that an earlier program wrote are carried to the present schema with the rows they lie among.
    if (schema > image.schema()) image.migrate();
    if (!image.apply(record.changes)) notUnderstood.add(name);
  }
  return { records: waiting.length, notUnderstood };
}
