import { fold } from '../fold/index.ts';
import { cleaned } from './clean-query.ts';
import { type Filter, filterOf } from './filters.ts';
import type { QueryProblem } from './query-problems.ts';
import { isSpace, type Token, tokensOf } from './tokens.ts';

/** Words that stand together in a text. */
export type Term = {
  readonly type: 'term';
  /** Never '', except for exact characters that folding drops: the index narrows by it. */
  readonly folded: string;
  /** What is looked for in the text that is searched: as typed for exact characters, else as `folded`. Never ''. */
  readonly needle: string;
};

/** Words near one another in a sentence: of two that follow one another at most `distance` characters apart. */
export type Near = { readonly type: 'near'; readonly terms: readonly Term[]; readonly distance: number };

/** What a block must hold one of, or must not hold. */
export type Clause = { readonly anyOf: readonly (Term | Near)[]; readonly excluded: boolean };

/** A block is a hit when all clauses hold in it and its document passes the filters. */
export type ParsedQuery = {
  readonly clauses: readonly Clause[];
  readonly filters: readonly Filter[];
  readonly problems: readonly QueryProblem[];
};

/** Different words that are searched for. */
const maximumWords = 32;

/**
 * Reads a query:
 * - words separated by white space must all occur in a block (AND);
 * - `"…"`, and “…” or 「…」 where it stands alone, is an exact phrase, white space included;
 * - `-word` must not occur in it;
 * - `A OR B`, `A | B`, `A|B`, `A 或 B`: one of the two neighbours; OR binds closer than AND;
 * - `"A B"~2`, `A B~2` or `A ~2 B`: both in one sentence, in any order, at most 2 characters between them;
 * - `标题:养老` and the other fields choose documents.
 *
 * Never throws. Whatever cannot be used is named in `problems` and the rest is searched; where nothing is left,
 * the query is looked for as it was typed: a reader who pastes a single | or -2023年 wants that.
 */
export const parseQuery = (query: string, exact = false): ParsedQuery => {
  const problems: QueryProblem[] = [];
  const text = cleaned(query, problems);
  const termOf = (words: string): Term | null => {
    const folded = fold(words);
    const needle = exact ? words : folded;
    return needle === '' || needle.trim() === '' ? null : { type: 'term', folded, needle };
  };
  const { clauses, filters } = assembled(tokensOf(text, problems), termOf, query.length, problems);
  if (clauses.some(({ excluded }) => !excluded) || filters.length > 0) return { clauses, filters, problems };
  const whole = termOf(text.trim());
  if (clauses.length > 0) problems.push({ code: 'only-exclusions', start: 0, end: query.length });
  if (whole === null) {
    const known = problems.some(({ code }) => code === 'empty');
    if (!known) problems.push({ code: 'empty', start: 0, end: query.length });
    return { clauses: [], filters, problems };
  }
  return { clauses: [{ anyOf: [whole], excluded: false }], filters, problems };
};

type Wanted = { readonly clauses: readonly Clause[]; readonly filters: readonly Filter[] };

const assembled = (
  tokens: readonly Token[],
  termOf: (words: string) => Term | null,
  length: number,
  problems: QueryProblem[],
): Wanted => {
  const clauses: { anyOf: (Term | Near)[]; readonly excluded: boolean }[] = [];
  const filters: Filter[] = [];
  const known = new Set<string>();
  let words = 0;
  // What stands between the last clause and the next word: an OR, a ~2, or nothing.
  let join: Extract<Token, { readonly kind: 'or' | 'near' }> | null = null;
  const dangling = (): void => {
    if (join === null) return;
    problems.push({
      code: join.kind === 'or' ? 'lone-or' : 'near-needs-two',
      start: join.start,
      end: join.end,
    });
    join = null;
  };
  for (const token of tokens) {
    if (token.kind === 'or' || token.kind === 'near') {
      dangling();
      join = token;
      continue;
    }
    if (token.kind === 'field') {
      dangling();
      const filter = filterOf(token, problems);
      if (filter !== null) filters.push(filter);
      continue;
    }
    const item = itemOf(token, termOf, problems);
    if (item === null) {
      problems.push({ code: 'nothing-to-find', start: token.start, end: token.end });
      continue;
    }
    words += item.type === 'near' ? item.terms.length : 1;
    if (words > maximumWords) {
      problems.push({ code: 'too-many-words', start: token.start, end: length });
      break;
    }
    const last = clauses.at(-1);
    const joined: number | 'or' | null = joinOf(join, token);
    if (joined !== null && last !== undefined && !last.excluded && !token.excluded) {
      join = null;
      const before = last.anyOf.at(-1);
      if (joined === 'or') last.anyOf.push(item);
      else if (before !== undefined) last.anyOf[last.anyOf.length - 1] = nearOf(before, item, joined);
      continue;
    }
    dangling();
    const key = `${token.excluded ? '-' : '+'}${JSON.stringify(item)}`;
    // A word that is typed twice is asked for once, unless something is about to be joined to it.
    if (known.has(key)) words -= 1;
    known.add(key);
    clauses.push({ anyOf: [item], excluded: token.excluded });
  }
  dangling();
  return { clauses: withoutTwins(clauses), filters };
};

const withoutTwins = (clauses: readonly Clause[]): readonly Clause[] => [
  ...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).values(),
];

type TextToken = Extract<Token, { readonly kind: 'text' }>;

/** How a word joins what stands before it: as the other choice, at a distance, or not. */
const joinOf = (
  join: Extract<Token, { readonly kind: 'or' | 'near' }> | null,
  token: TextToken,
): number | 'or' | null => {
  if (join !== null) return join.kind === 'or' ? 'or' : join.distance;
  return token.quoted ? null : token.distance;
};

const itemOf = (
  token: TextToken,
  termOf: (words: string) => Term | null,
  problems: QueryProblem[],
): Term | Near | null => {
  const { text, quoted, distance } = token;
  if (!quoted || distance === null) return termOf(text);
  const parts: Term[] = [];
  let word = '';
  for (const character of [...text, ' ']) {
    if (!isSpace(character)) word += character;
    else {
      const term = word === '' ? null : termOf(word);
      if (term !== null) parts.push(term);
      word = '';
    }
  }
  if (parts.length > 1) return { type: 'near', terms: parts, distance };
  problems.push({ code: 'near-needs-two', start: token.start, end: token.end });
  return termOf(text);
};

const nearOf = (one: Term | Near, other: Term | Near, distance: number): Near => {
  const terms = [one, other].flatMap((item) => (item.type === 'near' ? item.terms : [item]));
  const farther = [one, other].map((item) => (item.type === 'near' ? item.distance : 0));
  return { type: 'near', terms, distance: Math.max(distance, ...farther) };
};
