import { equalInOrder } from '../reanchor/index.ts';

/** A part of a text that the other edition has too (`same`) or has not, and whether the quote lies over it. */
export type Piece = { readonly text: string; readonly same: boolean; readonly quoted: boolean };

/** A text with the place of a quote in it; UTF-16 units, `end` exclusive. */
export type Quoted = { readonly text: string; readonly start: number; readonly end: number };

type Comparison = { readonly old: readonly Piece[]; readonly fresh: readonly Piece[] };

/** Context shown on each side of a quote, in UTF-16 units. */
const context = 80;
/** Share of both texts that must be the same for their differences outside of the quote to say anything. */
const leastAlike = 0.5;
/** What is the same between two differences and shorter than this is read more easily as different too. */
const shortestSame = 2;

/**
 * Two passages with their context, their differences found word by word (numbers and Latin words) and character by
 * character. Where the surroundings are others altogether only the quotes are compared.
 */
export const compareQuoted = (old: Quoted, fresh: Quoted): Comparison => {
  const whole = compare(old.text, fresh.text);
  const share = (2 * whole.shared) / (old.text.length + fresh.text.length);
  if (share >= leastAlike) return { old: pieces(old, whole.old), fresh: pieces(fresh, whole.fresh) };
  const quotes = compare(old.text.slice(old.start, old.end), fresh.text.slice(fresh.start, fresh.end));
  return {
    old: pieces(old, placed(quotes.old, old)),
    fresh: pieces(fresh, placed(quotes.fresh, fresh)),
  };
};

/** A passage alone, with nothing to compare it with. */
export const plainPieces = (quoted: Quoted): readonly Piece[] =>
  pieces(quoted, new Array<boolean>(quoted.text.length).fill(true));

/** For each unit whether it stands in the other text as well. */
type Same = readonly boolean[];

const compare = (
  old: string,
  fresh: string,
): { readonly old: Same; readonly fresh: Same; readonly shared: number } => {
  const names = new Map<string, number>();
  const tokens = (text: string): readonly string[] => text.match(/[A-Za-z0-9.]+|\s+|[\s\S]/gu) ?? [];
  const numbers = (list: readonly string[]): number[] =>
    list.map((token) => {
      const known = names.get(token) ?? names.size;
      names.set(token, known);
      return known;
    });
  const [ofOld, ofFresh] = [tokens(old), tokens(fresh)];
  const pairs = equalInOrder(numbers(ofOld), numbers(ofFresh)).filter((pair, index, all) =>
    isLongEnough(pair, index, all, ofOld),
  );
  const spread = (list: readonly string[], side: 0 | 1): Same => {
    const paired = new Set(pairs.map((pair) => pair[side]));
    return list.flatMap((token, at) => new Array<boolean>(token.length).fill(paired.has(at)));
  };
  const sameOld = spread(ofOld, 0);
  return { old: sameOld, fresh: spread(ofFresh, 1), shared: sameOld.filter(Boolean).length };
};

type Pair = readonly [number, number];

/** Whether a pair stands in a run long enough to be read as the same; at both ends of the text any run is. */
const isLongEnough = (pair: Pair, index: number, all: readonly Pair[], old: readonly string[]): boolean => {
  const follows = (at: number): boolean => {
    const [from, to] = all[at] ?? [-9, -9];
    const [nextFrom, nextTo] = all[at + 1] ?? [-1, -1];
    return nextFrom === from + 1 && nextTo === to + 1;
  };
  let first = index;
  while (first > 0 && index - first < shortestSame && follows(first - 1)) first -= 1;
  let last = index;
  while (last - first < shortestSame && follows(last)) last += 1;
  const isAtEnd = pair[0] === 0 || pair[0] === old.length - 1;
  return isAtEnd || last - first + 1 >= shortestSame || (old[pair[0]] ?? '').length >= shortestSame;
};

/** What was found of a quote alone, in the whole of its text: its surroundings count as the same. */
const placed = (same: Same, { text, start }: Quoted): Same =>
  Array.from({ length: text.length }, (_, at) => same[at - start] ?? true);

const pieces = ({ text, start, end }: Quoted, same: Same): readonly Piece[] => {
  const from = characterAt(text, Math.max(0, start - context));
  const until = characterAt(text, Math.min(text.length, end + context));
  const list: { text: string; same: boolean; quoted: boolean }[] = [];
  for (let at = from; at < until; at += 1) {
    const unit = { text: text[at] ?? '', same: same[at] ?? true, quoted: at >= start && at < end };
    const last = list.at(-1);
    if (last !== undefined && last.same === unit.same && last.quoted === unit.quoted) last.text += unit.text;
    else list.push(unit);
  }
  const [first, last] = [list[0], list.at(-1)];
  if (from > 0 && first !== undefined) list.unshift({ text: '…', same: true, quoted: false });
  if (until < text.length && last !== undefined) list.push({ text: '…', same: true, quoted: false });
  return list;
};

/** Never amid a surrogate pair. */
const characterAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
};
