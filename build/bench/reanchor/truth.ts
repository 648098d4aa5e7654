import type { Reanchored } from '../../../renderer/domain/reanchor/index.ts';
import type { TrackedText } from './tracked.ts';

/**
 * What became of a passage:
 * - `kept`: at least half of its characters stand together, from `start` to `end`; where the edits took its
 *   first or last characters, what replaced them may count in (`widest`).
 * - `torn`: less than half, or in pieces: an orphan is right, and so is any answer on its pieces.
 * - `deleted`: nothing is left.
 */
export type Truth =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number; readonly widest: Range }
  | { readonly kind: 'torn'; readonly pieces: readonly Range[] }
  | { readonly kind: 'deleted' };

type Range = { readonly start: number; readonly end: number };

/** Where the characters of the old text went. */
export type Fate = {
  /** New offset of each old UTF-16 offset that begins a character; -1: gone. */
  readonly places: Int32Array;
  readonly widths: Uint8Array;
  /** Old offset of the character that begins at each new offset; -1: it is new. */
  readonly origins: Int32Array;
  readonly newText: string;
};

export function fateOf(oldText: string, edited: TrackedText): Fate {
  const places = new Int32Array(oldText.length).fill(-1);
  const widths = new Uint8Array(oldText.length);
  const newText = edited.map(({ character }) => character).join('');
  const origins = new Int32Array(newText.length).fill(-1);
  let at = 0;
  for (const { character, origin } of edited) {
    if (origin >= 0) {
      origins[at] = origin;
      places[origin] = at;
      widths[origin] = character.length;
    }
    at += character.length;
  }
  return { places, widths, origins, newText };
}

export function truthOf(oldText: string, fate: Fate, start: number, end: number): Truth {
  const kept: number[] = [];
  let visible = 0;
  for (let at = start; at < end; at += 1) {
    const isSeen = !/[\s\udc00-\udfff]/u.test(oldText[at] ?? '');
    if (isSeen) visible += 1;
    if (isSeen && (fate.places[at] ?? -1) >= 0) kept.push(at);
  }
  if (kept.length === 0) return { kind: 'deleted' };
  const pieces = piecesOf(fate, kept, { start, end });
  const [only] = pieces;
  if (only === undefined || pieces.length > 1 || kept.length * 2 < visible) return { kind: 'torn', pieces };
  return { kind: 'kept', ...only, widest: widest(fate, start, end, only) };
}

/** Survivors in order with nothing but new text between them. */
function piecesOf(fate: Fate, kept: readonly number[], quote: Range): Range[] {
  const pieces: { start: number; end: number }[] = [];
  for (const at of kept) {
    const place = fate.places[at] ?? 0;
    const end = place + (fate.widths[at] ?? 1);
    const last = pieces.at(-1);
    if (last !== undefined && place >= last.end && !hasOthers(fate, last.end, place, quote)) last.end = end;
    else pieces.push({ start: place, end });
  }
  return pieces;
}

/** Whether characters of the old text that are not the quote's stand between two new offsets. */
function hasOthers(fate: Fate, from: number, end: number, quote: Range): boolean {
  for (let at = from; at < end; at += 1) {
    const origin = fate.origins[at] ?? -1;
    const isOther = origin >= 0 && (origin < quote.start || origin >= quote.end);
    if (isOther && !/\s/u.test(fate.newText[at] ?? ' ')) return true;
  }
  return false;
}

/** The range with all that stands between the survivors and the next survivors outside. */
function widest(fate: Fate, start: number, end: number, { start: first, end: last }: Range): Range {
  const before = neighbour(fate, start - 1, -1);
  const after = neighbour(fate, end, 1);
  const left = before < 0 ? 0 : (fate.places[before] ?? 0) + (fate.widths[before] ?? 1);
  const right = after < 0 ? fate.newText.length : (fate.places[after] ?? 0);
  return {
    start: (fate.places[start] ?? -1) >= 0 || left > first ? first : left,
    end: (fate.places[end - 1] ?? -1) >= 0 || right < last ? last : right,
  };
}

function neighbour(fate: Fate, from: number, step: 1 | -1): number {
  for (let at = from; at >= 0 && at < fate.places.length; at += step) {
    if ((fate.places[at] ?? -1) >= 0) return at;
  }
  return -1;
}

export type Verdict = 'right' | 'wrong' | 'orphaned' | 'deleted right' | 'deleted wrong';

/** Characters by which each end may be off, and the share of overlap that is right whatever the ends are. */
const tolerance = 2;
const overlap = 0.8;

export function judge(truth: Truth, answer: Pick<Reanchored, 'start' | 'end'>): Verdict {
  const { start, end } = answer;
  if (start === null || end === null) {
    if (truth.kind === 'deleted') return 'deleted right';
    return truth.kind === 'torn' ? 'right' : 'orphaned';
  }
  if (truth.kind === 'deleted') return 'deleted wrong';
  if (truth.kind === 'torn') {
    return truth.pieces.some((piece) => shared(piece, { start, end }) > 0) ? 'right' : 'wrong';
  }
  const isNear = (at: number, one: number, other: number): boolean =>
    at >= Math.min(one, other) - tolerance && at <= Math.max(one, other) + tolerance;
  const isRight =
    (isNear(start, truth.start, truth.widest.start) && isNear(end, truth.end, truth.widest.end)) ||
    shared(truth, { start, end }) >= overlap * (Math.max(truth.end, end) - Math.min(truth.start, start));
  return isRight ? 'right' : 'wrong';
}

const shared = (a: Range, b: Range): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
