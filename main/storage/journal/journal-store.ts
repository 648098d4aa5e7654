import { randomBytes } from 'node:crypto';
import { ReaderError } from '../../../preload/contract/index.ts';
import { asStorageError } from '../../files/atomic-write.ts';
import { type Disk, type DiskFile, writeAll } from './disk.ts';
import { dataFileOf, fileName } from './file-names.ts';
import type { Image, ImageKind } from './image.ts';
import {
  encodeHeader,
  encodeRecord,
  headerLength,
  type RowChange,
  readJournal,
  saltLength,
} from './record-format.ts';
import { type Recovered, recover } from './recovery.ts';
import { encodeSnapshot, readSnapshot, type SnapshotMeta } from './snapshot-format.ts';

/** A journal longer than this (bytes) is folded into a snapshot. */
const longJournal = 1024 * 1024;
/** So are more journals than this: each session that saves something begins one. */
const manyJournals = 8;

/** What is told of an opening that found something wrong. */
export type Incident = {
  /** Files that were set aside, and stretches of journals that could not be read. */
  readonly setAside: readonly string[];
  readonly damaged: number;
};

/**
 * Data in memory whose every change is on disk before it is told to be saved: snapshots of the whole, journals of
 * what was changed since, no file ever rewritten in place and none deleted that may still be needed.
 */
export type JournalStore<Kept extends Image> = {
  readonly image: () => Kept;
  /** What was found wrong when the store was opened; null when nothing was. */
  readonly incident: Incident | null;
  /**
   * Writes changes, then applies them. Resolves only when they are on disk.
   * @throws ReaderError DISK_FULL, READ_ONLY or IO; nothing has then changed in memory
   */
  readonly save: (changes: readonly RowChange[]) => Promise<void>;
  /** Folds the journals into a snapshot. A failure loses nothing and is told only here. */
  readonly snapshot: () => Promise<void>;
  /** Whether a snapshot is due. */
  readonly isLong: () => boolean;
  readonly close: () => Promise<void>;
};

type Journal = {
  readonly name: string;
  readonly file: DiskFile;
  readonly salt: Uint8Array;
  end: number;
  last: number;
};

/**
 * Opens the data of a folder, which need not exist yet. Nothing is written before the first save.
 * @throws ReaderError USER_DATA_NEWER, USER_DATA_CORRUPT (see `recover`), IO
 */
export async function openJournalStore<Kept extends Image>(
  disk: Disk,
  kind: ImageKind<Kept>,
  {
    salvage = false,
    owner = randomBytes(8).toString('hex'),
  }: { readonly salvage?: boolean; readonly owner?: string } = {},
): Promise<JournalStore<Kept>> {
  const recovered = await recover(disk, kind, salvage);
  return storeOn(disk, kind, owner, recovered);
}

