import type { SearchDocument } from '../../../preload/contract/index.ts';
import { fold } from '../fold/index.ts';
import { type Validity, validityOf } from '../validity/index.ts';
import { assertNever } from './assert-never.ts';
import type { Field } from './fields.ts';
import type { QueryProblem } from './query-problems.ts';
import type { Token } from './tokens.ts';

/** A condition on a document. */
export type Filter = { readonly excluded: boolean } & (
  | { readonly field: 'title' | 'number' | 'issuer' | 'kind' | 'body' | 'tag'; readonly value: string }
  | { readonly field: 'year'; readonly from: number; readonly to: number }
  | { readonly field: 'validity'; readonly anyOf: readonly Validity[] }
  | { readonly field: 'notes' }
) & { readonly start: number; readonly end: number };

/** What the filters look at; the texts are folded. */
export type DocumentFacts = {
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly kind: string;
  readonly bodies: readonly string[];
  readonly year: number | null;
  readonly dates: Pick<SearchDocument, 'effectiveOn' | 'expiresOn'>;
};

/** Documents with notes, each with the tags on them; null where notes are not known. */
export type KnownNotes = ReadonlyMap<string, readonly string[]> | null;

/** A document's facts, folded once. */
export const factsOf = (document: SearchDocument): DocumentFacts => ({
  title: fold(document.title),
  number: fold(document.documentNumber ?? ''),
  issuer: fold(document.issuer ?? ''),
  kind: fold(document.kind ?? ''),
  bodies: document.bodies.map(fold),
  year: yearOf(document),
  dates: { effectiveOn: document.effectiveOn, expiresOn: document.expiresOn },
});

/** The year a document was issued; where that is not printed, that of its 文号, or in which it took effect. */
const yearOf = ({ issuedOn, documentNumber, effectiveOn }: SearchDocument): number | null => {
  const inNumber = /[〔[［(（【](\d{4})[〕\]］)）】]/u.exec(documentNumber ?? '')?.[1];
  const year = issuedOn?.slice(0, 4) ?? inNumber ?? effectiveOn?.slice(0, 4);
  return year === undefined ? null : Number(year);
};

/** Words for the states of validity, folded. What will expire soon is in force until then. */
const validityWords: readonly (readonly [words: string, states: readonly Validity[]])[] = [
  ['现行|现行有效|有效|current|inforce', ['current', 'expiring']],
  ['将到期|即将到期|expiring', ['expiring']],
  ['尚未施行|未施行|未生效|pending', ['pending']],
  ['已失效|失效|expired', ['expired']],
  ['未载明|unstated', ['unstated']],
];

type FieldToken = Extract<Token, { readonly kind: 'field' }>;

/** The filter of a field and its value, or null where the value cannot be used, which `problems` then says. */
export const filterOf = (token: FieldToken, problems: QueryProblem[]): Filter | null => {
  const { field, excluded, start, end } = token;
  const rest = { excluded, start, end };
  const value = fold(token.value);
  const problem = (code: QueryProblem['code']): null => {
    problems.push({ code, start, end });
    return null;
  };
  if (field === 'notes') {
    const isNotes = value === '' || /^(?:notes?|笔记|annotations?)$/u.test(value);
    return isNotes ? { field, ...rest } : problem('unknown-field');
  }
  if (value === '') return problem('field-empty');
  if (field === 'year') {
    const range = yearsOf(token.value);
    return range === null ? problem('bad-year') : { field, ...range, ...rest };
  }
  if (field === 'validity') {
    const states = validityWords.find(([words]) => words.split('|').includes(value.replace(' ', '')));
    return states === undefined ? problem('unknown-validity') : { field, anyOf: states[1], ...rest };
  }
  return { field, value, ...rest };
};

/** 2020, 2020年, 2020..2021, 2020.., ..2021 */
const yearsOf = (typed: string): { readonly from: number; readonly to: number } | null => {
  const text = typed.normalize('NFKC').replaceAll('年', '').replace(/…/gu, '..');
  const [, from = '', dots, to = ''] = /^(\d{4})?(\.{2,3}|[-~—–至])?(\d{4})?$/u.exec(text) ?? [];
  if (from === '' && to === '') return null;
  if (dots === undefined) return to === '' ? { from: Number(from), to: Number(from) } : null;
  const range = { from: Number(from || 0), to: Number(to || 9999) };
  return range.from <= range.to ? range : { from: range.to, to: range.from };
};

/** What the filters are judged by. */
export type FilterContext = { readonly day: string; readonly notes: KnownNotes };

/** Whether a document passes: of the filters of one field any, of the fields all, of the excluded ones none. */
export const passes = (
  filters: readonly Filter[],
  id: string,
  facts: DocumentFacts | null,
  context: FilterContext,
): boolean => {
  if (filters.length === 0) return true;
  if (facts === null) return false;
  const holds = (filter: Filter): boolean => satisfies(filter, id, facts, context);
  if (filters.some((filter) => filter.excluded && holds(filter))) return false;
  const wanted = filters.filter(({ excluded }) => !excluded);
  const fields = new Set<Field>(wanted.map(({ field }) => field));
  return [...fields].every((field) => wanted.some((filter) => filter.field === field && holds(filter)));
};

const satisfies = (filter: Filter, id: string, facts: DocumentFacts, context: FilterContext): boolean => {
  switch (filter.field) {
    case 'title':
    case 'number':
    case 'issuer':
    case 'kind':
      return facts[filter.field].includes(filter.value);
    case 'body':
      return facts.bodies.some((body) => body.includes(filter.value));
    case 'year':
      return facts.year !== null && facts.year >= filter.from && facts.year <= filter.to;
    case 'validity':
      return filter.anyOf.includes(validityOf(facts.dates, context.day));
    case 'tag':
      return context.notes?.get(id)?.some((tag) => fold(tag) === filter.value) ?? false;
    case 'notes':
      return context.notes?.has(id) ?? false;
    default:
      return assertNever(filter);
  }
};
