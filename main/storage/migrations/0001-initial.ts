import type { Migration } from './migration.ts';

/** The first form of user.db: one row per annotation, bookmark, position and setting. */
export const initial: Migration = {
  version: 1,
  apply: (database) => {
    database.exec(`
      create table meta(key text primary key, value text not null);
      create table annotations(
        id text primary key,
        document_id text not null, edition_hash text not null,
        start_block text not null, start_offset integer not null,
        end_block text not null, end_offset integer not null,
        exact text not null, prefix text not null, suffix text not null, heading_path text not null,
        style text not null, note text not null, tags text not null,
        created_at text not null, modified_at text not null);
      create table bookmarks(
        id text primary key, document_id text not null, edition_hash text not null, block_id text not null,
        label text not null, created_at text not null);
      create table positions(
        document_id text primary key, block_id text not null, block_offset integer not null,
        progress real not null, read_at text not null);
      create table settings(key text primary key, value text not null);
    `);
  },
};
