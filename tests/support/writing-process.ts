import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { loadSqlite } from '../../main/storage/database.ts';
import { openUserStore } from '../../main/storage/user-store.ts';
import type { AnnotationId } from '../../preload/contract/index.ts';
import { annotation } from './user-records.ts';

/*
 * A process to be killed: writes annotations until it is, and prints the id of each one that was acknowledged. The
 * storage thread of the app is one such process within another. Arguments: user file, wasm file.
 */
async function writeUntilKilled(): Promise<never> {
  const [userFile = '', wasmFile = ''] = process.argv.slice(2);
  const store = await openUserStore(await loadSqlite(wasmFile), userFile);
  for (let count = 1; ; count += 1) {
    const record = annotation({ id: randomUUID() as AnnotationId });
    await store.applyAnnotations({ put: [record], remove: [] });
    writeSync(1, `${record.id}\n`);
    // Sometimes the blow falls while everything is folded into a snapshot.
    if (count % 3 === 0) await store.tidy();
  }
}

void writeUntilKilled();
