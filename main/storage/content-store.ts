import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Database, SqlJsStatic } from 'sql.js';
import {
  blockKindSchema,
  type DocumentContent,
  type DocumentId,
  type DocumentSummary,
  documentContentSchema,
  documentSummarySchema,
  ReaderError,
  type SearchDocument,
  type SearchFeed,
  type SearchUnit,
} from '../../preload/contract/index.ts';
import { errnoOf } from '../files/atomic-write.ts';
import { openDatabase, rowsOf } from './database.ts';

/** 'ceyu' in ASCII: marks a file as ours, so that no foreign database is taken for the library. */
const contentApplicationId = 0x63657975;
const supportedSchema = 1;

const summaryColumns = `
  d.id, d.parent_id as parentId, d.ord, d.edition_hash as editionHash, d.title, d.title_basis as titleBasis,
  d.document_number as documentNumber, d.issuer, d.kind, d.level, d.issued_on as issuedOn,
  d.effective_on as effectiveOn, d.expires_on as expiresOn, d.addressees, d.script, d.completeness,
  d.inferred_fields as inferredFields, d.character_count as characterCount`;

const blockColumns = `
  id, document_id as documentId, ord, kind, level, level_basis as levelBasis, number, text, closing,
  parent_id as parentId, run_in_of as runInOf`;

/** The read-only library. Every value that leaves it has passed the contract's schema. */
export type ContentStore = {
  readonly contentHash: string;
  readonly documents: readonly DocumentSummary[];
  /** @throws ReaderError NOT_FOUND for an id the library does not have, CONTENT_CORRUPT for a damaged document. */
  readonly readDocument: (id: DocumentId) => DocumentContent;
  /** @throws ReaderError CONTENT_CORRUPT */
  readonly searchFeed: () => SearchFeed;
  /** What `read` finds in the database. @throws ReaderError its own, CONTENT_CORRUPT for anything else. */
  readonly query: <Value>(read: (database: Database) => Value) => Value;
};

/**
 * Opens content.db. Beside it lies `content.db.sha256`, written when it was built: with it the whole file is
 * proven in a few milliseconds, where SQLite's own check takes ten times as long and misses a flipped bit
 * within a text. Without it that check has to do.
 * @throws ReaderError CONTENT_MISSING, CONTENT_EMPTY, CONTENT_CORRUPT or CONTENT_NEWER; the file is
 *   never written to.
 */
export async function openContentStore(sqlite: SqlJsStatic, file: string): Promise<ContentStore> {
  const [bytes, hash] = await Promise.all([readContent(file), readHash(file)]);
  if (hash !== null && createHash('sha256').update(bytes).digest('hex') !== hash) {
    throw new ReaderError('CONTENT_CORRUPT', 'the file is not the one that was built');
  }
  const database = openDatabase(sqlite, bytes, contentApplicationId, 'CONTENT_CORRUPT', hash !== null);
  try {
    return readStore(database);
  } catch (error) {
    database.close();
    throw asCorrupt(error);
  }
}

/** The hash beside the library, or null where none was put. */
async function readHash(file: string): Promise<string | null> {
  try {
    return (await readFile(`${file}.sha256`, 'utf8')).trim();
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw asCorrupt(error);
  }
}

function readStore(database: Database): ContentStore {
  const meta = new Map(
    rowsOf(database, 'select key, value from meta').map((row) => [row.key, String(row.value)]),
  );
  const schema = Number(meta.get('schema_version'));
  if (!Number.isInteger(schema)) throw new ReaderError('CONTENT_CORRUPT', 'no schema_version');
  if (schema > supportedSchema) {
    throw new ReaderError('CONTENT_NEWER', `schema ${schema}, known ${supportedSchema}`);
  }
  const documents = rowsOf(database, `select ${summaryColumns} from documents d order by d.ord, d.id`).map(
    summaryOf,
  );
  if (documents.length === 0) throw new ReaderError('CONTENT_EMPTY', 'no documents');
  // A library without texts must be noticed now, not when the first document is opened.
  rowsOf(database, 'select 1 from blocks limit 1');
  return {
    contentHash: meta.get('content_hash') ?? '',
    documents,
    readDocument: (id) => orCorrupt(() => readDocument(database, documents, id)),
    searchFeed: () =>
      orCorrupt(() => ({ documents: searchDocuments(database, documents), units: searchUnits(database) })),
    query: (read) => orCorrupt(() => read(database)),
  };
}

