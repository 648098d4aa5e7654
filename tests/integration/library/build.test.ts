import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import initSqlJs from 'sql.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildLibrary, SEEDS, writeLibrary } from '../../../build/library/build-library.ts';
import { proveLibrary } from '../../../build/library/proof.ts';
import { readSeeds } from '../../../build/library/seeds.ts';
import { draftEntry, ingestFile } from '../../../main/ingest/index.ts';

// Time on a shared machine, not a measure of anything.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'library-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function query(bytes: Uint8Array, text: string): Promise<readonly (readonly initSqlJs.SqlValue[])[]> {
  const sql = await initSqlJs();
  const db = new sql.Database(bytes);
  try {
    return db.exec(text)[0]?.values ?? [];
  } finally {
    db.close();
  }
}

/** A copy of the seeds that a test may spoil. */
async function copySeeds(): Promise<string> {
  const copy = join(folder, 'seeds');
  await cp(SEEDS, copy, { recursive: true });
  return copy;
}

async function firstDocument(seeds: string): Promise<string> {
  const names = await readdir(join(seeds, 'documents'));
  return join(seeds, 'documents', names.sort()[0] ?? '');
}

describe('building the library', () => {
  it('gives the same bytes twice', async () => {
    expect(Buffer.compare(await buildLibrary(SEEDS), await buildLibrary(SEEDS))).toBe(0);
  });

  it('reads the five seeds in less than two seconds', async () => {
    const started = performance.now();
    await readSeeds(SEEDS);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is proved faithful: nothing lost, nothing invented', async () => {
    const { texts } = await readSeeds(SEEDS);
    const { problems } = await proveLibrary(await buildLibrary(SEEDS), texts);
    expect(problems).toEqual([]);
  });

  it('bears its own mark, and tables and columns as they are fixed', async () => {
    const bytes = await buildLibrary(SEEDS);
    expect(await query(bytes, 'pragma application_id')).toEqual([[0x63657975]]);
    expect(await query(bytes, 'pragma user_version')).toEqual([[1]]);
    const columns = await query(
      bytes,
      `select m.name || '(' || group_concat(p.name, ' ') || ')' from sqlite_master m join pragma_table_info(m.name) p
       where m.type = 'table' group by m.name order by m.name`,
    );
    expect(columns.flat()).toEqual([
      'block_sources(block_id ord source_start source_end)',
      'blocks(id document_id ord kind level level_basis number text parent_id run_in_of closing)',
      'bodies(canonical alias)',
      'citations(id document_id block_id text_start text_end source_start source_end form kind text document_number resolves_to target_document_id)',
      'defects(document_id source_start source_end kind note block_id text_start text_end)',
      'documents(id parent_id ord source_file source_start source_end edition_hash title title_basis document_number issuer kind level issued_on effective_on expires_on addressees script completeness inferred_fields character_count)',
      'facts(id document_id block_id text_start text_end source_start source_end type subject comparator value unit due raw sentence_start sentence_end)',
      'furniture(source_file source_start source_end reason)',
      'measure_bodies(document_id seq ord body canonical block_id)',
      'measures(document_id seq task subtask measure source_start source_end body_block_id row_block_id)',
      'meta(key value)',
      'metadata_evidence(document_id field basis value source_start source_end why)',
      'repairs(block_id at kind source_start source_end original replacement note)',
      'sources(file text)',
      'table_cells(block_id ord column_name text_start text_end source_start source_end)',
    ]);
  });

  it('keeps to the fixed vocabularies', async () => {
    const bytes = await buildLibrary(SEEDS);
    const words = async (column: string, table: string): Promise<readonly unknown[]> =>
      (
        await query(bytes, `select distinct ${column} from ${table} where ${column} is not null order by 1`)
      ).flat();
    expect(await words('reason', 'furniture')).toEqual([
      'page-number',
      'running-title',
      'stray-number',
      'table-header',
      'web-chrome',
    ]);
    expect(await words('basis', 'metadata_evidence')).toEqual(['inferred', 'missing', 'stated']);
    expect(await words('level', 'documents')).toEqual(['association', 'district', 'municipal', 'national']);
    expect(await words('column_name', 'table_cells')).toEqual([
      'bodies',
      'measure',
      'seq',
      'subtask',
      'task',
    ]);
    expect(
      await query(
        bytes,
        'select count(*) from blocks where parent_id is not null and parent_id not in (select id from blocks)',
      ),
    ).toEqual([[0]]);
  });
});

describe('a build that fails', () => {
  it('leaves the former database as it was, and no file beside it', async () => {
    const out = join(folder, 'content.db');
    await writeLibrary(new TextEncoder().encode('former'), out);
    const seeds = await copySeeds();
    const file = await firstDocument(seeds);
    await writeFile(file, `${await readFile(file, 'utf8')}。`);
    await expect(buildLibrary(seeds).then((bytes) => writeLibrary(bytes, out))).rejects.toThrow(/sha-256/);
    await expect(writeLibrary(new Uint8Array(1), folder)).rejects.toThrow();
    expect(await readFile(out, 'utf8')).toBe('former');
    expect((await readdir(folder)).sort()).toEqual(['content.db', 'content.db.sha256', 'seeds']);
  });

  it('names the file and what is wrong with it', async () => {
    const seeds = await copySeeds();
    const file = await firstDocument(seeds);
    await writeFile(file, '');
    await expect(buildLibrary(seeds)).rejects.toMatchObject({ code: 'empty', file: basename(file) });
    await rm(file);
    await expect(buildLibrary(seeds)).rejects.toMatchObject({ code: 'manifest' });
    await writeFile(join(seeds, 'manifest.json'), '{"schemaVersion":2}');
    await expect(buildLibrary(seeds)).rejects.toMatchObject({ code: 'manifest', file: 'manifest.json' });
  });
});

describe('a long text', () => {
  it('of one megabyte is read in less than three seconds, in time that grows with its length', async () => {
    const { texts } = await readSeeds(SEEDS);
    const [seed = ''] = texts.values();
    const once = (text: string): number => {
      const entry = draftEntry('x', 'x.txt', '0'.repeat(64), text);
      const started = performance.now();
      ingestFile({ text, entry, bodies: new Map(), metadata: 'found' });
      return (performance.now() - started) / 1000;
    };
    // The best of three: other work on the machine only ever adds time.
    const seconds = (times: number): number => {
      const text = seed.repeat(times);
      return Math.min(once(text), once(text), once(text));
    };
    seconds(2);
    const megabyte = Math.ceil(1_000_000 / Buffer.byteLength(seed));
    const quarter = seconds(Math.ceil(megabyte / 4));
    const whole = seconds(megabyte);
    expect(whole).toBeLessThan(3);
    // Linear time gives 4; quadratic would give 16.
    expect(whole / quarter).toBeLessThan(9);
  });
});
