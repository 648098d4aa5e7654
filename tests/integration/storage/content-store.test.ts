import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from 'sql.js';
import { describe, expect, test } from 'vitest';
import { type ContentStore, openContentStore } from '../../../main/storage/content-store.ts';
import type { DocumentId } from '../../../preload/contract/index.ts';
import { stateOfFolder } from '../../support/file-state.ts';
import { codeOf } from '../../support/reader-errors.ts';
import { foreignDatabase, sampleLibrary, sampleTexts, sqlite } from '../../support/sample-library.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const known = '002' as DocumentId;

async function libraryFile(bytes: Uint8Array): Promise<string> {
  const file = path.join(await temporaryFolder(), '书库 1', 'content.db');
  await mkdir(path.dirname(file));
  await writeFile(file, bytes);
  return file;
}

async function open(alter?: (database: Database) => void): Promise<ContentStore> {
  return openContentStore(await sqlite(), await libraryFile(await sampleLibrary(alter)));
}

/** The code of opening a file with these bytes, which must stay as they are. */
async function codeOfOpening(bytes: Uint8Array): Promise<string> {
  const file = await libraryFile(bytes);
  const before = await stateOfFolder(path.dirname(file));
  const code = await codeOf(async () => openContentStore(await sqlite(), file));
  expect(await stateOfFolder(path.dirname(file))).toEqual(before);
  return code;
}

/** A fixed sequence that looks random, so that a failure can be seen again. */
function noise(length: number): Uint8Array {
  let value = 12_345;
  return Uint8Array.from({ length }, () => {
    value = (value * 1_103_515_245 + 12_345) % 2_147_483_648;
    return value >>> 16;
  });
}

describe('a whole library', () => {
  test('lists its documents in their order, with what is known and null for what is not', async () => {
    const { documents, contentHash } = await open();
    expect(contentHash).toBe('c'.repeat(64));
    expect(documents.map(({ id }) => id)).toEqual(['002', '003']);
    expect(documents[0]).toMatchObject({
      title: sampleTexts.title,
      documentNumber: '沪府发〔2012〕7号',
      issuer: '上海市人民政府',
      level: 'municipal',
      issuedOn: '2012-02-01',
      expiresOn: null,
      inferredFields: [],
    });
    expect(documents[1]).toMatchObject({
      titleBasis: 'inferred',
      documentNumber: null,
      issuer: null,
      issuedOn: null,
      inferredFields: ['title'],
    });
  });

  test('counts characters as every offset does, in UTF-16 units', async () => {
    const { documents, readDocument } = await open();
    for (const { id, characterCount } of documents) {
      const units = readDocument(id).blocks.reduce((sum, { text }) => sum + text.length, 0);
      expect(characterCount).toBe(units);
    }
  });

  test('gives a document block by block with its cells', async () => {
    const { blocks, cells, document } = (await open()).readDocument(known);
    expect(document.id).toBe('002');
    expect(blocks.map(({ text }) => text)).toEqual(Object.values(sampleTexts));
    expect(blocks[1]).toMatchObject({
      kind: 'heading',
      level: 1,
      number: '一、',
      closing: '。',
      parentId: null,
    });
    expect(blocks[2]).toMatchObject({ parentId: '002-b0002', number: null, closing: '' });
    expect(cells.map(({ column, start, end }) => [column, sampleTexts.row.slice(start, end)])).toEqual([
      ['seq', '1'],
      ['measure', '稳步提高'],
      ['bodies', '市人社局'],
    ]);
  });

  test('gives every block to the search, a table row cell by cell', async () => {
    const { units, documents } = (await open()).searchFeed();
    expect(documents.map(({ id, bodies }) => [id, bodies])).toEqual([
      ['002', []],
      ['003', []],
    ]);
    expect(units.map(({ blockId, textStart, text }) => [blockId, textStart, text])).toEqual([
      ['002-b0001', 0, sampleTexts.title],
      ['002-b0002', 0, sampleTexts.heading],
      ['002-b0003', 0, sampleTexts.paragraph],
      ['002-b0004', 0, '1'],
      ['002-b0004', 1, '稳步提高'],
      ['002-b0004', 5, '市人社局'],
      ['003-b0001', 0, '片段一句。'],
    ]);
  });

  test.each(['999', '', "002' or '1'='1", '002 '])('has no document %j', async (id) => {
    const store = await open();
    expect(await codeOf(() => store.readDocument(id as DocumentId))).toBe('NOT_FOUND');
  });
});

