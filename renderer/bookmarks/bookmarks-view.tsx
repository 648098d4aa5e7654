import { Bookmark as BookmarkIcon, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { formatMoment } from '../annotations/index.ts';
import { useLibrary } from '../library/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag } from '../script/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { keepFocusNear } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { useBookmarks } from './bookmarks-store.ts';

/** All bookmarks, the newest first. */
export function BookmarksView() {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const bookmarks = useBookmarks((state) => state.bookmarks);
  const remove = useBookmarks((state) => state.remove);
  const byId = useLibrary((state) => state.byId);
  const newestFirst = useMemo(
    () => [...bookmarks.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
    [bookmarks],
  );
  return (
    <main className="view" aria-labelledby="bookmarks-heading">
      <header className="view-head">
        <h1 id="bookmarks-heading">{t('nav.bookmarks')}</h1>
        <p className="view-facts">{t('count.bookmarks', { count: bookmarks.size })}</p>
      </header>
      <div className="view-body view-narrow">
        {newestFirst.length === 0 ? (
          <StateMessage icon={BookmarkIcon} title={t('bookmarks.none')} detail={t('bookmarks.noneDetail')} />
        ) : (
          <ul className="bookmark-list">
            {newestFirst.map((bookmark) => {
              const document = byId.get(bookmark.documentId);
              return (
                <li key={bookmark.id} className="bookmark">
                  <button
                    type="button"
                    className="bookmark-open"
                    onClick={() =>
                      openDocument(bookmark.documentId, { blockId: bookmark.blockId, offset: 0, marks: [] })
                    }
                  >
                    <span className="bookmark-label" lang={document && languageTag(document, 'original')}>
                      {bookmark.label}
                    </span>
                    <span className="bookmark-facts">
                      {document?.title ?? t('notes.unknownDocument', { id: bookmark.documentId })}
                      {' · '}
                      <time dateTime={bookmark.createdAt}>{formatMoment(bookmark.createdAt, language)}</time>
                    </span>
                  </button>
                  <IconButton
                    icon={Trash2}
                    label={t('bookmarks.delete')}
                    tip="left"
                    onPress={(button) =>
                      void removeKeepingFocus(button.closest('li'), () => remove(bookmark.id))
                    }
                  />
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </main>
  );
}

async function removeKeepingFocus(item: HTMLElement | null, remove: () => Promise<void>): Promise<void> {
  const keepFocus = keepFocusNear(item);
  await remove();
  keepFocus();
}
