import type { Alignment } from './align.ts';
import { boundary, type Normalized } from './normalize.ts';
import { heaviestChain, type Run } from './runs.ts';

/** Where a range of the old folding stands in the new one (`end` exclusive), or that it stands nowhere for sure. */
export type Placement =
  | { readonly isOrphan: false; readonly from: number; readonly end: number; readonly score: number }
  | { readonly isOrphan: true; readonly score: number };

/** Share of a quote's units that must have a partner. */
const leastShare = 0.5;
/** The same for quotes of few units, of which one may be the same by chance. */
const leastShareOfFew = 0.6;
const few = 6;
/** Share of the units around a short quote that must have a partner, and how far around is looked. */
const leastAround = 0.4;
const around = 8;
/** Share of a quote that may be ambiguous. */
const mostUnsure = 0.2;

/**
 * Places a range (not empty) through the alignment. It stands where most of its units have their partners in one
 * passage; its ends are the partners of its ends or, where these have none, what replaced them. Nothing is guessed
 * for a range that is gone for the greater part, is spread over several places, or is ambiguous.
 */
export const placeRange = (alignment: Alignment, from: number, end: number): Placement => {
  const pieces = heaviestPassage(alignment, piecesOf(alignment, from, end));
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return { isOrphan: true, score: 0 };
  const length = end - from;
  const paired = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const placed = {
    isOrphan: false as const,
    from: startOf(alignment, from, first),
    end: endOf(alignment, end, last),
  };
  const score = rounded((2 * paired) / (length + Math.max(paired, placed.end - placed.from)));
  const isSure =
    paired / length >= (length <= few ? leastShareOfFew : leastShare) &&
    (length > around || shareAround(alignment, from, end) >= leastAround) &&
    unsureUnits(alignment, from, end) <= mostUnsure * length;
  return isSure ? { ...placed, score } : { isOrphan: true, score };
};

const rounded = (score: number): number => Math.round(score * 1000) / 1000;

/** The runs of partners of a range, in the order of the old text. */
const piecesOf = ({ forward }: Alignment, from: number, end: number): Run[] => {
  const pieces: Run[] = [];
  let at = from;
  while (at < end) {
    const to = forward[at] ?? -1;
    let length = 1;
    if (to >= 0) {
      while (at + length < end && forward[at + length] === to + length) length += 1;
      pieces.push({ from: at, to, length });
    }
    at += length;
  }
  return pieces;
};

/**
 * The heaviest of the passages that the pieces make: pieces in order with, between them, nothing but new text.
 * Where partners of other sentences stand between two pieces, the quote was torn apart there.
 */
const heaviestPassage = ({ partnersBefore }: Alignment, pieces: readonly Run[]): readonly Run[] => {
  let best: readonly Run[] = [];
  let heaviest = 0;
  let passage: Run[] = [];
  let weight = 0;
  for (const piece of heaviestChain(pieces)) {
    const last = passage.at(-1);
    const gapStart = last === undefined ? piece.to : last.to + last.length;
    const others = (partnersBefore[piece.to] ?? 0) - (partnersBefore[gapStart] ?? 0);
    if (last !== undefined && others > 0.2 * (piece.to - gapStart)) {
      passage = [];
      weight = 0;
    }
    passage.push(piece);
    weight += piece.length;
    if (weight > heaviest) {
      heaviest = weight;
      best = passage;
    }
  }
  return best;
};

/** The start in the new text: the partner's, or that of the text that stands in place of the units before it. */
const startOf = ({ forward, old }: Alignment, from: number, first: Run): number => {
  const lost = first.from - from;
  // Whole sentences that are gone were not replaced by what stands there now.
  if (lost === 0 || beginsSentence(old, first.from)) return first.to;
  let before = from - 1;
  while (before >= 0 && forward[before] === -1) before -= 1;
  const partner = before < 0 ? -1 : (forward[before] ?? -1);
  return first.to - replaced(lost, first.from - before - 1, first.to - partner - 1);
};

const endOf = ({ forward, old, fresh }: Alignment, end: number, last: Run): number => {
  const lastEnd = last.from + last.length;
  const lost = end - lastEnd;
  const newEnd = last.to + last.length;
  if (lost === 0 || beginsSentence(old, lastEnd)) return newEnd;
  let after = end;
  while (after < forward.length && forward[after] === -1) after += 1;
  const partner = after === forward.length ? fresh.folded.length : (forward[after] ?? -1);
  return newEnd + replaced(lost, after - lastEnd, partner - newEnd);
};

const beginsSentence = (text: Normalized, at: number): boolean =>
  (text.boundaries[at] ?? boundary.none) >= boundary.sentence;

/** How much of `room` units of new text stands for `lost` of `gone` units of old text beside it. */
const replaced = (lost: number, gone: number, room: number): number => {
  // Far more or less text than was there, or another place altogether: an insertion, not a replacement.
  if (room <= 0 || room > 2 * gone + 8) return 0;
  return Math.min(room, Math.round((room * lost) / gone));
};

const shareAround = ({ forward }: Alignment, from: number, end: number): number => {
  const first = Math.max(0, from - around);
  const last = Math.min(forward.length, end + around);
  let paired = 0;
  for (let at = first; at < last; at += 1) if (forward[at] !== -1) paired += 1;
  return paired / (last - first);
};

const unsureUnits = ({ unsure }: Alignment, from: number, end: number): number => {
  let count = 0;
  for (let at = from; at < end; at += 1) count += unsure[at] ?? 0;
  return count;
};
