import { fold } from '../fold/index.ts';
import type { Entry } from './entries.ts';

/** What the library can be narrowed by. */
export const facets = ['level', 'notes', 'validity', 'issuer', 'year', 'kind', 'tag', 'script'] as const;
export type Facet = (typeof facets)[number];

/** The value of a document of which the source (for tags: the user) says nothing. */
export const unstated = '';

/**
 * What to keep. `text`: words that must all occur in title or 文号. `choices`: per facet the wanted values, joined
 * by or; the facets are joined by and; a facet without a choice is open.
 */
export type LibraryFilter = {
  readonly text: string;
  readonly choices: Readonly<Partial<Record<Facet, readonly string[]>>>;
};

export const noFilter: LibraryFilter = { text: '', choices: {} };

/** The values that an entry has in a facet, never none: `unstated` stands for that. */
function valuesOf({ document, validity, notes, tags }: Entry, facet: Facet): readonly string[] {
  switch (facet) {
    case 'level':
      return [document.level ?? unstated];
    case 'notes':
      return [notes > 0 ? 'noted' : 'unnoted'];
    case 'validity':
      return [validity];
    // Several bodies issue together; each of them is an issuer.
    case 'issuer':
      return document.issuer === null ? [unstated] : [...new Set(document.issuer.split('、'))];
    case 'year':
      return [document.issuedOn?.slice(0, 4) ?? unstated];
    case 'kind':
      return [document.kind ?? unstated];
    case 'tag':
      return tags.length === 0 ? [unstated] : tags;
    case 'script':
      return [document.script];
  }
}

/** The entries that pass, in the order given. Traditional and simplified, full and half width meet in the text. */
export function filterEntries(entries: readonly Entry[], { text, choices }: LibraryFilter): readonly Entry[] {
  const words = text.split(/\s+/).map(fold).filter(Boolean);
  const chosen = facets.flatMap((facet) => {
    const wanted = choices[facet] ?? [];
    return wanted.length === 0 ? [] : [{ facet, wanted: new Set(wanted) }];
  });
  return entries.filter(
    (entry) =>
      chosen.every(({ facet, wanted }) => valuesOf(entry, facet).some((value) => wanted.has(value))) &&
      (words.length === 0 || holdsAll(entry, words)),
  );
}

/** Whether a filter narrows anything. */
export function isNarrowing({ text, choices }: LibraryFilter): boolean {
  return text.trim() !== '' || facets.some((facet) => (choices[facet] ?? []).length > 0);
}

/** The filter with one choice of a facet put in or, when it is there, taken out. */
export function toggleChoice(filter: LibraryFilter, facet: Facet, value: string): LibraryFilter {
  const before = filter.choices[facet] ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return { ...filter, choices: { ...filter.choices, [facet]: after } };
}

export type FacetOption = {
  readonly value: string;
  /** How many documents are shown when this is what is chosen of the facet, all else as it is. */
  readonly count: number;
};

/**
 * What can be chosen of a facet: every value that a document has, and what is chosen already. Years from the newest
 * on, all else by how many the unfiltered list has; what is not stated comes last.
 */
export function optionsOf(
  entries: readonly Entry[],
  filter: LibraryFilter,
  facet: Facet,
): readonly FacetOption[] {
  const counts = new Map<string, { count: number; all: number }>();
  const at = (value: string): { count: number; all: number } => {
    const known = counts.get(value) ?? { count: 0, all: 0 };
    counts.set(value, known);
    return known;
  };
  for (const value of filter.choices[facet] ?? []) at(value);
  for (const entry of entries) for (const value of valuesOf(entry, facet)) at(value).all += 1;
  const open = filterEntries(entries, { ...filter, choices: { ...filter.choices, [facet]: [] } });
  for (const entry of open) for (const value of valuesOf(entry, facet)) at(value).count += 1;
  // By the whole, so that nothing moves while one chooses.
  return [...counts]
    .sort(([a, { all: m }], [b, { all: n }]) => {
      if (a === unstated || b === unstated) return a === unstated ? 1 : -1;
      return facet === 'year' ? b.localeCompare(a) : n - m || a.localeCompare(b, 'zh-CN');
    })
    .map(([value, { count }]) => ({ value, count }));
}

// A summary never changes, and the user types a letter at a time: each is folded once.
const folded = new WeakMap<Entry['document'], string>();

function holdsAll({ document }: Entry, words: readonly string[]): boolean {
  let text = folded.get(document);
  if (text === undefined) {
    // A line feed divides them, so that no word is found across two of them.
    text = [document.title, document.documentNumber ?? ''].map(fold).join('\n');
    folded.set(document, text);
  }
  return words.every((word) => text.includes(word));
}
