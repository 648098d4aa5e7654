import type { Migration } from './migration.ts';

/**
 * Actions (due, status), notes on paragraphs and documents, the trash, what new editions did to notes; names and
 * folders of bookmarks; folders and tags of documents; typography in one setting, and the light theme as `paper`.
 */
export const workspace: Migration = {
  version: 2,
  apply: (database) => {
    database.exec(`
      alter table annotations add column scope text not null default 'text';
      alter table annotations add column due text;
      alter table annotations add column status text;
      alter table annotations add column trashed_at text;
      alter table annotations add column carried text;
      alter table bookmarks add column name text not null default '';
      alter table bookmarks add column folder text not null default '';
      create table folders(id text primary key, name text not null, ord real not null);
      create table shelves(document_id text primary key, folder_ids text not null, tags text not null);
      insert into settings(key, value)
        select 'typography', json_object('typeface', 'song', 'fontSize', json(value), 'lineHeight', 195,
          'measure', 38, 'indent', 2, 'justify', json('true'))
        from settings where key = 'fontSize' and json_valid(value);
      delete from settings where key = 'fontSize';
      update settings set value = '"paper"' where key = 'theme' and value = '"light"';
    `);
  },
};
