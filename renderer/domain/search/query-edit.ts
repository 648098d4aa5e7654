import { fieldNames } from './fields.ts';
import type { Filter } from './filters.ts';
import { parseQuery } from './query.ts';

/** How a field is called in a query: in Chinese or in English, as the program is. */
export type QueryLanguage = 'zh-CN' | 'en';

/** Fields of which a query can be given a value by a choice instead of by typing. */
export type FilterField = Filter['field'];

/** A filter as it is typed: `机关:上海市人民政府`, `issuer:"Shanghai Municipality"`, 有笔记. */
export const filterText = (field: FilterField, value: string, language: QueryLanguage): string => {
  if (field === 'notes') return language === 'en' ? 'has:notes' : '有笔记';
  return `${fieldNames(field)[language]}:${asWords(value)}`;
};

/** Words as they have to be typed to be looked for as they stand: in quotation marks where they need them. */
export const asWords = (text: string): string => {
  const plain = text.trim().replace(/["＂]/gu, '”');
  const { clauses, filters, problems } = parseQuery(plain);
  const [item, ...others] = clauses.flatMap(({ anyOf, excluded }) => (excluded ? [] : anyOf));
  const one = item?.type === 'term' && others.length === 0 && filters.length === 0 && problems.length === 0;
  return one && !/[\s"＂“”「」]/u.test(plain) ? plain : `"${plain}"`;
};

/** The query with one more filter; whatever stands in it, the filter is read as one. */
export const withFilter = (query: string, filter: string): string => {
  const before = parseQuery(query).filters.length;
  const after = `${query.trimEnd()} ${filter}`.trimStart();
  // An open quotation mark would take what follows it for its phrase, and of an overlong query the end is not read.
  return parseQuery(after).filters.length > before ? after : `${filter} ${query.trimStart()}`.trimEnd();
};

/** The query without what stands at a place of it. */
export const withoutPlace = (
  query: string,
  { start, end }: { readonly start: number; readonly end: number },
): string => `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim();

/** The condition of a filter, apart from where it was typed: of two that are the same, the same. */
export const filterKey = (filter: Filter): string => {
  const { start: _, end: __, ...condition } = filter;
  return JSON.stringify(condition, Object.keys(condition).toSorted());
};
