import type { Fact } from '../../preload/contract/index.ts';
import { saysComparator } from '../domain/facts/index.ts';
import { type Converter, characterEnd, characterStart, convertText } from '../domain/script/index.ts';
import type { Translate } from '../domain/strings/index.ts';

type Piece = { readonly text: string; readonly marked: boolean };

export type ShownFact = {
  readonly subject: string | null;
  /** The value as printed, in the script that is shown. */
  readonly raw: string;
  readonly pieces: readonly Piece[];
};

/** Characters that a cut may go beyond its length, rather than leave out next to nothing. */
const slack = 12;

/**
 * A fact as it is shown: its sentence with the printed value marked, at most `context` characters of it on
 * either side, all in the script in which its document is read.
 */
export function shownFact(
  fact: Fact,
  sentence: string,
  converter: Converter | null,
  context: number,
): ShownFact {
  const { text, map } = convertText(sentence, converter);
  const start = map.toDisplay(fact.start - fact.sentenceStart);
  const end = map.toDisplay(fact.end - fact.sentenceStart);
  const from = start > context + slack ? beforeNumber(text, characterStart(text, start - context)) : 0;
  const to =
    text.length - end > context + slack ? behindNumber(text, characterEnd(text, end + context)) : text.length;
  const pieces = [
    { text: `${from > 0 ? '…' : ''}${text.slice(from, start)}`, marked: false },
    { text: text.slice(start, end), marked: true },
    { text: `${text.slice(end, to)}${to < text.length ? '…' : ''}`, marked: false },
  ];
  return {
    subject: fact.subject === null ? null : convertText(fact.subject, converter).text,
    raw: text.slice(start, end),
    pieces: pieces.filter((piece) => piece.text !== ''),
  };
}

const partOfNumber = /[\d.,]/;

/** A number that is cut in two would be another number. */
function beforeNumber(text: string, at: number): number {
  let from = at;
  while (from > 0 && partOfNumber.test(text[from - 1] ?? '') && partOfNumber.test(text[from] ?? ''))
    from -= 1;
  return from;
}

function behindNumber(text: string, at: number): number {
  let to = at;
  while (to < text.length && partOfNumber.test(text[to - 1] ?? '') && partOfNumber.test(text[to] ?? ''))
    to += 1;
  return to;
}

/** Stands for the value while a sentence of the catalogue is taken apart around it. */
const valuePlace = '\uFFFC';

/**
 * The words of the comparator before and after the printed value. None where the printed words say it themselves:
 * a date (by the end of 2023), or “more than 6,000” within the value.
 */
export function comparatorWords(
  { comparator, unit, raw }: Pick<Fact, 'comparator' | 'unit' | 'raw'>,
  t: Translate,
): { readonly before: string; readonly after: string } {
  const isDate = unit === 'date' || unit === 'year' || unit === 'quarter' || unit === 'month';
  if (isDate || saysComparator(raw)) return { before: '', after: '' };
  const [before = '', after = ''] = t(`factPhrase.${comparator}`, { value: valuePlace }).split(valuePlace);
  return { before: before.trim(), after: after.trim() };
}
