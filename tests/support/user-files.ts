import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from 'sql.js';
import type { Disk } from '../../main/storage/journal/disk.ts';
import { openJournalStore } from '../../main/storage/journal/journal-store.ts';
import { nodeDisk } from '../../main/storage/journal/node-disk.ts';
import { userImages } from '../../main/storage/user-image.ts';
import { openUserStore, type UserStore } from '../../main/storage/user-store.ts';
import { changedBytes, sqlite } from './sample-library.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { annotation, bookmark, position } from './user-records.ts';

export async function openStore(file: string, disk?: Disk): Promise<UserStore> {
  return openUserStore(await sqlite(), file, disk);
}

/** What the store of a file holds, as one database. */
export async function databaseOf(file: string): Promise<Uint8Array> {
  const base = await readFile(file).catch(() => null);
  const images = userImages(await sqlite(), base && new Uint8Array(base));
  return (await openJournalStore(nodeDisk(path.dirname(file)), images)).image().export();
}

/** A place for a user.db, with a Chinese name and a space in it; the folder is not made. */
export async function newUserFile(): Promise<string> {
  return path.join(await temporaryFolder(), '我的 资料', 'user', 'user.db');
}

/** Data with one annotation, one bookmark, one position and one setting, and what is in it. */
async function writtenData() {
  const file = await newUserFile();
  const records = { annotation: annotation(), bookmark: bookmark(), position: position() };
  const store = await openStore(file);
  await store.applyAnnotations({ put: [records.annotation], remove: [] });
  await store.applyBookmarks({ put: [records.bookmark], remove: [] });
  await store.savePosition(records.position);
  await store.saveSettings({ theme: 'dark' });
  return { file, ...records };
}

/** The same in the earlier form, one user.db. */
export async function writtenUserFile() {
  const written = await writtenData();
  return { ...written, file: await userFileOf(await databaseOf(written.file)) };
}

/** The same, with the database changed behind the program's back. */
export async function alteredUserFile(alter: (database: Database) => void) {
  const written = await writtenUserFile();
  await writeFile(written.file, await changedBytes(written.file, alter));
  return written;
}

/** A user.db of exactly these bytes. */
export async function userFileOf(bytes: Uint8Array): Promise<string> {
  const file = await newUserFile();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return file;
}
