import type { BlockId, DocumentContent } from '../../../preload/contract/index.ts';
import type { BlockRange } from '../anchors/index.ts';
import { fold, foldText } from '../fold/index.ts';
import { cleaned } from './clean-query.ts';
import { placesOf } from './evaluate.ts';
import type { QueryProblem } from './query-problems.ts';

/** A search through a document, to be driven: each step looks through one document part's next blocks. */
export type FindInDocument = {
  /** What of the query could not be read; the rest is searched all the same. */
  readonly problems: readonly QueryProblem[];
  /** The places block by block, in the order of the source; none when nothing is left to search for. */
  readonly places: Generator<readonly BlockRange[], void>;
};

/** What is searched at once, as in the index of the library: a block, or one cell of a table row. */
type Unit = {
  readonly blockId: BlockId;
  readonly start: number;
  readonly text: string;
  folded: string | null;
};

// Contents are immutable; what was folded once serves every later query.
const known = new WeakMap<DocumentContent, readonly Unit[]>();

/**
 * Every place of `query` in the stored texts of `contents`, overlapping ones included, just as the search of
 * the library finds a phrase: both scripts, full and half width, upper and lower case and white space are not
 * told apart, and no place runs from one block (or cell) into the next. What is typed is taken literally,
 * quotation marks too. The generator yields once a unit, so that its driver can stop between any two.
 */
export const findInDocument = (contents: readonly DocumentContent[], query: string): FindInDocument => {
  const problems: QueryProblem[] = [];
  const term = fold(cleaned(query, problems));
  return { problems, places: placesIn(contents, term) };
};

function* placesIn(contents: readonly DocumentContent[], term: string): Generator<readonly BlockRange[]> {
  if (term === '') return;
  for (const content of contents) {
    for (const unit of unitsOf(content)) {
      unit.folded ??= fold(unit.text);
      yield unit.folded.includes(term) ? rangesIn(unit, term) : nothing;
    }
  }
}

const nothing: readonly BlockRange[] = [];

const rangesIn = ({ blockId, start, text }: Unit, term: string): readonly BlockRange[] => {
  const { folded, map } = foldText(text);
  return placesOf(folded, term).map((place) => {
    const range = map.rangeToOriginal(place.start, place.end);
    return { blockId, start: start + range.start, end: start + range.end };
  });
};

const unitsOf = (content: DocumentContent): readonly Unit[] => {
  const existing = known.get(content);
  if (existing !== undefined) return existing;
  const cells = new Map<BlockId, { readonly start: number; readonly end: number }[]>();
  for (const cell of content.cells) cells.set(cell.blockId, [...(cells.get(cell.blockId) ?? []), cell]);
  const units = content.blocks.flatMap((block): Unit[] => {
    const whole = [{ start: 0, end: block.text.length }];
    return (cells.get(block.id) ?? whole).map(({ start, end }) => ({
      blockId: block.id,
      start,
      text: block.text.slice(start, end),
      folded: null,
    }));
  });
  known.set(content, units);
  return units;
};
