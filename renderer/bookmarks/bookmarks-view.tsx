import { Bookmark as BookmarkIcon, Pencil, SearchX } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import {
  type BookmarkFolder,
  type BookmarkOrder,
  bookmarkOrders,
  filterBookmarks,
  foldersOf,
  groupBookmarks,
} from '../domain/bookmarks/index.ts';
import { useLibrary } from '../library/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { BookmarkForm } from './bookmark-form.tsx';
import { BookmarkItem } from './bookmark-item.tsx';
import { useBookmarks } from './bookmarks-store.ts';

/** All bookmarks by folder, to find, name, put away and open. */
export function BookmarksView() {
  const t = useText();
  const bareKeys = useSettings((state) => state.settings.bareKeys);
  const bookmarks = useBookmarks((state) => state.bookmarks);
  const documents = useLibrary((state) => state.documents);
  const [text, setText] = useState('');
  const [order, setOrder] = useState<BookmarkOrder>('date');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const folders = useMemo(() => foldersOf(bookmarks.values()), [bookmarks]);
  const found = useMemo(
    () => filterBookmarks(bookmarks.values(), text, new Map(documents.map(({ id, title }) => [id, title]))),
    [bookmarks, text, documents],
  );
  const groups = useMemo(
    () =>
      groupBookmarks(
        found,
        order,
        documents.map(({ id }) => id),
      ),
    [found, order, documents],
  );
  const stops = (): readonly HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('[data-walk]') ?? []),
  ];
  return (
    <main className="view" aria-labelledby="bookmarks-heading">
      <header className="view-head view-narrow">
        <h1 id="bookmarks-heading">{t('nav.bookmarks')}</h1>
        <p className="view-facts" role="status">
          {text.trim() === ''
            ? t('count.bookmarks', { count: bookmarks.size })
            : t('bookmarks.found', { found: found.length, all: bookmarks.size })}
        </p>
      </header>
      {bookmarks.size > 0 && (
        <div className="bookmark-filters view-narrow">
          <input
            ref={field}
            type="search"
            className="field"
            value={text}
            placeholder={t('bookmarks.filter')}
            aria-label={t('bookmarks.filter')}
            spellCheck={false}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              stops()[0]?.focus();
            }}
          />
          <Segmented
            label={t('bookmarks.order')}
            value={order}
            onChange={setOrder}
            options={bookmarkOrders.map((value) => ({ value, label: t(`bookmarkOrder.${value}`) }))}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys between the buttons in it, which Tab reaches as well */}
      <div
        ref={list}
        className="view-body view-narrow"
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          const all = stops();
          const at = all.indexOf(event.target as HTMLElement);
          if (step === 0 || at === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          if (at + step < 0) field.current?.focus();
          else all[at + step]?.focus();
        }}
      >
        {bookmarks.size === 0 ? (
          <StateMessage
            icon={BookmarkIcon}
            title={t('bookmarks.none')}
            detail={t(bareKeys ? 'bookmarks.noneDetail' : 'bookmarks.noneDetailByMenu')}
          />
        ) : found.length === 0 ? (
          <StateMessage
            icon={SearchX}
            title={t('bookmarks.noneFound')}
            action={{
              label: t('notes.clearFilter'),
              run: () => {
                setText('');
                field.current?.focus();
              },
            }}
          />
        ) : (
          groups.map((group) => <Folder key={group.folder} group={group} folders={folders} />)
        )}
      </div>
    </main>
  );
}

type FolderProps = { readonly group: BookmarkFolder; readonly folders: readonly string[] };

function Folder({ group: { folder, bookmarks }, folders }: FolderProps) {
  const t = useText();
  const [renaming, setRenaming] = useState(false);
  const { renameFolder } = useBookmarks.getState();
  // While nothing has been put away, a head that says so would be noise.
  const headed = folder !== '' || folders.length > 0;
  const label = folder === '' ? t('bookmarks.noFolder') : folder;
  return (
    <section aria-label={label}>
      {headed && (
        <div className="folder-head">
          <h2 className="group-title">{t('workspace.group', { label, count: bookmarks.length })}</h2>
          {folder !== '' && !renaming && (
            <IconButton
              icon={Pencil}
              label={t('bookmarks.renameFolder', { folder })}
              onPress={() => setRenaming(true)}
            />
          )}
        </div>
      )}
      {renaming && (
        <BookmarkForm
          name={null}
          folder={folder}
          folders={folders}
          onSave={({ folder: to }) => renameFolder(folder, to)}
          onClose={() => {
            const [first] = bookmarks;
            setRenaming(false);
            requestAnimationFrame(() =>
              document
                .querySelector<HTMLElement>(`[data-bookmark="${first?.id ?? ''}"] .bookmark-open`)
                ?.focus(),
            );
          }}
        />
      )}
      <ul className="bookmark-list">
        {bookmarks.map((bookmark) => (
          <BookmarkItem key={bookmark.id} bookmark={bookmark} folders={folders} />
        ))}
      </ul>
    </section>
  );
}
