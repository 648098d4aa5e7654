import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from 'sql.js';
import type { WriterFiles } from '../../main/files/atomic-write.ts';
import { openUserStore, type UserStore } from '../../main/storage/user-store.ts';
import { changedBytes, sqlite } from './sample-library.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { annotation, bookmark, position } from './user-records.ts';

export async function openStore(file: string, files?: WriterFiles): Promise<UserStore> {
  return openUserStore(await sqlite(), file, files);
}

/** A place for a user.db, with a Chinese name and a space in it; the folder is not made. */
export async function newUserFile(): Promise<string> {
  return path.join(await temporaryFolder(), '我的 资料', 'user', 'user.db');
}

/** A user.db with one annotation, one bookmark, one position and one setting, and what is in it. */
export async function writtenUserFile() {
  const file = await newUserFile();
  const records = { annotation: annotation(), bookmark: bookmark(), position: position() };
  const store = await openStore(file);
  await store.applyAnnotations({ put: [records.annotation], remove: [] });
  await store.applyBookmarks({ put: [records.bookmark], remove: [] });
  await store.savePosition(records.position);
  await store.saveSettings({ theme: 'dark' });
  return { file, ...records };
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
