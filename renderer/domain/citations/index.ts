import type { Citation } from '../../../preload/contract/index.ts';

export { formatReference } from './bibliographic-reference.ts';
export {
  type EvidenceLibrary,
  evidenceCode,
  looksLikeEvidence,
  resolveEvidence,
} from './evidence-code.ts';
export { citedPlaceOf, formatCitation } from './format-citation.ts';

/**
 * How a citation stands to the library: `linked` to a document of it, the document `self`, `absent` from it
 * (库内无此文件), or `none` where what is cited is no document that a library could have.
 */
export type CitationStanding = 'linked' | 'self' | 'absent' | 'none';

/** Never by a title alone: only a target that ingestion was sure of makes a link (reference, R12). */
export function standingOf({
  kind,
  targetDocumentId,
}: Pick<Citation, 'kind' | 'targetDocumentId'>): CitationStanding {
  if (kind === 'self') return 'self';
  if (targetDocumentId !== null) return 'linked';
  return kind === 'series' || kind === 'form' || kind === 'not-a-document' ? 'none' : 'absent';
}