/** A missing table or a row that breaks its schema is the file's fault, not the program's. */
function orCorrupt<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw asCorrupt(error);
  }
}

function asCorrupt(error: unknown): ReaderError {
  if (error instanceof ReaderError) return error;
  return new ReaderError('CONTENT_CORRUPT', error instanceof Error ? error.message : String(error));
}

async function readContent(file: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(file);
    if (bytes.length === 0) throw new ReaderError('CONTENT_EMPTY', 'the file holds no bytes');
    return bytes;
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    const code = errnoOf(error) === 'ENOENT' ? 'CONTENT_MISSING' : 'CONTENT_CORRUPT';
    throw new ReaderError(code, error instanceof Error ? error.message : String(error));
  }
}

function summaryOf(row: Record<string, unknown>): DocumentSummary {
  return documentSummarySchema.parse({ ...row, inferredFields: JSON.parse(String(row.inferredFields)) });
}

function readDocument(
  database: Database,
  documents: readonly DocumentSummary[],
  id: DocumentId,
): DocumentContent {
  const document = documents.find((candidate) => candidate.id === id);
  if (document === undefined) throw new ReaderError('NOT_FOUND', `document ${id}`);
  return documentContentSchema.parse({
    document,
    blocks: rowsOf(database, `select ${blockColumns} from blocks where document_id = ? order by ord`, [id]),
    cells: rowsOf(
      database,
      `select c.block_id as blockId, c.ord, c.column_name as "column", c.text_start as start, c.text_end as "end"
       from table_cells c join blocks b on b.id = c.block_id where b.document_id = ? order by b.ord, c.ord`,
      [id],
    ),
  });
}

function searchDocuments(database: Database, documents: readonly DocumentSummary[]): SearchDocument[] {
  const bodies = new Map<string, Set<string>>();
  for (const row of rowsOf(database, 'select document_id, body, canonical from measure_bodies')) {
    const named = bodies.get(String(row.document_id)) ?? new Set();
    bodies.set(String(row.document_id), named.add(String(row.body)).add(String(row.canonical)));
  }
  return documents.map(({ id, title, documentNumber, issuer, kind, issuedOn, effectiveOn, expiresOn }) => ({
    ...{ id, title, documentNumber, issuer, kind, issuedOn, effectiveOn, expiresOn },
    bodies: [...(bodies.get(id) ?? [])],
  }));
}

/** One unit a block; a table row is searched cell by cell, so that no hit runs across two cells. */
function searchUnits(database: Database): SearchUnit[] {
  const units: SearchUnit[] = [];
  const cells = new Map<string, { start: number; end: number }[]>();
  for (const row of rowsOf(
    database,
    'select block_id, text_start, text_end from table_cells order by block_id, ord',
  )) {
    const list = cells.get(String(row.block_id)) ?? [];
    list.push({ start: Number(row.text_start), end: Number(row.text_end) });
    cells.set(String(row.block_id), list);
  }
  for (const row of rowsOf(
    database,
    `select b.id, b.document_id, b.kind, b.text from blocks b join documents d on d.id = b.document_id
     order by d.ord, d.id, b.ord`,
  )) {
    const text = String(row.text);
    const unit = {
      documentId: String(row.document_id),
      blockId: String(row.id),
      kind: blockKindSchema.parse(row.kind),
    };
    const parts = cells.get(unit.blockId) ?? [{ start: 0, end: text.length }];
    for (const { start, end } of parts)
      units.push({ ...unit, textStart: start, text: text.slice(start, end) });
  }
  return units;
}