describe('a library with its hash beside it', () => {
  const withHash = async (change: (bytes: Uint8Array) => void) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'content.db');
    const bytes = await sampleLibrary();
    await writeFile(`${file}.sha256`, `${createHash('sha256').update(bytes).digest('hex')}\n`);
    change(bytes);
    await writeFile(file, bytes);
    return file;
  };

  test('is opened when it is the one that was built', async () => {
    const store = await openContentStore(await sqlite(), await withHash(() => undefined));
    expect(store.documents).toHaveLength(2);
  });

  test('is refused for a single flipped bit within a text, which SQLite itself would not see', async () => {
    const file = await withHash((bytes) => {
      const at = Buffer.from(bytes).indexOf(Buffer.from(sampleTexts.paragraph));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
    });
    expect(await codeOf(async () => openContentStore(await sqlite(), file))).toBe('CONTENT_CORRUPT');
  });
});

describe('a library that is no library', () => {
  test('missing', async () => {
    const folder = await temporaryFolder();
    expect(await codeOf(async () => openContentStore(await sqlite(), path.join(folder, 'content.db')))).toBe(
      'CONTENT_MISSING',
    );
    expect(
      await codeOf(async () => openContentStore(await sqlite(), path.join(folder, 'gone', 'content.db'))),
    ).toBe('CONTENT_MISSING');
  });

  test('a folder of that name', async () => {
    const folder = await temporaryFolder();
    expect(await codeOf(async () => openContentStore(await sqlite(), folder))).toBe('CONTENT_CORRUPT');
  });

  test('of no bytes, or of no documents', async () => {
    expect(await codeOfOpening(new Uint8Array())).toBe('CONTENT_EMPTY');
    const bytes = await sampleLibrary((database) => {
      database.run('delete from table_cells; delete from blocks; delete from documents');
    });
    expect(await codeOfOpening(bytes)).toBe('CONTENT_EMPTY');
  });

  test('cut off, wherever', async () => {
    const bytes = await sampleLibrary();
    const lengths = [1, 15, 16, 99, 100, 511, 4095, 4096, 4097];
    for (let length = 8192; length < bytes.length; length += 4096) lengths.push(length, length + 1000);
    for (const length of [...lengths, bytes.length - 1])
      expect(await codeOfOpening(bytes.subarray(0, length)), `${length} bytes`).toBe('CONTENT_CORRUPT');
  });

  test('random bytes, with and without the first words of an SQLite file', async () => {
    expect(await codeOfOpening(noise(20_000))).toBe('CONTENT_CORRUPT');
    const disguised = noise(20_000);
    disguised.set(new TextEncoder().encode('SQLite format 3\0'));
    expect(await codeOfOpening(disguised)).toBe('CONTENT_CORRUPT');
    expect(await codeOfOpening(new TextEncoder().encode('<html>404</html>'))).toBe('CONTENT_CORRUPT');
  });

  test('overwritten in the middle', async () => {
    const bytes = await sampleLibrary();
    bytes.set(noise(4096), 4096);
    expect(await codeOfOpening(bytes)).toBe('CONTENT_CORRUPT');
  });

  test("another program's database, an SQLite file of nothing, and the notes", async () => {
    expect(await codeOfOpening(await foreignDatabase())).toBe('CONTENT_CORRUPT');
    expect(await codeOfOpening(await foreignDatabase(0x63657975))).toBe('CONTENT_CORRUPT');
    expect(await codeOfOpening(await foreignDatabase(0x6365796e))).toBe('CONTENT_CORRUPT');
  });

  test('of a newer schema', async () => {
    const bytes = await sampleLibrary((database) => {
      database.run("update meta set value = '2' where key = 'schema_version'");
    });
    expect(await codeOfOpening(bytes)).toBe('CONTENT_NEWER');
  });

  test.each([
    ["delete from meta where key = 'schema_version'"],
    ["update meta set value = 'x' where key = 'schema_version'"],
    ['drop table meta'],
    ['drop table blocks'],
    ["update documents set edition_hash = 'short'"],
    ["update documents set level = 'planet' where id = '002'"],
    ["update documents set inferred_fields = 'x'"],
  ])('damaged: %s', async (sql) => {
    expect(await codeOfOpening(await sampleLibrary((database) => void database.run(sql)))).toBe(
      'CONTENT_CORRUPT',
    );
  });
});

describe('a library with a damaged part', () => {
  test('says so for that document and still gives the others', async () => {
    const store = await open((database) => {
      database.run("update blocks set kind = 'poem' where id = '003-b0001'");
    });
    expect(await codeOf(() => store.readDocument('003' as DocumentId))).toBe('CONTENT_CORRUPT');
    expect(store.readDocument(known).blocks).toHaveLength(4);
    expect(await codeOf(() => store.searchFeed())).toBe('CONTENT_CORRUPT');
  });

  test('without its table of cells', async () => {
    const store = await open((database) => void database.run('drop table table_cells'));
    expect(await codeOf(() => store.readDocument(known))).toBe('CONTENT_CORRUPT');
    expect(await codeOf(() => store.searchFeed())).toBe('CONTENT_CORRUPT');
  });
});
