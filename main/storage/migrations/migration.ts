import type { Database } from 'sql.js';

/** One step from schema `version - 1` to `version`. Only additions; what is written is never dropped. */
export type Migration = { readonly version: number; readonly apply: (database: Database) => void };
