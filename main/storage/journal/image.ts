import type { RowChange } from './record-format.ts';

/** All data in memory. */
export type Image = {
  readonly schema: () => number;
  /** Carries the data to the present schema. */
  readonly migrate: () => void;
  /** Applies changes as one; false where they name what this program does not know. */
  readonly apply: (changes: readonly RowChange[]) => boolean;
  readonly export: () => Uint8Array;
  readonly close: () => void;
};

/** How images come to be. */
export type ImageKind<Kept extends Image> = {
  /** The schema this program writes, and the oldest whose program can still work with it. */
  readonly schema: number;
  readonly compat: number;
  readonly empty: () => Kept;
  /** @throws when the bytes are no whole image of ours */
  readonly load: (bytes: Uint8Array) => Kept;
};
