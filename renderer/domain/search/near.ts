import { foldText } from '../fold/index.ts';
import { splitSentences } from '../sentences/index.ts';
import type { Near } from './query.ts';
import type { Searched, TextRange } from './search-types.ts';

type Place = TextRange & {
  /** The start with the sentences moved apart, so that no place is near one of another sentence. */
  readonly at: number;
};

/**
 * The places in the searched text of a unit where words stand near one another: a place of every word, all in one
 * sentence, between the first and the second at most `distance` characters, between the second and the third too,
 * and so on, in any order, without overlap. Empty when there are none.
 */
export const nearPlaces = (
  { terms, distance }: Near,
  unit: Searched,
  exact: boolean,
): readonly TextRange[] => {
  const text = exact ? unit.text : unit.folded;
  if (!terms.every(({ needle }) => text.includes(needle))) return [];
  const sentenceAt = sentencesOf(unit, exact);
  const lists = terms.map(({ needle }) => placesIn(text, needle, sentenceAt, distance));
  // Forward keeps what leads on from the first word, backward what leads on to the last: a chain for each.
  const forward = chained(lists, distance);
  const both = chained(forward.toReversed(), distance).flat();
  const places = new Map(both.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  return [...places.values()];
};

const chained = (lists: readonly (readonly Place[])[], distance: number): readonly (readonly Place[])[] => {
  const kept: Place[][] = [];
  for (const list of lists) {
    const before = kept.at(-1);
    kept.push(
      before === undefined ? [...list] : list.filter((place) => hasNeighbour(place, before, distance)),
    );
  }
  return kept;
};

/** Whether one of `others`, ascending and of one length, is at most `distance` before or behind `place`. */
const hasNeighbour = (place: Place, others: readonly Place[], distance: number): boolean => {
  const [first] = others;
  if (first === undefined) return false;
  const length = first.end - first.start;
  const end = place.at + place.end - place.start;
  return (
    anyWithin(others, end, end + distance) ||
    anyWithin(others, place.at - length - distance, place.at - length)
  );
};

/** Whether one of `places` begins from `low` to `high`, both included. */
const anyWithin = (places: readonly Place[], low: number, high: number): boolean => {
  let from = 0;
  let to = places.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle]?.at ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  const found = places[from];
  return found !== undefined && found.at <= high;
};

const placesIn = (
  text: string,
  needle: string,
  sentenceAt: (offset: number) => number,
  distance: number,
): readonly Place[] => {
  const places: Place[] = [];
  for (let start = text.indexOf(needle); start >= 0; start = text.indexOf(needle, start + 1)) {
    const end = start + needle.length;
    const sentence = sentenceAt(start);
    if (sentenceAt(end - 1) !== sentence) continue;
    places.push({ start, end, at: start + sentence * (distance + 1) });
  }
  return places;
};

/** The number of the sentence that an offset of the searched text is in. */
const sentencesOf = (unit: Searched, exact: boolean): ((offset: number) => number) => {
  const starts = splitSentences(unit.text).map(({ start }) => start);
  if (starts.length < 2) return () => 0;
  const { map } = foldText(unit.text);
  return (offset) => {
    const original = exact ? offset : map.rangeToOriginal(offset, offset + 1).start;
    let from = 0;
    let to = starts.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((starts[middle] ?? 0) <= original) from = middle + 1;
      else to = middle;
    }
    return from;
  };
};
