import {
  alignEditions,
  type QuoteAnchor,
  type Reanchored,
  reanchor,
} from '../../../../renderer/domain/reanchor/index.ts';

/** The anchor of the nth occurrence (from 0) of some words in a text. Throws when it has not that many. */
export const anchorOf = (text: string, words: string, nth = 0): QuoteAnchor => {
  let start = text.indexOf(words);
  for (let step = 0; step < nth; step += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new RangeError(`${words} does not occur ${nth + 1} times`);
  return between(text, start, start + words.length);
};

export const between = (text: string, start: number, end: number): QuoteAnchor => ({
  start,
  end,
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - 32), start),
  suffix: text.slice(end, end + 32),
});

/** Carries the nth occurrence of some words over, with the words it then covers. */
export const carried = (
  old: string,
  fresh: string,
  words: string,
  nth = 0,
): Reanchored & { readonly words: string } => {
  const answer = reanchor(alignEditions(old, fresh), anchorOf(old, words, nth));
  return { ...answer, words: answer.start === null ? '' : fresh.slice(answer.start, answer.end) };
};
