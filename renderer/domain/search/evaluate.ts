import { nearPlaces } from './near.ts';
import type { Clause, Near, Term } from './query.ts';
import type { Searched, TextRange } from './search-types.ts';

/** A query as a unit is held against it. */
export type Wanted = {
  readonly clauses: readonly Clause[];
  /** Whose places count and are marked, each once: all that the query asks for and does not exclude. */
  readonly marked: readonly (Term | Near)[];
  /** Exact characters: the stored text is searched as it is, not its folded form. */
  readonly exact: boolean;
};

/** What `clauses` ask for, ready to be held against units. */
export const wantedOf = (clauses: readonly Clause[], exact: boolean): Wanted => {
  const positive = clauses.filter(({ excluded }) => !excluded).flatMap(({ anyOf }) => anyOf);
  const marked = [...new Map(positive.map((item) => [JSON.stringify(item), item])).values()];
  return { clauses, marked, exact };
};

/** The text of a unit that is searched. */
const searchedText = (unit: Searched, exact: boolean): string => (exact ? unit.text : unit.folded);

/** Whether what every clause asks for stands in one of `parts`: those of a note, or a unit alone. */
export const matches = ({ clauses, exact }: Wanted, parts: readonly Searched[]): boolean => {
  const holds = (item: Term | Near): boolean =>
    parts.some((part) =>
      item.type === 'term'
        ? searchedText(part, exact).includes(item.needle)
        : nearPlaces(item, part, exact).length > 0,
    );
  return clauses.every(({ anyOf, excluded }) => anyOf.some(holds) !== excluded);
};

/** How many places a unit has; every term's places count. */
export const countPlaces = ({ marked, exact }: Wanted, unit: Searched): number => {
  const text = searchedText(unit, exact);
  let count = 0;
  for (const item of marked) {
    if (item.type === 'near') count += nearPlaces(item, unit, exact).length;
    else forEachPlace(text, item.needle, () => (count += 1));
  }
  return count;
};

/** The places in the searched text of a unit, by start, then end. */
export const markedPlaces = ({ marked, exact }: Wanted, unit: Searched): readonly TextRange[] => {
  const text = searchedText(unit, exact);
  const places = marked.flatMap((item) =>
    item.type === 'near' ? nearPlaces(item, unit, exact) : placesOf(text, item.needle),
  );
  return places.sort((one, other) => one.start - other.start || one.end - other.end);
};

/** The places of a term in a text, ascending; they may overlap, the scan advances by one unit. */
export const placesOf = (text: string, term: string): TextRange[] => {
  const places: TextRange[] = [];
  forEachPlace(text, term, (at) => places.push({ start: at, end: at + term.length }));
  return places;
};

const forEachPlace = (text: string, term: string, take: (at: number) => void): void => {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) take(at);
};
