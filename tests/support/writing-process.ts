import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { startStorage } from '../../main/storage/client.ts';
import type { AnnotationId } from '../../preload/contract/index.ts';
import { annotation } from './user-records.ts';

/*
 * A process to be killed: writes annotations until it is, through the storage client, and prints the id
 * of each one that was acknowledged. Arguments: worker file, user file, wasm file.
 */
async function writeUntilKilled(): Promise<never> {
  const [workerFile = '', userFile = '', wasmFile = ''] = process.argv.slice(2);
  const storage = startStorage(workerFile, { contentFile: '', userFile, wasmFile });
  for (;;) {
    const record = annotation({ id: randomUUID() as AnnotationId });
    await storage.applyAnnotations({ put: [record], remove: [] });
    writeSync(1, `${record.id}\n`);
  }
}

void writeUntilKilled();
