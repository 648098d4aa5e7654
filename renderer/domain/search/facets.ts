import type { SearchDocument } from '../../../preload/contract/index.ts';
import { validityOf } from '../validity/index.ts';
import type { Matching } from './engine.ts';
import { type DocumentFacts, type Filter, factsOf, passes } from './filters.ts';
import { parseQuery } from './query.ts';
import { filterKey, filterText } from './query-edit.ts';

/** What a result can be narrowed by, in the order in which it is offered. */
const facetFields = ['kind', 'issuer', 'year', 'validity', 'body', 'tag', 'notes'] as const;
export type FacetField = (typeof facetFields)[number];

/** One choice: `value` as the documents (or the user) have it, for 效力 a state; empty for 有笔记. */
type FacetValue = {
  readonly value: string;
  /** The documents of the result when of this field only this is chosen. */
  readonly count: number;
  readonly chosen: boolean;
};

export type Facet = {
  readonly field: FacetField;
  /** Those with the most documents first; years from the newest, states in their own order. */
  readonly values: readonly FacetValue[];
};

/** Offered of one field at most; there are libraries with hundreds of 责任单位. */
const most = 40;

/** Words for the states in a query; 现行 has what will expire soon with it, as in a query. */
const stateWords = {
  current: '现行',
  expiring: '将到期',
  pending: '尚未施行',
  expired: '已失效',
  unstated: '未载明',
} as const;

/** The filter that choosing a value is: it is typed into the box. */
export const facetFilterText = (
  field: FacetField,
  value: string,
  language: Parameters<typeof filterText>[2],
): string => {
  const word = field === 'validity' ? (stateWords[value as keyof typeof stateWords] ?? value) : value;
  return filterText(field, field === 'validity' && language === 'en' ? value : word, language);
};

/** What facets are counted from; made once for a library. */
export type FacetSource = ReadonlyMap<
  string,
  { readonly document: SearchDocument; readonly facts: DocumentFacts }
>;

export const facetSourceOf = (documents: readonly SearchDocument[]): FacetSource =>
  new Map(documents.map((document) => [document.id, { document, facts: factsOf(document) }]));

/**
 * The facets of a result. A value's count is the number of documents that are left when it is chosen: those in which the
 * query's words stand and which pass its filters, those of the same field excepted, since of one field any will do.
 * A value is judged by the very filter that choosing it types into the box, so counts and results agree.
 */
export const facetsOf = (
  source: FacetSource,
  { filters, documentIds, context }: Matching,
): readonly Facet[] => {
  const chosen = new Set(filters.filter(({ excluded }) => !excluded).map(filterKey));
  return facetFields.flatMap((field) => {
    const others = filters.filter((filter) => filter.excluded || filter.field !== field);
    const within = [...documentIds].flatMap((id) => {
      const known = source.get(id);
      return known !== undefined && passes(others, id, known.facts, context) ? [known] : [];
    });
    const values = [...valuesOf(field, within, context)]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, most)
      .map(([value]) => {
        const filter = filterOfValue(field, value);
        const alone = filter === null ? [] : [filter];
        const count = within.filter(({ document, facts }) =>
          passes(alone, document.id, facts, context),
        ).length;
        return { value, count, chosen: filter !== null && chosen.has(filterKey(filter)) };
      })
      .filter(({ count }) => count > 0);
    return values.length === 0 ? [] : [{ field, values: inOrder(field, values) }];
  });
};

const filterOfValue = (field: FacetField, value: string): Filter | null =>
  parseQuery(facetFilterText(field, value, 'zh-CN')).filters[0] ?? null;

type Known = { readonly document: SearchDocument; readonly facts: DocumentFacts };

/** The different values of a field, each with how many documents have it. */
const valuesOf = (
  field: FacetField,
  within: readonly Known[],
  { day, notes }: Matching['context'],
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { document, facts } of within) {
    for (const value of new Set(valuesIn(field, document, facts, day, notes))) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
};

const valuesIn = (
  field: FacetField,
  document: SearchDocument,
  { year, dates }: DocumentFacts,
  day: string,
  notes: Matching['context']['notes'],
): readonly string[] => {
  switch (field) {
    case 'kind':
    case 'issuer':
      return document[field] === null ? [] : [document[field]];
    case 'year':
      return year === null ? [] : [String(year)];
    case 'validity':
      return [validityOf(dates, day)];
    case 'body':
      return document.bodies;
    case 'tag':
      return notes?.get(document.id) ?? [];
    case 'notes':
      return notes?.has(document.id) === true ? [''] : [];
  }
};

const inOrder = (field: FacetField, values: readonly FacetValue[]): readonly FacetValue[] => {
  if (field === 'year') return values.toSorted((one, other) => Number(other.value) - Number(one.value));
  if (field === 'validity') {
    const states = Object.keys(stateWords);
    return values.toSorted((one, other) => states.indexOf(one.value) - states.indexOf(other.value));
  }
  return values.toSorted((one, other) => other.count - one.count || one.value.localeCompare(other.value));
};
