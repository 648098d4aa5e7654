import type { DocumentId, Fact, LibraryFact } from '../../../preload/contract/index.ts';
import { type FactType, factTypes } from '../../../preload/contract/vocabulary.ts';
import { fold } from '../fold/index.ts';
import { lastDay } from '../validity/index.ts';

/** What to keep; null and '' keep all. `year` is that of the due date; `text` holds words that must all occur. */
export type FactFilter = {
  readonly documentId: DocumentId | null;
  readonly year: string | null;
  readonly type: FactType | null;
  readonly text: string;
};

/** `document`: as the library has them. Facts without a date come last both ways. */
export type FactOrder = 'document' | 'type' | 'due' | 'due-latest';

/**
 * The facts that pass, in the order given. Words are looked for in sentence, subject and value as printed, as
 * search does: traditional and simplified, full and half width, upper and lower case meet.
 */
export function filterFacts(
  facts: readonly LibraryFact[],
  { documentId, year, type, text }: FactFilter,
): readonly LibraryFact[] {
  const words = text.split(/\s+/).map(fold).filter(Boolean);
  return facts.filter(
    (fact) =>
      (documentId === null || fact.documentId === documentId) &&
      (year === null || yearOf(fact) === year) &&
      (type === null || fact.type === type) &&
      holdsAll(fact, words),
  );
}

function holdsAll({ sentence, subject, raw }: LibraryFact, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  // A line feed divides them, so that no word is found across two of them.
  const folded = [sentence, subject ?? '', raw].map(fold).join('\n');
  return words.every((word) => folded.includes(word));
}

/** The same facts in another order; `facts` must be in the order of the library, which decides between equals. */
export function sortFacts<Item extends Pick<Fact, 'type' | 'due'>>(
  facts: readonly Item[],
  order: FactOrder,
): readonly Item[] {
  if (order === 'document') return facts;
  if (order === 'type')
    return [...facts].sort((a, b) => factTypes.indexOf(a.type) - factTypes.indexOf(b.type));
  const later = order === 'due' ? 1 : -1;
  return [...facts].sort(({ due: a }, { due: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return later * compareDue(a, b);
  });
}

/** Earlier first. A partial date counts as its last day, and after a whole one of the same day. */
function compareDue(a: string, b: string): number {
  const [dayA, dayB] = [lastDay(a), lastDay(b)];
  return dayA === dayB ? b.length - a.length : dayA < dayB ? -1 : 1;
}

/** The years in which something is due, ascending. */
export function dueYears(facts: readonly Pick<Fact, 'due'>[]): readonly string[] {
  return [...new Set(facts.map(yearOf).filter((year) => year !== null))].sort();
}

function yearOf({ due }: Pick<Fact, 'due'>): string | null {
  return due === null ? null : due.slice(0, 4);
}

/** Whether a fact belongs in a calendar: it has a date, and that is no mere record of what was. */
export function isDatedDuty({ type, due }: Pick<Fact, 'type' | 'due'>): boolean {
  return due !== null && type !== 'baseline' && type !== 'issued';
}

/** The day on which a fact is due: of a partial date its last, `isExact` then being false. Null without a date. */
export function dueDay({
  due,
}: Pick<Fact, 'due'>): { readonly day: string; readonly isExact: boolean } | null {
  return due === null ? null : { day: lastDay(due), isExact: due.length === 10 };
}

/** Whether a printed value says of itself that it is a lower bound: 6000多家, 1000+. */
export function saysComparator(raw: string): boolean {
  return /[多余餘+]/.test(raw);
}
