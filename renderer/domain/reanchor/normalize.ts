import { foldText } from '../fold/index.ts';

/**
 * A text as alignment reads it: script, width, case and the shapes of quotation marks folded, no white space.
 * All positions are UTF-16 units of `folded`; `starts` leads back to UTF-16 units of `text`.
 */
export type Normalized = {
  readonly text: string;
  readonly folded: string;
  /** The unit of `text` that each unit of `folded` came from. */
  readonly starts: Uint32Array;
  /** What stands before each unit (and at the end): one of the boundary classes. */
  readonly boundaries: Uint8Array;
};

/** Boundary classes, the stronger the higher. `sentence` and above part the text into sentences. */
export const boundary = { none: 0, clause: 1, sentence: 2, paragraph: 3 } as const;

const space = 0x20;
/** A lookup by UTF-16 unit: asking a Set for every unit of a text was a tenth of the whole alignment. */
const lookup = (signs: string): Uint8Array => {
  const table = new Uint8Array(0x10000);
  for (const sign of signs) table[sign.charCodeAt(0)] = 1;
  return table;
};
const sentenceEnds = lookup('。！？；!?;…');
const clauseEnds = lookup('，、：,:—)>"');
/** What may follow the end of a sentence and still belongs to it. */
const closers = lookup('")>\'');
const fullStop = '.'.charCodeAt(0);

/** Longest run without the end of a sentence, in units, before weaker places part it. */
const longSentence = 160;
const longestSentence = 320;

/**
 * Folds a text and marks where its sentences and paragraphs begin. Never throws; an empty text or one of white
 * space only has an empty folding. A line feed counts as the end of a paragraph only where a wrapped line
 * would not have it: wrapping must not part sentences.
 */
export const normalize = (text: string): Normalized => {
  const { folded: withSpaces, map } = foldText(text);
  const units = new Uint32Array(withSpaces.length);
  const kept: string[] = [];
  let length = 0;
  let from = 0;
  for (let at = 0; at < withSpaces.length; at += 1) {
    if (withSpaces.charCodeAt(at) === space) {
      kept.push(withSpaces.slice(from, at));
      from = at + 1;
      continue;
    }
    // The map answers 0 for 0, whatever white space the text begins with.
    units[length] = at === 0 ? map.rangeToOriginal(0, 1).start : map.toOriginal(at);
    length += 1;
  }
  kept.push(withSpaces.slice(from));
  const folded = kept.join('');
  const starts = units.slice(0, length);
  return { text, folded, starts, boundaries: boundariesOf(text, folded, starts) };
};

/** The first position of the folding at or after a unit of the text. */
export const positionOf = (normalized: Normalized, offset: number): number => {
  const { starts } = normalized;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The range of the text, whole characters, that a range of the folding (not empty) came from. */
export const textRange = (
  { text, starts }: Normalized,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } => {
  const last = starts[to - 1] ?? 0;
  return { start: starts[from] ?? 0, end: last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) };
};

const boundariesOf = (text: string, folded: string, starts: Uint32Array): Uint8Array => {
  const marks = new Uint8Array(folded.length + 1);
  const breaks = lineBreaks(text, starts);
  const longLine = typicalLine(breaks, folded.length);
  let line = 0;
  for (let at = 1; at < folded.length; at += 1) {
    const before = folded.charCodeAt(at - 1);
    if (closers[folded.charCodeAt(at)] === 0) {
      let last = at - 1;
      while (last > 0 && closers[folded.charCodeAt(last)] === 1) last -= 1;
      if (sentenceEnds[folded.charCodeAt(last)] === 1) marks[at] = boundary.sentence;
      else if (clauseEnds[before] === 1) marks[at] = boundary.clause;
    }
    if (breaks[at] === 1) {
      if (before === fullStop || (marks[at] ?? 0) >= boundary.sentence || at - line < longLine) {
        marks[at] = boundary.paragraph;
      }
      line = at;
    } else if (before === fullStop && apart(text, starts, at)) marks[at] = boundary.sentence;
  }
  marks[0] = boundary.paragraph;
  marks[folded.length] = boundary.paragraph;
  partLongSentences(folded, marks);
  return marks;
};

/** 1 where at least one line feed stands between a unit and the one before. */
const lineBreaks = (text: string, starts: Uint32Array): Uint8Array => {
  const breaks = new Uint8Array(starts.length + 1);
  let at = 0;
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
    while (at < starts.length && (starts[at] ?? 0) < feed) at += 1;
    breaks[at] = 1;
  }
  return breaks;
};

/** Lines shorter than this were ended by the author: three quarters of the line that 90 % do not pass. */
const typicalLine = (breaks: Uint8Array, length: number): number => {
  const lengths: number[] = [];
  let line = 0;
  for (let at = breaks.indexOf(1); at >= 0; at = breaks.indexOf(1, at + 1)) {
    if (at > line) lengths.push(at - line);
    line = at;
  }
  if (length > line) lengths.push(length - line);
  lengths.sort((a, b) => a - b);
  return 0.75 * (lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 0);
};

/** Whether white space stands before a unit: a full stop inside a number or a name ends nothing. */
const apart = (text: string, starts: Uint32Array, at: number): boolean =>
  /\s/u.test(text[(starts[at] ?? 0) - 1] ?? '');

/** Parts what is too long at clauses, and where even those are missing at places that the text itself fixes. */
const partLongSentences = (folded: string, marks: Uint8Array): void => {
  let start = 0;
  for (let at = 1; at < folded.length; at += 1) {
    const mark = marks[at] ?? 0;
    if (mark >= boundary.sentence) start = at;
    else if (
      (at - start >= longSentence && mark === boundary.clause) ||
      (at - start >= longestSentence && fixedPlace(folded, at))
    ) {
      marks[at] = boundary.sentence;
      start = at;
    }
  }
};

/** True for about one place in 32, by the three units around it alone, so that both editions part alike. */
const fixedPlace = (folded: string, at: number): boolean => {
  const mixed =
    Math.imul(folded.charCodeAt(at - 2), 0x9e3779b1) ^
    Math.imul(folded.charCodeAt(at - 1), 0x85ebca6b) ^
    Math.imul(folded.charCodeAt(at), 0xc2b2ae35);
  return mixed >>> 27 === 0;
};
