import type { DocumentId, DocumentSummary } from '../../../../preload/contract/index.ts';
import { type Entry, entriesOf } from '../../../../renderer/domain/library/index.ts';

/** A document of which nothing is known but what is given. */
export const document = (id: string, more: Partial<DocumentSummary> = {}): DocumentSummary => ({
  id: id as DocumentId,
  parentId: null,
  ord: 0,
  editionHash: 'a'.repeat(64) as DocumentSummary['editionHash'],
  title: id,
  titleBasis: 'stated',
  documentNumber: null,
  issuer: null,
  kind: null,
  level: null,
  issuedOn: null,
  effectiveOn: null,
  expiresOn: null,
  addressees: null,
  script: 'hans',
  completeness: 'complete',
  inferredFields: [],
  characterCount: 1,
  ...more,
});

/** Documents as entries, of a user who has done nothing but what is given. */
export const entries = (
  documents: readonly DocumentSummary[],
  known: Partial<Parameters<typeof entriesOf>[1]> = {},
): readonly Entry[] =>
  entriesOf(documents, {
    day: '2024-01-01',
    noteCounts: new Map(),
    readAt: new Map(),
    shelves: new Map(),
    ...known,
  });