function storeOn<Kept extends Image>(
  disk: Disk,
  kind: ImageKind<Kept>,
  owner: string,
  recovered: Recovered<Kept>,
): JournalStore<Kept> {
  const { image, damaged } = recovered;
  let { seq, generation, snapshots } = recovered;
  /** The last record of every journal that is in memory, or must never be read again. */
  const journals = new Map(recovered.journals);
  const known = new Set<string>([...journals.keys(), ...snapshots.map(({ name }) => name), ...recovered.bad]);
  let bad = recovered.bad;
  let current: Journal | null = null;
  /** A record whose fate on disk is not known lies in the journal: it must be covered before it is read again. */
  let uncovered = false;
  let replayedJournals = recovered.replayed.journals;

  const make = async (
    kindOf: 'snapshot' | 'journal',
    write: (file: DiskFile) => Promise<void>,
  ): Promise<[string, DiskFile]> => {
    await disk.prepare();
    generation += 1;
    const name = fileName(kindOf, generation, owner);
    const file = await disk.create(name);
    known.add(name);
    try {
      await write(file);
      await file.sync();
      await disk.syncFolder();
    } catch (error) {
      await file.close().catch(() => undefined);
      // Half a file is no data: it would be set aside at the next start.
      await disk.remove(name).catch(() => undefined);
      throw error;
    }
    return [name, file];
  };

  const begin = async (): Promise<Journal> => {
    const salt = new Uint8Array(randomBytes(saltLength));
    const header = encodeHeader({ schema: kind.schema, compat: kind.compat, salt });
    const [name, file] = await make('journal', (made) => writeAll(made, header, 0));
    journals.set(name, seq);
    return { name, file, salt, end: headerLength, last: seq };
  };

  const leave = async (): Promise<void> => {
    const left = current;
    current = null;
    await left?.file.close().catch(() => undefined);
  };

  const snapshot = async (): Promise<void> => {
    // Appends go to a new journal first, so that the snapshot may fail without harm.
    await leave();
    current = await begin();
    const meta: SnapshotMeta = {
      seq,
      schema: kind.schema,
      compat: kind.compat,
      covers: Object.fromEntries(journals),
    };
    const bytes = encodeSnapshot(image.export(), meta);
    const [name, file] = await make('snapshot', (made) => writeAll(made, bytes, 0));
    await file.close();
    if (readSnapshot(await disk.read(name)) === null) {
      throw new ReaderError('IO', `${name} does not read as it was written`);
    }
    uncovered = false;
    replayedJournals = 0;
    snapshots = [{ name, covers: meta.covers }, ...snapshots];
    await clear();
  };

  /** Removes what two verified snapshots make needless; nothing at all where somebody else is at work in the folder. */
  const clear = async (): Promise<void> => {
    const files = (await disk.names()).flatMap((name) => dataFileOf(name) ?? []);
    if (files.some(({ name }) => !known.has(name))) return;
    for (const name of bad) await disk.moveInto('quarantine', name);
    bad = [];
    const older = snapshots[1];
    if (older === undefined) return;
    for (const { name } of snapshots.slice(2)) {
      await disk.remove(name);
      known.delete(name);
    }
    snapshots = snapshots.slice(0, 2);
    const present = new Set(files.map(({ name }) => name));
    const gone: string[] = [];
    for (const name of journals.keys()) {
      const covered = older.covers[name];
      if (name === current?.name || covered === undefined) continue;
      if (present.has(name)) {
        // Somebody may have added to it since it was read.
        const { records } = readJournal(await disk.read(name));
        if (records.some(({ seq: last }) => last > covered)) continue;
        if (recovered.damagedJournals.has(name)) await disk.moveInto('quarantine', name);
        else await disk.remove(name);
      }
      gone.push(name);
    }
    await disk.syncFolder();
    // Until its removal is durable a journal may come back, and must then be known as covered.
    for (const name of gone) {
      journals.delete(name);
      known.delete(name);
    }
  };

  const append = async (changes: readonly RowChange[]): Promise<void> => {
    if (uncovered) await snapshot().catch(() => undefined);
    if (current !== null && !(await current.file.isLinked())) await leave();
    current ??= await begin();
    const journal = current;
    seq += 1;
    // The number is used up whatever becomes of the record: a later one must never bear it.
    journals.set(journal.name, seq);
    const bytes = encodeRecord(journal.salt, { seq, changes });
    try {
      await writeAll(journal.file, bytes, journal.end);
    } catch (error) {
      await journal.file.truncate(journal.end).catch(() => giveUp());
      throw error;
    }
    try {
      await journal.file.sync();
    } catch (error) {
      // Refused is refused: as far as the disk still obeys, the next start shall not find it either.
      await journal.file.truncate(journal.end).catch(() => undefined);
      await giveUp();
      throw error;
    }
    journal.end += bytes.length;
    journal.last = seq;
  };

  /** What is in the journal's file is not known any more: it is never written to or synced again. */
  const giveUp = async (): Promise<void> => {
    uncovered = true;
    await leave();
  };

  return {
    image: () => image,
    incident: recovered.bad.length + damaged === 0 ? null : { setAside: recovered.bad, damaged },
    save: async (changes) => {
      try {
        await append(changes);
      } catch (error) {
        throw asStorageError(error, 'user');
      }
      if (!image.apply(changes))
        throw new ReaderError('INTERNAL', 'a change names what this program does not know');
    },
    snapshot: async () => {
      try {
        await snapshot();
      } catch (error) {
        throw asStorageError(error, 'user');
      }
    },
    isLong: () =>
      (current?.end ?? 0) > longJournal || replayedJournals > manyJournals || bad.length > 0 || uncovered,
    close: leave,
  };
}
