import { fold } from '../fold/index.ts';
import type { Filter } from './filters.ts';
import type { Term } from './query.ts';
import type { QueryProblem } from './query-problems.ts';

/** Whether a folded phrase stands anywhere in the library. */
type Stands = (term: Term) => boolean;

/**
 * What a reader who pastes a line of a document should know: `责任单位：市商务委` was read as a filter, and stands in
 * a text as well.
 */
export const filterHints = (
  query: string,
  filters: readonly Filter[],
  stands: Stands,
): readonly QueryProblem[] =>
  filters.flatMap(({ start, end, excluded }): readonly QueryProblem[] => {
    const typed = query.slice(start, end);
    // The colon of a Chinese keyboard, and of the texts.
    if (excluded || !typed.includes('：')) return [];
    return stands(termOf(typed)) ? [{ code: 'read-as-filter', start, end }] : [];
  });

const numerals = '[一二三四五六七八九十百千〇零0-9]+';
const printedNumber = new RegExp(
  `^\\s*["“「]?((?:[（(]${numerals}[）)]|${numerals}[、．.]|第${numerals}[编章节])\\s*)(.+?)["”」]?\\s*$`,
  'u',
);

/**
 * The number of a heading is kept apart from its text, so a heading pasted with its number is not found: told, where
 * nothing else was found and the heading without its number is.
 */
export const numberHints = (query: string, stands: Stands): readonly QueryProblem[] => {
  const [, number, rest] = printedNumber.exec(query.slice(0, longest)) ?? [];
  if (number === undefined || rest === undefined || fold(rest) === '' || !stands(termOf(rest))) return [];
  const start = query.indexOf(number);
  return [{ code: 'heading-number', start, end: start + number.trimEnd().length }];
};

/** No heading is longer. */
const longest = 200;

const termOf = (words: string): Term => {
  const folded = fold(words);
  return { type: 'term', folded, needle: folded };
};
