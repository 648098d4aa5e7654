import type { Handlers, Settings } from '../../preload/contract/index.ts';
import type { Repository } from '../storage/repository.ts';

/** Annotations, bookmarks, folders, positions and settings; each answers when the change is on disk. */
export function userDataHandlers(
  repository: Repository,
  settingsChanged: (settings: Settings) => void,
): Pick<
  Handlers,
  | 'editions.read'
  | 'annotations.list'
  | 'annotations.apply'
  | 'bookmarks.list'
  | 'bookmarks.apply'
  | 'folders.apply'
  | 'shelves.apply'
  | 'positions.save'
  | 'settings.save'
  | 'userData.startAfresh'
> {
  return {
    'editions.read': ({ editionHash }) => repository.readEdition(editionHash),
    'annotations.list': () => repository.annotations(),
    'annotations.apply': async (change) => {
      await repository.applyAnnotations(change);
      return {};
    },
    'bookmarks.list': () => repository.bookmarks(),
    'bookmarks.apply': async (change) => {
      await repository.applyBookmarks(change);
      return {};
    },
    'folders.apply': async (change) => {
      await repository.applyFolders(change);
      return {};
    },
    'shelves.apply': async (change) => {
      await repository.applyShelves(change);
      return {};
    },
    'positions.save': async (position) => {
      await repository.savePosition(position);
      return {};
    },
    'settings.save': async (patch) => {
      const settings = await repository.saveSettings(patch);
      settingsChanged(settings);
      return settings;
    },
    'userData.startAfresh': () => repository.startAfresh(),
  };
}
