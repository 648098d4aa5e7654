import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Document } from './measure.ts';

const repository = path.resolve(import.meta.dirname, '../../..');

/** The five source documents as they are on disk. */
export function seedDocuments(): readonly Document[] {
  const folder = path.join(repository, 'seeds/documents');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
}

/** Where the larger corpus lies on machines that have it: beside the project. */
const corpusPlaces = ['../shared/corpus', '../../shared/corpus'].map((place) =>
  path.resolve(repository, place, 'laws-995.jsonl.gz'),
);

/** Statutes of 2,000 to 60,000 characters, every other one: two halves to develop on and to be surprised by. */
export function corpusDocuments(half: 'even' | 'odd', count: number): readonly Document[] {
  const file = corpusPlaces.find((place) => existsSync(place));
  if (file === undefined) return [];
  const lines = gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const documents = lines
    .filter((_, index) => index % 2 === (half === 'even' ? 0 : 1))
    .map((line): Document => {
      const law = JSON.parse(line) as { readonly title: string; readonly paragraphs: readonly string[] };
      return { name: law.title, text: law.paragraphs.join('\n') };
    })
    .filter(({ text }) => text.length >= 2000 && text.length <= 60_000);
  // Evenly over the corpus, whose neighbours are of one kind.
  const step = Math.max(1, Math.floor(documents.length / count));
  return documents.filter((_, index) => index % step === 0).slice(0, count);
}
