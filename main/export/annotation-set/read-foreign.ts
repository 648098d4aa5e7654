import { maximumNoteLength, maximumTagLength, maximumTags } from '../../../preload/contract/index.ts';
import type { ForeignNote, Refused } from './read-types.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A note of another program by the W3C model or its Readium profile (body with `color`, `highlight` and `tag`, headings
 * under `target.meta`). What is missing is left empty; only a note that says nothing and quotes nothing is refused.
 */
export function readForeign(item: object): ForeignNote | Refused {
  const fields = item as Fields;
  const target = fieldsOf(first(fields.target));
  const source = textOf(target?.source) || textOf(target?.id) || textOf(first(fields.target));
  if (target === null && source === '') return { problem: 'no-target', detail: '' };
  const selectors = listOf(target?.selector).map(fieldsOf);
  const quote = quoteOf(selectors);
  const bodies = listOf(fields.body ?? fields.bodyValue).map(bodyOf);
  const comment = bodies.filter(({ purpose }) => purpose !== 'tagging');
  const text = comment
    .map(({ value }) => value)
    .filter((value) => value !== '')
    .join('\n\n');
  if (text.length > maximumNoteLength) return { problem: 'too-long', detail: 'body' };
  if (quote !== null && quote.exact.length > maximumNoteLength)
    return { problem: 'too-long', detail: 'selector' };
  if (quote === null && text === '') {
    const bookmark = listOf(fields.motivation).includes('bookmarking');
    return { problem: bookmark ? 'bookmark' : 'no-quote', detail: '' };
  }
  const tags = [
    ...bodies.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value),
    ...bodies.map(({ tag }) => tag),
  ].map((tag) => tag.trim().slice(0, maximumTagLength));
  return {
    kind: 'foreign',
    id: textOf(fields.id).slice(0, 200),
    source: source.slice(0, 2000),
    quote,
    position: positionOf(selectors),
    text,
    format: comment[0]?.format ?? 'text/plain',
    tags: [...new Set(tags)].filter((tag) => tag !== '').slice(0, maximumTags),
    colour: (bodies.find(({ colour }) => colour !== '')?.colour ?? '').slice(0, 60),
    underlined: bodies.some(({ highlight }) => highlight === 'underline'),
    author: authorOf(first(fields.creator)),
    created: momentOf(fields.created),
    modified: momentOf(fields.modified),
    headings: listOf(fieldsOf(target?.meta)?.headings)
      .map((heading) => textOf(fieldsOf(heading)?.txt))
      .filter((heading) => heading !== '')
      .slice(0, 20),
  };
}

function quoteOf(selectors: readonly (Fields | null)[]): ForeignNote['quote'] {
  for (const selector of selectors) {
    if (selector === null) continue;
    const exact = textOf(selector.exact);
    if (selector.type === 'TextQuoteSelector' && exact !== '') {
      return {
        exact,
        prefix: textOf(selector.prefix).slice(-64),
        suffix: textOf(selector.suffix).slice(0, 64),
      };
    }
    const refined =
      selector.refinedBy === undefined ? null : quoteOf(listOf(selector.refinedBy).slice(0, 1).map(leafOf));
    if (refined !== null) return refined;
  }
  return null;
}

/** A refinement's own refinement is not followed: a file could nest without end. */
function leafOf(value: unknown): Fields | null {
  const fields = fieldsOf(value);
  if (fields === null) return null;
  const { refinedBy: _, ...leaf } = fields;
  return leaf;
}

/** Only of the whole text: a position within an element of a page means nothing here. */
function positionOf(selectors: readonly (Fields | null)[]): ForeignNote['position'] {
  const found = selectors.find((selector) => selector?.type === 'TextPositionSelector');
  const { start, end } = found ?? {};
  const counts = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
  return counts(start) && counts(end) && start <= end ? { start, end } : null;
}

type Body = {
  readonly value: string;
  readonly purpose: string;
  readonly format: ForeignNote['format'];
  readonly colour: string;
  readonly highlight: string;
  readonly tag: string;
};

function bodyOf(body: unknown): Body {
  const fields = fieldsOf(body);
  const { format } = fields ?? {};
  return {
    value: typeof body === 'string' ? body : textOf(fields?.value),
    purpose: textOf(fields?.purpose),
    format: format === 'text/markdown' || format === 'text/html' ? format : 'text/plain',
    colour: textOf(fields?.color),
    highlight: textOf(fields?.highlight),
    tag: textOf(fields?.tag) || textOf(fields?.keyword),
  };
}

function authorOf(creator: unknown): string {
  const name = textOf(fieldsOf(creator)?.name) || textOf(first(fieldsOf(creator)?.name)) || textOf(creator);
  return name.slice(0, 200);
}

function momentOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const time = Date.parse(value);
  const moment = Number.isNaN(time) ? '' : new Date(time).toISOString();
  // Before the year 0 and after 9999 it is written otherwise, and is no moment of a note.
  return /^\d{4}-/.test(moment) ? moment : null;
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
