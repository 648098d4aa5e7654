import { useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Bookmark } from '../../preload/contract/index.ts';
import { useBookmarks } from '../bookmarks/index.ts';
import { useText } from '../settings/index.ts';
import type { Parts } from './parts.ts';

type Props = { readonly root: HTMLElement; readonly parts: Parts };

/**
 * A small ribbon in the margin of every bookmarked paragraph, beside its text. A picture with a name, not a button: the key
 * that sets a bookmark takes it away, and the list of bookmarks does the rest.
 */
export function BookmarkRibbons({ root, parts }: Props) {
  const t = useText();
  const all = useBookmarks((state) => state.bookmarks);
  const bookmarks = useMemo(
    () => [...all.values()].filter(({ documentId, editionHash }) => parts.has(documentId, editionHash)),
    [all, parts],
  );
  const [places, setPlaces] = useState<readonly (readonly [Bookmark, Element])[]>([]);
  useLayoutEffect(() => {
    setPlaces(
      bookmarks.flatMap((bookmark) => {
        const block = root.querySelector(`[data-block="${CSS.escape(bookmark.blockId)}"]`);
        // A table row takes only cells.
        const place = block instanceof HTMLTableRowElement ? block.firstElementChild : block;
        return place === null ? [] : [[bookmark, place] as const];
      }),
    );
  }, [root, bookmarks]);
  return places.map(([bookmark, place]) =>
    createPortal(
      <span
        className="bookmark-ribbon"
        role="img"
        aria-label={
          bookmark.name === '' ? t('bookmarks.here') : t('bookmarks.hereNamed', { name: bookmark.name })
        }
      />,
      place,
      `bookmark ${bookmark.id}`,
    ),
  );
}
