import type { SearchDocument } from '../../../preload/contract/index.ts';
import { fold } from '../fold/index.ts';
import { allFieldNames, type Field, fieldNamed, fieldNames } from './fields.ts';
import { asWords, filterText, type QueryLanguage } from './query-edit.ts';

/** A query that the typed one may become. */
export type Suggestion = {
  readonly kind: 'recent' | 'title' | 'number' | 'heading' | 'field' | 'value';
  /** What is shown. */
  readonly text: string;
  /** What the box holds when it is chosen. */
  readonly query: string;
};

/** What is suggested from; made once for a library. */
type Suggester = (typed: string, recent: readonly string[], language: QueryLanguage) => readonly Suggestion[];

type Known = { readonly text: string; readonly folded: string };

/** Of each kind at most so many, so that the list can be taken in at a glance. */
const most = { recent: 3, title: 4, number: 2, heading: 3, field: 3, value: 8 } as const;

/** Of a query no more than this is completed: nobody is looking for a title that long. */
const longest = 100;

/**
 * Suggests titles, 文号 and headings that hold all words typed (those that begin with them first, then the shorter ones),
 * recent queries that do, names of fields that the last word begins, and the values of a field after its colon.
 */
export const createSuggester = (
  documents: readonly SearchDocument[],
  headingTexts: readonly string[],
): Suggester => {
  const titles = known(documents.map(({ title }) => title));
  const numbers = known(documents.flatMap(({ documentNumber }) => documentNumber ?? []));
  const headings = known(headingTexts);
  const values = new Map<Field, readonly Known[]>([
    ['title', titles],
    ['number', numbers],
    ['issuer', known(documents.flatMap(({ issuer }) => issuer ?? []))],
    ['kind', known(documents.flatMap(({ kind }) => kind ?? []))],
    ['body', known(documents.flatMap(({ bodies }) => bodies))],
    [
      'year',
      known(
        documents
          .flatMap(({ issuedOn }) => issuedOn?.slice(0, 4) ?? [])
          .toSorted()
          .reverse(),
      ),
    ],
  ]);
  return (typed, recent, language) => {
    const query = typed.slice(0, longest);
    const field = fieldBeingTyped(query);
    if (field !== null)
      return valuesFor(query, field, values.get(field.field) ?? states(field.field, language));
    const words = query
      .split(/\s+/u)
      .map(fold)
      .filter((word) => word !== '');
    const recents = recent
      .filter((other) => other.trim() !== query.trim() && words.every((word) => fold(other).includes(word)))
      .slice(0, most.recent)
      .map((text): Suggestion => ({ kind: 'recent', text, query: text }));
    if (words.length === 0 || /["＂:：|｜]/u.test(query)) return recents;
    const phrases = (kind: 'title' | 'number' | 'heading', from: readonly Known[]): readonly Suggestion[] =>
      holding(words, from, most[kind]).map(({ text }) => ({
        kind,
        text,
        // Not every text prints its number.
        query: kind === 'number' ? filterText('number', text, language) : asWords(text),
      }));
    return withoutTwins([
      ...recents,
      ...phrases('number', numbers),
      ...phrases('title', titles),
      ...phrases('heading', headings),
      ...fieldsFor(query, language),
    ]);
  };
};

const known = (texts: readonly string[]): readonly Known[] =>
  [...new Set(texts.map((text) => text.trim()))].flatMap((text) =>
    text === '' ? [] : [{ text, folded: fold(text) }],
  );

/** The first `limit` by how well they begin and how short they are; equal ones in the order of the library. */
const holding = (words: readonly string[], from: readonly Known[], limit: number): readonly Known[] => {
  const [first = ''] = words;
  return from
    .filter(({ folded }) => words.every((word) => folded.includes(word)) && folded !== words.join(''))
    .map((one) => ({ one, at: Math.min(one.folded.indexOf(first), 9) }))
    .toSorted((a, b) => Math.sign(a.at) - Math.sign(b.at) || a.one.text.length - b.one.text.length)
    .slice(0, limit)
    .map(({ one }) => one);
};

const withoutTwins = (suggestions: readonly Suggestion[]): readonly Suggestion[] =>
  [...new Map(suggestions.toReversed().map((one) => [one.query, one])).values()].toReversed();

type FieldBeingTyped = { readonly field: Field; readonly value: string; readonly from: number };

/** The field after whose colon the query ends, and where its value begins. */
const fieldBeingTyped = (query: string): FieldBeingTyped | null => {
  const match = /(?:^|\s)-?(\p{L}{1,12})[:：](["＂]?)([^"＂\s]*)$/u.exec(query);
  if (match === null) return null;
  const [, name = '', quote = '', value = ''] = match;
  const field = fieldNamed(name);
  return field === null ? null : { field, value, from: query.length - value.length - quote.length };
};

const valuesFor = (
  query: string,
  { value, from }: FieldBeingTyped,
  all: readonly Known[],
): readonly Suggestion[] => {
  const folded = fold(value);
  const fitting = folded === '' ? all.slice(0, most.value) : holding([folded], all, most.value);
  return fitting.map(({ text }) => ({
    kind: 'value',
    text,
    query: `${query.slice(0, from)}${asWords(text)} `,
  }));
};

const states = (field: Field, language: QueryLanguage): readonly Known[] => {
  if (field === 'notes') return known(language === 'en' ? ['notes'] : ['笔记']);
  if (field !== 'validity') return [];
  return known(
    language === 'en'
      ? ['current', 'expiring', 'pending', 'expired', 'unstated']
      : ['现行', '将到期', '尚未施行', '已失效', '未载明'],
  );
};

/** The fields of which the last word is the beginning of a name. */
const fieldsFor = (query: string, language: QueryLanguage): readonly Suggestion[] => {
  const word = /\S*$/u.exec(query)?.[0] ?? '';
  const folded = fold(word.replace(/^-/u, ''));
  if (folded === '') return [];
  const fields = new Set(
    [...allFieldNames()].flatMap(([name, field]) => (name.startsWith(folded) ? [field] : [])),
  );
  return [...fields].slice(0, most.field).map((field) => {
    const name = `${fieldNames(field)[language]}:`;
    return {
      kind: 'field',
      text: name,
      query: `${query.slice(0, query.length - word.length)}${word.startsWith('-') ? '-' : ''}${name}`,
    };
  });
};
