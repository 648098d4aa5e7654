import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { buildLibrary, SEEDS } from '../../build/library/build-library.ts';
import { openLocalRepository } from '../../main/storage/local-repository.ts';
import type { Repository } from '../../main/storage/repository.ts';
import { wasmFile } from './sample-library.ts';

let built: Promise<Uint8Array> | undefined;
/** content.db of the five real documents, built once for a test file. */
export function seedLibrary(): Promise<Uint8Array> {
  built ??= buildLibrary(SEEDS);
  return built;
}

/** The repository over the five real documents, open while the tests of a file run. */
export function seedRepository(): () => Repository {
  let folder = '';
  let repository: Repository | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'policy-reader-test-'));
    const contentFile = path.join(folder, 'content.db');
    await writeFile(contentFile, await seedLibrary());
    repository = await openLocalRepository({
      contentFile,
      userFile: path.join(folder, 'user', 'user.db'),
      wasmFile,
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => {
    if (repository === undefined) throw new Error('the library is not open yet');
    return repository;
  };
}
