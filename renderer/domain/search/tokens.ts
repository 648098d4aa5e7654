import { type Field, fieldNamed, isNotesWord } from './fields.ts';
import type { QueryProblem } from './query-problems.ts';

type Place = { readonly start: number; readonly end: number };

/** A piece of a query, with its place in it. */
export type Token = Place &
  (
    | {
        readonly kind: 'text';
        readonly text: string;
        readonly quoted: boolean;
        readonly excluded: boolean;
        /** Of a phrase: between its own words; of a word: to the word before it. */
        readonly distance: number | null;
      }
    | { readonly kind: 'or' }
    | { readonly kind: 'near'; readonly distance: number }
    | { readonly kind: 'field'; readonly field: Field; readonly value: string; readonly excluded: boolean }
  );

export const isSpace = (character: string | undefined): boolean =>
  character === undefined || /\s/u.test(character);

const isQuote = (character: string | undefined): boolean => character === '"' || character === '＂';
const isBar = (character: string | undefined): boolean => character === '|' || character === '｜';
const isMinus = (character: string | undefined): boolean => character === '-' || character === '－';
/** Marks that make a phrase when it stands alone, as readers type them with a Chinese keyboard. */
const closingMarks: Readonly<Record<string, string>> = { '“': '”', '「': '」' };
const suffix = /[~～](\d{1,3})(?=$|[\s|｜])/uy;

/** Splits a query; where its syntax is broken, a problem is noted and the rest read as text. */
export const tokensOf = (text: string, problems: QueryProblem[]): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text[at])) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, tokens, problems);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
};

const tokenAt = (text: string, at: number, before: readonly Token[], problems: QueryProblem[]): Token => {
  if (isBar(text[at])) return { kind: 'or', start: at, end: barsEnd(text, at) };
  const distance = distanceAt(text, at);
  if (distance !== null) return { kind: 'near', distance: distance.value, start: at, end: distance.end };
  const excluded = isMinus(text[at]) && !isSpace(text[at + 1]) && !isMinus(text[at + 1]);
  const from = excluded ? at + 1 : at;
  const field = fieldAt(text, from, problems);
  if (field !== null) return { ...field, kind: 'field', excluded, start: at };
  const phrase = phraseAt(text, from, problems);
  if (phrase !== null) {
    const near = distanceAt(text, phrase.end);
    return {
      kind: 'text',
      text: phrase.text,
      quoted: true,
      excluded,
      distance: near?.value ?? null,
      start: at,
      end: near?.end ?? phrase.end,
    };
  }
  return wordAt(text, at, from, excluded, before);
};

const wordAt = (
  text: string,
  start: number,
  from: number,
  excluded: boolean,
  before: readonly Token[],
): Token => {
  let end = from;
  while (end < text.length && !isSpace(text[end]) && !isQuote(text[end]) && !isBar(text[end])) end += 1;
  const word = text.slice(from, end);
  if (!excluded && /^(?:OR|或)$/u.test(word)) return { kind: 'or', start, end };
  if (isNotesWord(word)) return { kind: 'field', field: 'notes', value: '', excluded, start, end };
  const [, stem, digits] = /^(.+)[~～](\d{1,3})$/u.exec(word) ?? [];
  // 第2～3条 is text: only after another word can ~3 be a distance.
  const near = stem !== undefined && before.at(-1)?.kind === 'text' && !excluded;
  return {
    kind: 'text',
    text: near ? stem : word,
    quoted: false,
    excluded,
    distance: near ? Number(digits) : null,
    start,
    end,
  };
};

const barsEnd = (text: string, at: number): number => {
  let end = at;
  while (isBar(text[end])) end += 1;
  return end;
};

const distanceAt = (text: string, at: number): { readonly value: number; readonly end: number } | null => {
  suffix.lastIndex = at;
  const [whole, digits] = suffix.exec(text) ?? [];
  return whole === undefined ? null : { value: Number(digits), end: at + whole.length };
};

type Phrase = { readonly text: string; readonly end: number };

/** The phrase in quotation marks that begins at `at`, if one does. */
const phraseAt = (text: string, at: number, problems: QueryProblem[]): Phrase | null => {
  if (isQuote(text[at])) {
    let close = at + 1;
    while (close < text.length && !isQuote(text[close])) close += 1;
    if (close === text.length) problems.push({ code: 'unbalanced-quote', start: at, end: close });
    return { text: text.slice(at + 1, close), end: Math.min(text.length, close + 1) };
  }
  const mark = closingMarks[text[at] ?? ''];
  if (mark === undefined) return null;
  const close = text.indexOf(mark, at + 1);
  const alone = isSpace(text[close + 1]) || isBar(text[close + 1]) || distanceAt(text, close + 1) !== null;
  return close > at + 1 && alone ? { text: text.slice(at + 1, close), end: close + 1 } : null;
};

type FieldToken = { readonly field: Field; readonly value: string; readonly end: number };

/** `标题:养老` or `title:"elderly care"` at `at`; the colon may be full-width, as Chinese keyboards type it. */
const fieldAt = (text: string, at: number, problems: QueryProblem[]): FieldToken | null => {
  const name = /^([\p{L}]{1,12})([:：])/u.exec(text.slice(at, at + 13));
  if (name === null) return null;
  const field = fieldNamed(name[1] ?? '');
  const from = at + name[0].length;
  if (field === null) {
    // A colon of a Chinese sentence is no mistake.
    if (name[2] === ':' && !isSpace(text[from])) {
      problems.push({ code: 'unknown-field', start: at, end: from });
    }
    return null;
  }
  const phrase = phraseAt(text, from, problems);
  if (phrase !== null) return { field, value: phrase.text, end: phrase.end };
  let end = from;
  while (end < text.length && !isSpace(text[end])) end += 1;
  return { field, value: text.slice(from, end), end };
};
