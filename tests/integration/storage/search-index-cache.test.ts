import { existsSync } from 'node:fs';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { searchIndexCache } from '../../../main/storage/search-index-cache.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const bytes = Uint8Array.from({ length: 9_000_000 }, (_, at) => (at * 31) % 251);
let file: string;
const cacheFor = (library: string) => searchIndexCache(file, async () => library);

beforeEach(async () => {
  file = path.join(await temporaryFolder(), 'search-index.bin');
});

describe('the kept index of the search', () => {
  it('is had again whole, where its numbers can be read in place', async () => {
    expect(await cacheFor('a').read()).toBeNull();
    await cacheFor('a').write(bytes);
    const read = await cacheFor('a').read();
    expect(Buffer.compare(read ?? Buffer.of(), bytes)).toBe(0);
    expect((read?.byteOffset ?? 1) % 4).toBe(0);
    await cacheFor('a').write(bytes.subarray(0, 10));
    expect(await cacheFor('a').read()).toHaveLength(10);
  });

  it('is no more when the library is another one', async () => {
    await cacheFor('a').write(bytes);
    expect(await cacheFor('b').read()).toBeNull();
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['a flipped bit', async () => flip(5_000_000)],
    ['a flipped bit of the hash', async () => flip(3)],
    ['a flipped bit of the key', async () => flip(40)],
    ['a lost end', () => truncate(file, 4_000_000)],
    ['nothing in it', () => truncate(file, 0)],
    ['a stub', () => truncate(file, 50)],
    ['a foreign file', () => writeFile(file, 'SQLite format 3\0'.repeat(1000))],
  ])('is not given out with %s', async (_name, damage) => {
    await cacheFor('a').write(bytes);
    await damage();
    expect(await cacheFor('a').read()).toBeNull();
    await cacheFor('a').write(bytes);
    expect(await cacheFor('a').read()).toHaveLength(bytes.length);
  });

  it('is not there where a folder has its name or none of its folders exists', async () => {
    await mkdir(file);
    expect(await cacheFor('a').read()).toBeNull();
    await expect(cacheFor('a').write(bytes)).rejects.toThrow();
    file = path.join(file, 'not', 'there.bin');
    expect(await cacheFor('a').read()).toBeNull();
    await expect(cacheFor('a').write(bytes)).rejects.toThrow();
  });
});

async function flip(at: number): Promise<void> {
  const changed = await readFile(file);
  changed[at] = (changed[at] ?? 0) ^ 4;
  await writeFile(file, changed);
}
