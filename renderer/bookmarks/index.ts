export { useBookmarks } from './bookmarks-store.ts';
export { BookmarksView } from './lazy-bookmarks-view.ts';
