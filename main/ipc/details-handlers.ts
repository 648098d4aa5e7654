import type { Handlers } from '../../preload/contract/index.ts';
import type { Repository } from '../storage/repository.ts';

/** What stands beside the texts: details of a document, its source, and what the whole library says. */
export function detailsHandlers(
  repository: Repository,
): Pick<
  Handlers,
  'library.readDetails' | 'library.readOriginal' | 'library.readFacts' | 'library.readBodies'
> {
  return {
    'library.readDetails': ({ documentId }) => repository.readDetails(documentId),
    'library.readOriginal': ({ documentId, blockId }) => repository.readOriginal(documentId, blockId),
    'library.readFacts': () => repository.readFacts(),
    'library.readBodies': () => repository.readBodies(),
  };
}
