import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Bookmark } from '../../preload/contract/index.ts';
import { formatMoment } from '../annotations/index.ts';
import { bookmarkName } from '../domain/bookmarks/index.ts';
import { placeInEdition, useLibrary } from '../library/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag } from '../script/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { keepFocusNear } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { BookmarkForm } from './bookmark-form.tsx';
import { useBookmarks } from './bookmarks-store.ts';

type Props = { readonly bookmark: Bookmark; readonly folders: readonly string[] };

/** One bookmark of the list: opens its paragraph; can be named, put into a folder and removed. */
export function BookmarkItem({ bookmark, folders }: Props) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const document = useLibrary((state) => state.byId.get(bookmark.documentId));
  const { edit, remove } = useBookmarks.getState();
  const [editing, setEditing] = useState(false);
  const close = (): void => {
    setEditing(false);
    // The form took the focus; it goes back to the bookmark, in whatever folder that is now.
    requestAnimationFrame(() =>
      window.document.querySelector<HTMLElement>(`[data-bookmark="${bookmark.id}"] .bookmark-open`)?.focus(),
    );
  };
  const name = bookmarkName(bookmark);
  return (
    <li className="bookmark" data-bookmark={bookmark.id}>
      {editing ? (
        <BookmarkForm
          name={bookmark.name}
          folder={bookmark.folder}
          folders={folders}
          onSave={(values) => edit(bookmark.id, values)}
          onClose={close}
        />
      ) : (
        <>
          <button
            type="button"
            className="bookmark-open"
            data-walk
            onKeyDown={(event) => {
              if (event.key === 'F2') setEditing(true);
              if (event.key === 'Delete')
                void removeKeepingFocus(event.currentTarget.closest('li'), () => remove(bookmark.id));
            }}
            onClick={() =>
              openDocument(
                bookmark.documentId,
                placeInEdition(bookmark, { blockId: bookmark.blockId, offset: 0 }),
              )
            }
          >
            <span
              className="bookmark-label"
              lang={bookmark.name === '' && document ? languageTag(document, 'original') : undefined}
            >
              {name}
            </span>
            {bookmark.name !== '' && (
              <span className="bookmark-words" lang={document && languageTag(document, 'original')}>
                {bookmark.label}
              </span>
            )}
            {document !== undefined && document.editionHash !== bookmark.editionHash && (
              <span className="bookmark-stale">{t('bookmarks.stale')}</span>
            )}
            <span className="bookmark-facts">
              {document?.title ?? t('notes.unknownDocument', { id: bookmark.documentId })}
              {' · '}
              <time dateTime={bookmark.createdAt}>{formatMoment(bookmark.createdAt, language)}</time>
            </span>
          </button>
          <IconButton
            icon={Pencil}
            label={t('bookmarks.edit', { name: name.slice(0, 30) })}
            tip="left"
            onPress={() => setEditing(true)}
          />
          <IconButton
            icon={Trash2}
            label={t('bookmarks.delete')}
            tip="left"
            onPress={(button) => void removeKeepingFocus(button.closest('li'), () => remove(bookmark.id))}
          />
        </>
      )}
    </li>
  );
}

async function removeKeepingFocus(item: HTMLElement | null, remove: () => Promise<void>): Promise<void> {
  const keepFocus = keepFocusNear(item);
  await remove();
  keepFocus();
}
