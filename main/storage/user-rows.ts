import type { Database } from 'sql.js';
import {
  type Annotation,
  annotationSchema,
  type Bookmark,
  bookmarkSchema,
  type Folder,
  folderSchema,
  type ReadingPosition,
  readingPositionSchema,
  type Shelf,
  shelfSchema,
} from '../../preload/contract/index.ts';
import { rowsOf } from './database.ts';
import type { RowChange } from './journal/record-format.ts';

type Row = Record<string, unknown>;

/** How one kind of record is kept in its table. `parse` throws when a stored row breaks the schema. */
export type Mapping<Record_> = {
  readonly table: string;
  readonly key: string;
  readonly order: string;
  readonly parse: (row: Row) => Record_;
  readonly columns: (record: Record_) => Readonly<Record<string, string | number | null>>;
};

export const annotationRows: Mapping<Annotation> = {
  table: 'annotations',
  key: 'id',
  order: 'created_at, id',
  parse: (row) =>
    annotationSchema.parse({
      id: row.id,
      scope: row.scope,
      anchor: {
        documentId: row.document_id,
        editionHash: row.edition_hash,
        start: { blockId: row.start_block, offset: row.start_offset },
        end: { blockId: row.end_block, offset: row.end_offset },
        exact: row.exact,
        prefix: row.prefix,
        suffix: row.suffix,
        headingPath: JSON.parse(String(row.heading_path)),
      },
      style: row.style,
      note: row.note,
      tags: JSON.parse(String(row.tags)),
      due: row.due,
      status: row.status,
      createdAt: row.created_at,
      modifiedAt: row.modified_at,
      trashedAt: row.trashed_at,
      carried: row.carried === null ? null : JSON.parse(String(row.carried)),
    }),
  columns: ({ id, scope, anchor, style, note, tags, due, status, ...rest }) => ({
    id,
    scope,
    document_id: anchor.documentId,
    edition_hash: anchor.editionHash,
    start_block: anchor.start.blockId,
    start_offset: anchor.start.offset,
    end_block: anchor.end.blockId,
    end_offset: anchor.end.offset,
    exact: anchor.exact,
    prefix: anchor.prefix,
    suffix: anchor.suffix,
    heading_path: JSON.stringify(anchor.headingPath),
    style,
    note,
    tags: JSON.stringify(tags),
    due,
    status,
    created_at: rest.createdAt,
    modified_at: rest.modifiedAt,
    trashed_at: rest.trashedAt,
    carried: rest.carried === null ? null : JSON.stringify(rest.carried),
  }),
};

export const bookmarkRows: Mapping<Bookmark> = {
  table: 'bookmarks',
  key: 'id',
  order: 'created_at, id',
  parse: (row) =>
    bookmarkSchema.parse({
      id: row.id,
      documentId: row.document_id,
      editionHash: row.edition_hash,
      blockId: row.block_id,
      label: row.label,
      name: row.name,
      folder: row.folder,
      createdAt: row.created_at,
    }),
  columns: ({ id, documentId, editionHash, blockId, label, name, folder, createdAt }) => ({
    id,
    document_id: documentId,
    edition_hash: editionHash,
    block_id: blockId,
    label,
    name,
    folder,
    created_at: createdAt,
  }),
};

export const positionRows: Mapping<ReadingPosition> = {
  table: 'positions',
  key: 'document_id',
  order: 'read_at desc, document_id',
  parse: (row) =>
    readingPositionSchema.parse({
      documentId: row.document_id,
      place: { blockId: row.block_id, offset: row.block_offset },
      anchor: row.anchor === null ? null : JSON.parse(String(row.anchor)),
      progress: row.progress,
      readAt: row.read_at,
    }),
  columns: ({ documentId, place, anchor, progress, readAt }) => ({
    document_id: documentId,
    block_id: place.blockId,
    block_offset: place.offset,
    anchor: anchor === null ? null : JSON.stringify(anchor),
    progress,
    read_at: readAt,
  }),
};

export const folderRows: Mapping<Folder> = {
  table: 'folders',
  key: 'id',
  order: 'ord, id',
  parse: ({ id, name, ord }) => folderSchema.parse({ id, name, ord }),
  columns: ({ id, name, ord }) => ({ id, name, ord }),
};

export const shelfRows: Mapping<Shelf> = {
  table: 'shelves',
  key: 'document_id',
  order: 'document_id',
  parse: (row) =>
    shelfSchema.parse({
      id: row.document_id,
      folderIds: JSON.parse(String(row.folder_ids)),
      tags: JSON.parse(String(row.tags)),
    }),
  columns: ({ id, folderIds, tags }) => ({
    document_id: id,
    folder_ids: JSON.stringify(folderIds),
    tags: JSON.stringify(tags),
  }),
};

/** All records of a kind in their order. */
export function readAll<Record_>(database: Database, mapping: Mapping<Record_>): Record_[] {
  return rowsOf(database, `select * from ${mapping.table} order by ${mapping.order}`).map(mapping.parse);
}

/** Records as they are written into a journal: whole rows, and rows that are gone. */
export function changesOf<Record_>(
  mapping: Mapping<Record_>,
  put: readonly Record_[],
  remove: readonly string[] = [],
): readonly RowChange[] {
  const { table, key, columns } = mapping;
  return [
    ...put.map((record) => {
      const row = columns(record);
      return { table, id: String(row[key]), row };
    }),
    ...remove.map((id) => ({ table, id, row: null })),
  ];
}

/**
 * Writes a whole row over the one of the same key. Columns this program does not know stay as they are:
 * a newer program of the same compat may have added them.
 */
export function putRow(
  database: Database,
  { table, key }: Pick<Mapping<unknown>, 'table' | 'key'>,
  row: Readonly<Record<string, string | number | null>>,
): void {
  const names = Object.keys(row);
  database.run(
    `insert into ${table}(${names.join(', ')}) values (${names.map(() => '?').join(', ')})
     on conflict(${key}) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    Object.values(row),
  );
}

/** Removes the row of a key; one that is not there is no error, so that a repeat is harmless. */
export function removeRow(
  database: Database,
  { table, key }: Pick<Mapping<unknown>, 'table' | 'key'>,
  id: string,
): void {
  database.run(`delete from ${table} where ${key} = ?`, [id]);
}
