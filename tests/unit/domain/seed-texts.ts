import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../seeds/documents');

/** A seed file as the tests need it: its lines that are not blank, as they are on disk. */
export type SeedText = { readonly name: string; readonly lines: readonly string[] };

/** The five source documents, split into lines. */
export const seedTexts: readonly SeedText[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => ({
    name,
    lines: readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  }));

/** The traditional one of the five: the work report. */
export const isTraditional = (seed: SeedText): boolean => seed.name.startsWith('002');
