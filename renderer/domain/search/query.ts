import { fold } from '../fold/index.ts';

/** What a query asks for. Terms hold folded text, never ''. */
export type QueryNode =
  | { readonly type: 'word'; readonly folded: string }
  | { readonly type: 'phrase'; readonly folded: string }
  | { readonly type: 'and'; readonly children: readonly QueryNode[] };

export type QueryProblemCode =
  | 'empty'
  | 'too-long'
  | 'too-many-words'
  | 'unbalanced-quote'
  | 'nothing-to-find'
  | 'control-character'
  | 'lone-surrogate';

/** Something in a query that was left out or guessed; the range is in the query as typed (UTF-16 units). */
export type QueryProblem = { readonly code: QueryProblemCode; readonly start: number; readonly end: number };

/** `root` is null when there is nothing to search for; then `problems` says why. */
export type ParsedQuery = { readonly root: QueryNode | null; readonly problems: readonly QueryProblem[] };

/** What is read of a query (UTF-16 units); no phrase of a policy is longer. */
const maximumQueryLength = 1000;
/** Different words that are searched for. */
const maximumWords = 32;

type Term = {
  readonly type: 'word' | 'phrase';
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

const isQuote = (character: string | undefined): boolean => character === '"' || character === '＂';
const isSpace = (character: string | undefined): boolean => character === undefined || /\s/u.test(character);

/**
 * Reads a query: words separated by white space must all occur in a block (AND); "…" is an exact
 * phrase, white space included. “…” is a phrase too, but only when it stands alone between white
 * space: inside a word (“菜篮子”工程) the marks are text, because readers paste passages.
 *
 * Never throws. Whatever cannot be used is named in `problems` and the rest is searched.
 */
export const parseQuery = (query: string): ParsedQuery => {
  const problems: QueryProblem[] = [];
  const clean = cleaned(query, problems);
  const nodes = new Map<string, QueryNode>();
  for (const term of terms(clean, problems)) {
    const folded = fold(term.text);
    if (folded === '') problems.push({ code: 'nothing-to-find', start: term.start, end: term.end });
    else if (nodes.has(folded)) continue;
    else if (nodes.size >= maximumWords) {
      problems.push({ code: 'too-many-words', start: term.start, end: query.length });
      break;
    } else nodes.set(folded, { type: term.type, folded });
  }
  const children = [...nodes.values()];
  const [only] = children;
  if (only === undefined) problems.push({ code: 'empty', start: 0, end: query.length });
  return {
    root: only === undefined ? null : children.length === 1 ? only : { type: 'and', children },
    problems,
  };
};

/** The part of the query that is read, as long as it was: what cannot be searched becomes a space. */
export const cleaned = (query: string, problems: QueryProblem[]): string => {
  let read = query;
  if (query.length > maximumQueryLength) {
    const splitsPair = query.codePointAt(maximumQueryLength - 1) !== query.charCodeAt(maximumQueryLength - 1);
    const end = splitsPair ? maximumQueryLength - 1 : maximumQueryLength;
    read = query.slice(0, end);
    problems.push({ code: 'too-long', start: end, end: query.length });
  }
  let text = '';
  for (const character of read) {
    const start = text.length;
    const code = unusable(character);
    if (code === null) text += character;
    else {
      problems.push({ code, start, end: start + 1 });
      text += ' ';
    }
  }
  return text;
};

const unusable = (character: string): QueryProblemCode | null => {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0xd800 && point <= 0xdfff) return 'lone-surrogate';
  const isControl = point < 0x20 || (point >= 0x7f && point < 0xa0);
  return isControl && !isSpace(character) ? 'control-character' : null;
};

const terms = (text: string, problems: QueryProblem[]): Term[] => {
  const found: Term[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    if (isSpace(text[at])) at += 1;
    else if (isQuote(text[at])) {
      const close = closingQuote(text, at + 1);
      if (close < 0) problems.push({ code: 'unbalanced-quote', start, end: text.length });
      const end = close < 0 ? text.length : close;
      at = Math.min(text.length, end + 1);
      found.push({ type: 'phrase', text: text.slice(start + 1, end), start, end: at });
    } else {
      const close = curlyPhraseEnd(text, at);
      if (close > 0) {
        at = close + 1;
        found.push({ type: 'phrase', text: text.slice(start + 1, close), start, end: at });
      } else {
        while (at < text.length && !isSpace(text[at]) && !isQuote(text[at])) at += 1;
        found.push({ type: 'word', text: text.slice(start, at), start, end: at });
      }
    }
  }
  return found;
};

const closingQuote = (text: string, from: number): number => {
  for (let at = from; at < text.length; at += 1) if (isQuote(text[at])) return at;
  return -1;
};

/** Where the ” of a “…” that begins at `at` and stands alone is; -1 when there is no such phrase. */
const curlyPhraseEnd = (text: string, at: number): number => {
  if (text[at] !== '“') return -1;
  const close = text.indexOf('”', at + 1);
  return close > at + 1 && isSpace(text[close + 1]) ? close : -1;
};
