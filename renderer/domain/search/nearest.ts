import { fold } from '../fold/index.ts';
import { cleaned } from './clean-query.ts';
import type { SearchEngine } from './engine.ts';
import { oneOff } from './one-off.ts';
import { parseQuery } from './query.ts';
import { asWords, withoutPlace } from './query-edit.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A query near one that found nothing, with what it finds. */
export type NearQuery = {
  readonly why: 'not-exact' | 'one-off' | 'without-word' | 'without-filter';
  readonly query: string;
  readonly exact: boolean;
  /** What was changed: the word or filter left out, or the words that were put in its place. */
  readonly what: string;
  readonly totalBlocks: number;
  readonly totalDocuments: number;
};

/** Words and filters tried one by one; a query with more is no slip of the pen. */
const mostParts = 12;
const mostOffers = 6;
const mostVariants = 3;

/** How long looking for words that are one character off may take, in milliseconds. */
const patience = 60;

/**
 * The queries nearest to one that found nothing: without exact characters, with one character of a word another, too
 * many or too few, without one word, without one filter. Only those that find something, each with its exact totals.
 * `now` tells milliseconds; what is not found in `patience` of them is not offered.
 */
export const nearestQueries = (
  engine: Pick<SearchEngine, 'search' | 'textsThatMayHold'>,
  query: string,
  exact: boolean,
  now: () => number,
): readonly NearQuery[] => {
  const until = now() + patience;
  const seen = new Set<string>();
  const offer = (
    why: NearQuery['why'],
    near: string,
    what: string,
    nearExact = exact,
  ): readonly NearQuery[] => {
    const key = `${near}\n${nearExact}`;
    if (near.trim() === '' || seen.has(key) || isBroken(near)) return [];
    seen.add(key);
    const { totalBlocks, totalDocuments } = engine.search(near, { limit: 0, exact: nearExact });
    return totalBlocks === 0
      ? []
      : [{ why, query: near, exact: nearExact, what, totalBlocks, totalDocuments }];
  };
  const tokens = tokensOf(cleaned(query, []), []).slice(0, mostParts);
  const notExact = exact ? offer('not-exact', query, '', false) : [];
  const variants = exact
    ? []
    : tokens.flatMap((token) =>
        wordsNear(engine, token, () => now() > until).flatMap((words) =>
          offer('one-off', replaced(query, token, words), words),
        ),
      );
  const parts = tokens.filter(({ kind }) => kind === 'text' || kind === 'field');
  const shorter =
    parts.length < 2
      ? []
      : parts.flatMap((token) =>
          offer(
            token.kind === 'field' ? 'without-filter' : 'without-word',
            withoutPlace(query, token),
            query.slice(token.start, token.end),
          ),
        );
  const byCount = (one: NearQuery, other: NearQuery): number => other.totalBlocks - one.totalBlocks;
  return [
    ...notExact,
    ...variants.toSorted(byCount).slice(0, mostVariants),
    ...shorter.toSorted(byCount),
  ].slice(0, mostOffers);
};

/** A query that does not say what it was meant to. */
const isBroken = (query: string): boolean =>
  parseQuery(query).problems.some(({ code }) => code === 'lone-or' || code === 'near-needs-two');

/** The words one character off a word that is nowhere. */
const wordsNear = (
  engine: Pick<SearchEngine, 'search' | 'textsThatMayHold'>,
  token: Token,
  isLate: () => boolean,
): readonly string[] => {
  if (token.kind !== 'text' || token.excluded || isLate()) return [];
  const folded = fold(token.text);
  if (folded.length < 2 || folded.length > 40) return [];
  if (engine.search(`"${token.text}"`, { limit: 0 }).totalBlocks > 0) return [];
  return oneOff(folded, engine.textsThatMayHold, isLate, mostVariants).map((words) =>
    inTypedCharacters(token.text, folded, words),
  );
};

/** The characters that did not change as they were typed: who types traditional characters is offered them. */
const inTypedCharacters = (typed: string, folded: string, words: string): string =>
  typed.length === folded.length && words.length === folded.length
    ? [...words.split('')].map((unit, at) => (unit === folded[at] ? (typed[at] ?? unit) : unit)).join('')
    : words;

const replaced = (query: string, token: Token, words: string): string => {
  if (token.kind !== 'text') return query;
  const start = query.indexOf(token.text, token.start);
  const put = token.quoted ? words : asWords(words);
  return `${query.slice(0, start)}${put}${query.slice(start + token.text.length)}`;
};
