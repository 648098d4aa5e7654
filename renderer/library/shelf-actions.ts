import type { DocumentId, Folder, FolderId, Shelf } from '../../preload/contract/index.ts';
import type { TextKey } from '../domain/strings/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { reportProblem, text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { changeFolders, changeShelves, useShelves } from './shelves-store.ts';

// What a user does with folders and tags. Each says itself when it could not be kept, and answers false.

/** The folders in the order that the user gave them. */
export function orderedFolders(folders: ReadonlyMap<FolderId, Folder>): readonly Folder[] {
  return [...folders.values()].sort((a, b) => a.ord - b.ord);
}

/** Makes a folder after all others; its id, or null when it could not be kept. */
export async function createFolder(name: string): Promise<FolderId | null> {
  const id = crypto.randomUUID() as FolderId;
  const ord = (orderedFolders(useShelves.getState().folders).at(-1)?.ord ?? 0) + 1;
  const kept = await attempt('problem.folderNotSaved', () =>
    changeFolders([{ before: null, after: { id, name, ord } }]),
  );
  return kept ? id : null;
}

export async function renameFolder(folder: Folder, name: string): Promise<boolean> {
  return attempt('problem.folderNotSaved', () =>
    changeFolders([{ before: folder, after: { ...folder, name } }]),
  );
}

/**
 * Removes a folder and says so with a way back. The documents' shelves keep naming it, which nobody sees, so that
 * what was in it is in it again when the folder is put back.
 */
export async function deleteFolder(folder: Folder): Promise<boolean> {
  const done = await attempt('problem.folderNotSaved', () =>
    changeFolders([{ before: folder, after: null }]),
  );
  if (!done) return false;
  const { route, replace } = useNavigation.getState();
  if (route.view === 'library' && route.folderId === folder.id) replace({ view: 'library' });
  const t = text();
  useNotices.getState().show({
    tone: 'plain',
    text: t('folder.deleted', { name: folder.name }),
    action: {
      label: t('undo.undo'),
      run: () =>
        void attempt('problem.folderNotSaved', () => changeFolders([{ before: null, after: folder }])),
    },
  });
  return true;
}

/** Puts folders, all of them, into the order of `ids`. */
export async function orderFolders(ids: readonly FolderId[]): Promise<boolean> {
  const { folders } = useShelves.getState();
  const changes = ids.flatMap((id, at) => {
    const before = folders.get(id);
    return before === undefined || before.ord === at + 1
      ? []
      : [{ before, after: { ...before, ord: at + 1 } }];
  });
  return attempt('problem.folderNotSaved', () => changeFolders(changes));
}

/** Puts documents into a folder beside where they are already. */
export async function putIntoFolder(ids: readonly DocumentId[], folder: Folder): Promise<boolean> {
  const changes = ids
    .map((id) => ({ id, before: shelfOf(id) }))
    .filter(({ before }) => before?.folderIds.includes(folder.id) !== true)
    .map(({ id, before }) => ({
      before,
      after: { id, folderIds: [...(before?.folderIds ?? []), folder.id], tags: before?.tags ?? [] },
    }));
  const done = await attempt('problem.shelfNotSaved', () => changeShelves(changes));
  if (done) {
    useNotices.getState().show({ tone: 'plain', text: text()('folder.put', { name: folder.name }) });
  }
  return done;
}

/** Sets a document's folders or tags, as one step. */
export async function changeShelf(
  id: DocumentId,
  patch: Partial<Pick<Shelf, 'folderIds' | 'tags'>>,
): Promise<boolean> {
  const before = shelfOf(id);
  const after = { id, folderIds: before?.folderIds ?? [], tags: before?.tags ?? [], ...patch };
  const isEmpty = after.folderIds.length === 0 && after.tags.length === 0;
  if (before === null && isEmpty) return true;
  return attempt('problem.shelfNotSaved', () => changeShelves([{ before, after: isEmpty ? null : after }]));
}

function shelfOf(id: DocumentId): Shelf | null {
  return useShelves.getState().shelves.get(id) ?? null;
}

async function attempt(problem: TextKey, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    reportProblem(problem, error);
    return false;
  }
}
