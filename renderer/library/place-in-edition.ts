import type { DocumentId, Place } from '../../preload/contract/index.ts';
import type { Target } from '../platform/navigation.ts';
import { useLibrary } from './library-store.ts';

/**
 * Where to go for a place of an edition: nowhere in particular where the library has another one, since a block of
 * the same id may be quite another paragraph there.
 */
export function placeInEdition(
  { documentId, editionHash }: { readonly documentId: DocumentId; readonly editionHash: string },
  place: Place,
): Omit<Target, 'documentId'> | undefined {
  const document = useLibrary.getState().byId.get(documentId);
  return document?.editionHash === editionHash ? { ...place, marks: [] } : undefined;
}
