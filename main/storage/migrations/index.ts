import { initial } from './0001-initial.ts';
import { workspace } from './0002-workspace.ts';
import { positionAnchor } from './0003-position-anchor.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [initial, workspace, positionAnchor];

/** The schema this program writes. */
export const currentSchema = migrations.length;

/**
 * The oldest schema whose program can still read and write what this one writes. A program that
 * knows less than a file's `compat` must not touch that file.
 */
export const currentCompat = 2;
