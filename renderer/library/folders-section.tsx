import { FolderPlus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { askShelf } from './shelf-question.ts';
import { useShelves } from './shelves-store.ts';

const FolderList = lazy(() => import('./folder-list.tsx').then((module) => ({ default: module.FolderList })));

/** The user's folders in the left bar. */
export function FoldersSection() {
  const t = useText();
  const count = useShelves((state) => state.folders.size);
  return (
    <section className="folders" aria-labelledby="folders-title">
      <header className="folders-head">
        <h2 id="folders-title" className="side-title">
          {t('folder.title')}
        </h2>
        <IconButton
          icon={FolderPlus}
          label={t('folder.new')}
          tip="below-end"
          onPress={() => askShelf({ kind: 'folder', folderId: null })}
        />
      </header>
      {count === 0 ? (
        <p className="folders-none">{t('folder.none')}</p>
      ) : (
        // The room of the list is kept, so that what stands below does not jump.
        <Suspense fallback={<div style={{ height: count * 32 }} />}>
          <FolderList labelledBy="folders-title" />
        </Suspense>
      )}
    </section>
  );
}
