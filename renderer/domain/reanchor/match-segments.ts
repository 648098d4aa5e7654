import { type Correspondence, enter } from './correspondence.ts';
import { equalInOrder } from './equal-sentences.ts';
import { heaviestOrder } from './heaviest-order.ts';
import { boundary, type Normalized } from './normalize.ts';
import { pairCharacters } from './pair-characters.ts';
import type { Span } from './runs.ts';
import { indexSegments, type Segment, segmentOf, similarity } from './similarity.ts';
import { withParts } from './split-sentences.ts';

/** Dice's coefficient from which sentences at the same place, or beside the same neighbour, are one sentence. */
const likeInPlace = 0.4;
/** The same for sentences anywhere, and by how much the next best must be worse. */
const likeAnywhere = 0.75;
const clearMargin = 0.1;
/** How much better a sentence elsewhere must fit to be taken before one at the same place. */
const betterElsewhere = 0.25;
/** Shortest sentence, in units, that may be found anywhere. */
const shortestAnywhere = 6;
/** Comparisons of every sentence with every other that an open stretch may take. */
const mostComparisons = 2500;

/** Sentence `from` of the old ones fits sentence `to` of the new ones. */
type Edge = { readonly from: number; readonly to: number; readonly score: number };

type Sides = {
  readonly known: Correspondence;
  readonly old: readonly Segment[];
  readonly fresh: readonly Segment[];
  /** The partner of every sentence, or -1. */
  readonly oldPartner: Int32Array;
  readonly freshPartner: Int32Array;
};

/** Matches the sentences of the open stretches in the order of the text within each, and pairs their units. */
export const matchInPlace = (known: Correspondence, open: readonly Span[]): void => {
  const sides = sidesOf(known, open);
  join(sides, inPlace(sides, edgesAnywhere(sides)));
};

/**
 * Matches what is free in the open stretches with sentences anywhere: where the fit is close and without a rival,
 * then beside neighbours already matched.
 */
export const matchAnywhere = (known: Correspondence, open: readonly Span[]): void => {
  const sides = sidesOf(known, open);
  const near = edgesAnywhere(sides);
  join(sides, inPlace(sides, near));
  join(sides, withoutRival(sides, near));
  join(sides, besideNeighbours(sides));
};

const sidesOf = (known: Correspondence, open: readonly Span[]): Sides => {
  const old = open.flatMap((span, gap) => segments(known.old, known.forward, span.from, span.fromEnd, gap));
  const fresh = open.flatMap((span, gap) => segments(known.fresh, known.backward, span.to, span.toEnd, gap));
  return {
    known,
    old,
    fresh,
    oldPartner: new Int32Array(old.length).fill(-1),
    freshPartner: new Int32Array(fresh.length).fill(-1),
  };
};

/** The free parts of a stretch, parted where sentences begin. */
const segments = (
  text: Normalized,
  partners: Int32Array,
  from: number,
  end: number,
  gap: number,
): readonly Segment[] => {
  const found: Segment[] = [];
  let start = -1;
  for (let at = from; at <= end; at += 1) {
    const isFree = at < end && partners[at] === -1;
    if (start >= 0 && (!isFree || (text.boundaries[at] ?? 0) >= boundary.sentence)) {
      found.push(segmentOf(text, start, at, gap));
      start = -1;
    }
    if (isFree && start < 0) start = at;
  }
  return found;
};

const edgesAnywhere = ({ old, fresh }: Sides): readonly Edge[] => {
  const index = indexSegments(fresh);
  return old.flatMap((segment, from) =>
    index.candidates(segment).flatMap((to): Edge[] => {
      const other = fresh[to];
      const score = other === undefined ? 0 : similarity(segment, other);
      return score >= likeInPlace ? [{ from, to, score }] : [];
    }),
  );
};

/** The heaviest matching in order of every open stretch. */
const inPlace = (sides: Sides, near: readonly Edge[]): readonly Edge[] => {
  const elsewhere = new Float64Array(sides.old.length);
  const nearIn = new Map<number, Edge[]>();
  for (const edge of near) {
    const gap = sides.old[edge.from]?.gap ?? -1;
    if (gap === sides.fresh[edge.to]?.gap) addTo(nearIn, gap, edge);
    else elsewhere[edge.from] = Math.max(elsewhere[edge.from] ?? 0, edge.score);
  }
  const oldIn = gaps(sides.old);
  const freshIn = gaps(sides.fresh);
  const matched: Edge[] = [];
  for (const [gap, old] of oldIn) {
    const fresh = freshIn.get(gap);
    if (fresh === undefined) continue;
    const edges = edgesInGap(sides, old, fresh, nearIn.get(gap) ?? []);
    const likely = edges.filter((edge) => edge.score + betterElsewhere > (elsewhere[edge.from] ?? 0));
    matched.push(...heaviestOrder(likely, (edge) => edge.score ** 2 * weight(sides, edge)));
  }
  return matched;
};

const addTo = <Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};

const weight = ({ old, fresh }: Sides, { from, to }: Edge): number =>
  Math.min(old[from]?.grams.length ?? 1, fresh[to]?.grams.length ?? 1);

type Range = { readonly first: number; readonly end: number };

/** Which sentences lie in each open stretch; they follow each other. */
const gaps = (all: readonly Segment[]): ReadonlyMap<number, Range> => {
  const found = new Map<number, Range>();
  all.forEach(({ gap }, index) => {
    found.set(gap, { first: found.get(gap)?.first ?? index, end: index + 1 });
  });
  return found;
};

