import type { QueryProblem, QueryProblemCode } from './query-problems.ts';
import { isSpace } from './tokens.ts';

/** What is read of a query (UTF-16 units); no phrase of a policy is longer. */
const maximumQueryLength = 1000;

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
