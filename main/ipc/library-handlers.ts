import {
  type Bootstrap,
  type DocumentContent,
  type Handlers,
  ReaderError,
  type Settings,
} from '../../preload/contract/index.ts';
import type { Opening, Repository } from '../storage/repository.ts';

/**
 * The library's calls. `opening` is a promise made when the process starts, so that the databases
 * are opened while Chromium is still making the window.
 */
export function libraryHandlers(
  repository: Repository,
  first: Promise<{ readonly opening: Opening; readonly opened: DocumentContent | null }>,
  libraryFile: string,
): Pick<Handlers, 'app.bootstrap' | 'library.readDocument'> {
  // Should it fail before the window asks, that is told when it asks and not to the process.
  first.catch(() => undefined);
  let fresh = true;
  return {
    'app.bootstrap': async (): Promise<Bootstrap> => {
      // A reload of the window must see what was written since the start.
      const asked = fresh ? first : readOpening(repository);
      fresh = false;
      const { opening, opened } = await asked;
      const { route } = opening.settings;
      const known = route.view !== 'reader' || opening.documents.some(({ id }) => id === route.documentId);
      return {
        settings: opening.settings,
        documents: opening.documents,
        libraryProblem: opening.libraryProblem,
        libraryFile,
        userData: opening.userData,
        annotations: opening.annotations,
        bookmarks: opening.bookmarks,
        positions: opening.positions,
        folders: opening.folders,
        shelves: opening.shelves,
        carrying: opening.carrying,
        opened,
        missingDocument:
          route.view === 'reader' && !known && opening.libraryProblem === null ? route.documentId : null,
      };
    },
    'library.readDocument': ({ documentId }) => repository.readDocument(documentId),
  };
}

/** Everything the window needs at first, with the document it was last on. */
export async function readOpening(
  repository: Repository,
): Promise<{ readonly opening: Opening; readonly opened: DocumentContent | null }> {
  const opening = await repository.opening();
  return { opening, opened: await readRouted(repository, opening.settings) };
}

async function readRouted(repository: Repository, { route }: Settings): Promise<DocumentContent | null> {
  if (route.view !== 'reader') return null;
  try {
    return await repository.readDocument(route.documentId);
  } catch (error) {
    // A document that left the library, or no library at all: bootstrap says so in its own fields.
    if (error instanceof ReaderError) return null;
    throw error;
  }
}
