import type { Migration } from './migration.ts';

/** The words that stood where a document was last read, by which the place is found in another edition. */
export const positionAnchor: Migration = {
  version: 3,
  apply: (database) => database.exec('alter table positions add column anchor text'),
};
