import type { DocumentId } from '../../../preload/contract/index.ts';

/** The context of the W3C model and the namespace of what it has no word for; main/export/README.md lists its terms. */
const namespace = 'urn:ceyue:annotation:1#';
export const annotationContext = [
  'http://www.w3.org/ns/anno.jsonld',
  { ceyue: namespace, 'ceyue:carried': { '@type': '@json' } },
] as const;

const uuidPrefix = 'urn:uuid:';
export const asUuidUrn = (id: string): string => `${uuidPrefix}${id}`;
export const fromUuidUrn = (id: string): string =>
  id.startsWith(uuidPrefix) ? id.slice(uuidPrefix.length) : id;

/** A name for a document that no server needs to know; the id itself stands beside it. */
export const documentUrn = (id: DocumentId): string =>
  `urn:ceyue:document:${encodeURIComponent(id.replace(/\p{Cs}/gu, '\ufffd'))}`;

/** A file larger than this is refused before it is read: 50,000 notes of the usual length are a third of it. */
export const maximumSetBytes = 150_000_000;
