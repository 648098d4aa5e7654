import type { Citation, DocumentSummary, Evidence } from '../../preload/contract/index.ts';
import { bare } from './same-words.ts';

type Cited = {
  readonly key: string;
  readonly first: Citation;
  /** Every place where it is cited, in the order of the source. */
  readonly places: readonly Citation[];
};

/**
 * What a document cites, each once: the same words with the same 文号 are one, wherever they stand. Its own name and
 * its abbreviations of others are left out.
 */
export function citedOf(citations: readonly Citation[]): readonly Cited[] {
  return grouped(
    citations.filter(({ kind }) => kind !== 'self' && kind !== 'abbreviation'),
    ({ text, documentNumber, targetDocumentId }) =>
      [bare(text), documentNumber ?? '', targetDocumentId ?? ''].join('\n'),
  );
}

/** The short names a document uses, each once for what it stands for. */
export function abbreviationsOf(citations: readonly Citation[]): readonly Cited[] {
  return grouped(
    citations.filter(({ kind, resolvesTo }) => kind === 'abbreviation' && resolvesTo !== null),
    ({ text, resolvesTo }) => [bare(text), resolvesTo ?? ''].join('\n'),
  );
}

function grouped(citations: readonly Citation[], keyOf: (citation: Citation) => string): readonly Cited[] {
  const found = new Map<string, { readonly first: Citation; readonly places: Citation[] }>();
  for (const citation of citations) {
    const key = keyOf(citation);
    const known = found.get(key);
    if (known === undefined) found.set(key, { first: citation, places: [citation] });
    else known.places.push(citation);
  }
  return [...found].map(([key, cited]) => ({ key, ...cited }));
}

/** How a field of the metadata is known; `evidence` is null where nothing is recorded of it. */
export type Known = {
  readonly value: string | null;
  readonly basis: Evidence['basis'];
  readonly evidence: Evidence | null;
};

/**
 * What is known of the field of the evidence called `field`, whose value in the library is `value`. Before the
 * evidence is there, or without any, the summary alone says whether a value was concluded.
 */
export function knownOf(
  field: string,
  value: string | null,
  { inferredFields }: Pick<DocumentSummary, 'inferredFields'>,
  evidence: readonly Evidence[],
): Known {
  const found = evidence.find((each) => each.field === field) ?? null;
  const basis = value === null ? 'missing' : inferredFields.includes(field) ? 'inferred' : 'stated';
  return { value, basis: found?.basis ?? basis, evidence: found };
}
