import type { Annotation } from '../../../preload/contract/index.ts';
import { fold } from '../fold/index.ts';

// An annotation is immutable data: a changed one is another object, and the folding of the old dies with it.
const known = new WeakMap<Annotation, string>();

/** What one looks for in a note, folded: its quote, note, tags and headings, each on a line of its own. */
export function foldedNote(annotation: Annotation): string {
  const existing = known.get(annotation);
  if (existing !== undefined) return existing;
  const { anchor, note, tags } = annotation;
  const folded = [anchor.exact, note, ...tags, ...anchor.headingPath].map(fold).join('\n');
  known.set(annotation, folded);
  return folded;
}

const knownTitles = new Map<string, string>();

/** A title folded; there are few of them. */
export function foldedTitle(title: string): string {
  let folded = knownTitles.get(title);
  if (folded === undefined) {
    folded = fold(title);
    knownTitles.set(title, folded);
  }
  return folded;
}

/** The words looked for, folded; a note must hold each of them somewhere. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '');
}

/** Folds those notes that are not folded yet, for at most `limit` milliseconds; says whether all are. */
export function prepareNotes(notes: Iterable<Annotation>, limit: number, now: () => number): boolean {
  const end = now() + limit;
  for (const note of notes) {
    if (known.has(note)) continue;
    foldedNote(note);
    if (now() > end) return false;
  }
  return true;
}
