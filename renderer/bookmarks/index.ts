export { useBookmarks } from './bookmarks-store.ts';
export { BookmarksView } from './bookmarks-view.tsx';