const edgesInGap = (sides: Sides, old: Range, fresh: Range, near: readonly Edge[]): readonly Edge[] => {
  if (comparisons(old, fresh) <= mostComparisons) return everyEdge(sides, old, fresh);
  // Too many to compare each with each: the equal ones in order part the stretch, and of what is still too
  // large between them only sentences that share rare grams are compared.
  const words = (segment: Segment, text: Normalized): string => text.folded.slice(segment.from, segment.end);
  const numbers = new Map<string, number>();
  const number = (text: string): number => {
    const known = numbers.get(text) ?? numbers.size;
    numbers.set(text, known);
    return known;
  };
  const pairs = equalInOrder(
    sides.old.slice(old.first, old.end).map((segment) => number(words(segment, sides.known.old))),
    sides.fresh.slice(fresh.first, fresh.end).map((segment) => number(words(segment, sides.known.fresh))),
  );
  const edges: Edge[] = [];
  let large = pairs.length === 0;
  let from = old.first;
  let to = fresh.first;
  const between = (fromEnd: number, toEnd: number): void => {
    const before = { first: from, end: fromEnd };
    const beside = { first: to, end: toEnd };
    if (comparisons(before, beside) <= mostComparisons) edges.push(...everyEdge(sides, before, beside));
    else large = true;
  };
  for (const [row, column] of pairs) {
    between(old.first + row, fresh.first + column);
    edges.push({ from: old.first + row, to: fresh.first + column, score: 1 });
    from = old.first + row + 1;
    to = fresh.first + column + 1;
  }
  between(old.end, fresh.end);
  return large ? [...edges, ...near] : edges;
};

const comparisons = (old: Range, fresh: Range): number => (old.end - old.first) * (fresh.end - fresh.first);

const everyEdge = (sides: Sides, old: Range, fresh: Range): readonly Edge[] => {
  const edges: Edge[] = [];
  for (let from = old.first; from < old.end; from += 1) {
    for (let to = fresh.first; to < fresh.end; to += 1) {
      const one = sides.old[from];
      const other = sides.fresh[to];
      if (one === undefined || other === undefined) continue;
      const score = similarity(one, other);
      if (score >= likeInPlace) edges.push({ from, to, score });
    }
  }
  return edges;
};

/** Of sentences anywhere: those that fit each other best, both by a clear margin. */
const withoutRival = (sides: Sides, near: readonly Edge[]): readonly Edge[] => {
  const isFree = (edge: Edge): boolean =>
    sides.oldPartner[edge.from] === -1 && sides.freshPartner[edge.to] === -1;
  const free = near.filter(isFree);
  const best = new Map<string, number[]>();
  for (const { from, to, score } of free) {
    for (const key of [`o${from}`, `n${to}`]) addTo(best, key, score);
  }
  const leads = (key: string, score: number): boolean =>
    (best.get(key) ?? []).filter((other) => other > score - clearMargin).length === 1;
  return free.filter(
    ({ from, to, score }) =>
      score >= likeAnywhere &&
      (sides.old[from]?.grams.length ?? 0) >= shortestAnywhere &&
      leads(`o${from}`, score) &&
      leads(`n${to}`, score),
  );
};

/** Sentences that stand beside the same neighbour in both texts, as in a moved paragraph with one changed sentence. */
const besideNeighbours = (sides: Sides): readonly Edge[] => {
  const { known, old, fresh, oldPartner, freshPartner } = sides;
  const startsAt = new Map(fresh.map((segment, index) => [segment.from, index]));
  const endsAt = new Map(fresh.map((segment, index) => [segment.end, index]));
  const edges: Edge[] = [];
  old.forEach((segment, from) => {
    if (oldPartner[from] !== -1) return;
    const before = segment.from > 0 ? (known.forward[segment.from - 1] ?? -1) : -1;
    const after = known.forward[segment.end] ?? -1;
    const following = before < 0 ? undefined : startsAt.get(before + 1);
    const preceding = after < 0 ? undefined : endsAt.get(after);
    for (const to of new Set([following, preceding])) {
      const other = to === undefined ? undefined : fresh[to];
      if (to === undefined || other === undefined || freshPartner[to] !== -1) continue;
      const score = similarity(segment, other);
      if (score >= likeInPlace) edges.push({ from, to, score });
    }
  });
  return edges.sort((a, b) => b.score - a.score);
};

/** Makes sentences partners and pairs their units; a sentence that has a partner already keeps it. */
const join = (sides: Sides, edges: readonly Edge[]): void => {
  const { known, old, fresh, oldPartner, freshPartner } = sides;
  const taken = edges.filter(({ from, to }) => {
    if (oldPartner[from] !== -1 || freshPartner[to] !== -1) return false;
    oldPartner[from] = to;
    freshPartner[to] = from;
    return true;
  });
  // Only now is it known which neighbours are left over and may be parts of a sentence that was split.
  for (const { from, to } of taken) {
    const oldRange = withParts(old, oldPartner, from, fresh[to]);
    const freshRange = withParts(fresh, freshPartner, to, old[from]);
    for (let at = oldRange.first; at < oldRange.end; at += 1) oldPartner[at] = to;
    for (let at = freshRange.first; at < freshRange.end; at += 1) freshPartner[at] = from;
    const span: Span = {
      from: old[oldRange.first]?.from ?? 0,
      fromEnd: old[oldRange.end - 1]?.end ?? 0,
      to: fresh[freshRange.first]?.from ?? 0,
      toEnd: fresh[freshRange.end - 1]?.end ?? 0,
    };
    enter(known, pairCharacters(known.old.folded, known.fresh.folded, span));
  }
};
