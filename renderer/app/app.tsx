import { LibraryBig } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { DocumentId } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { BookmarksView } from '../bookmarks/index.ts';
import { ConversionView } from '../conversion/index.ts';
import { FactsView, prepareFacts } from '../facts/index.ts';
import { LibraryView, ShelfDialog, useLibrary } from '../library/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { prepareReader, ReaderView, usePositions } from '../reading/index.ts';
import { ReviewView } from '../review/index.ts';
import { prepareSearch, SearchView, WalkBar } from '../search/index.ts';
import { closeOverlays, usePanel, useSettings, useText, useUserData } from '../settings/index.ts';
import { focusView } from '../ui/focus.ts';
import { NoticeArea } from '../ui/notice-area.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { NotesView } from '../workspace/index.ts';
import { useDialogs } from './dialogs-store.ts';
import { SideBar } from './side-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useCommands } from './use-commands.ts';
import { UserDataBanner } from './user-data-banner.tsx';

const Dialogs = lazy(() => import('./dialogs.tsx').then(({ Dialogs }) => ({ default: Dialogs })));

/** The window: bar above, places at the left, the open view, and what is said or asked over it. */
export function App() {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const leftPanel = usePanel('left');
  const dialog = useDialogs((state) => state.open);
  useCommands();
  useKeptRoute();
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-Hans';
    document.title = t('app.name');
  }, [language, t]);
  // The index is built in its own thread, once the first view has been painted.
  useEffect(() => {
    const handle = requestIdleCallback(prepareSearch, { timeout: 2000 });
    return () => cancelIdleCallback(handle);
  }, []);
  useEffect(() => {
    const handle = requestIdleCallback(prepareReader, { timeout: 3000 });
    return () => cancelIdleCallback(handle);
  }, []);
  // The side bar counts the facts; nobody waits for that.
  useEffect(() => {
    const handle = requestIdleCallback(prepareFacts, { timeout: 4000 });
    return () => cancelIdleCallback(handle);
  }, []);
  return (
    <div className={`app ${leftPanel ? 'app-left' : ''}`}>
      <button type="button" className="skip-link" onClick={focusView}>
        {t('app.skip')}
      </button>
      <TopBar />
      <UserDataBanner />
      <WalkBar />
      <div className="app-body">
        {leftPanel && <SideBar />}
        <Suspense fallback={<main className="view" />}>
          <OpenView />
        </Suspense>
      </div>
      <NoticeArea closeLabel={t('notice.close')} />
      <ShelfDialog />
      {dialog !== null && (
        <Suspense>
          <Dialogs />
        </Suspense>
      )}
    </div>
  );
}

function OpenView() {
  const t = useText();
  const route = useNavigation((state) => state.route);
  const problem = useLibrary((state) => state.problem);
  const file = useLibrary((state) => state.file);
  const notesSafe = useUserData((state) => state.problem === null);
  const annotations = useAnnotations((state) => state.annotations);
  const positions = usePositions((state) => state.positions);
  const reading = useMemo(() => {
    const noteCounts = new Map<DocumentId, number>();
    for (const { anchor, trashedAt } of annotations.values()) {
      if (trashedAt !== null) continue;
      noteCounts.set(anchor.documentId, (noteCounts.get(anchor.documentId) ?? 0) + 1);
    }
    const readAt = new Map([...positions.values()].map((position) => [position.documentId, position.readAt]));
    return { noteCounts, readAt };
  }, [annotations, positions]);
  // Notes and bookmarks are the user's own and stay in reach without a library.
  if (problem !== null && route.view !== 'notes' && route.view !== 'bookmarks') {
    return (
      <main className="view">
        <StateMessage
          icon={LibraryBig}
          tone="problem"
          heads
          title={t('problem.library')}
          detail={
            <>
              <p>{t(`error.${problem.code}`)}</p>
              {notesSafe && <p>{t('problem.libraryNotesSafe')}</p>}
              <p className="file-name">{file}</p>
            </>
          }
        />
      </main>
    );
  }
  switch (route.view) {
    case 'library':
      return <LibraryView reading={reading} folderId={route.folderId} />;
    case 'reader':
      return <ReaderView documentId={route.documentId} beside={route.beside} />;
    case 'search':
      return <SearchView />;
    case 'notes':
      // A boundary of its own each: without it the former view would stay in the page, hidden, until this one is here.
      return (
        <Suspense key="notes" fallback={<ViewLoading />}>
          <NotesView />
        </Suspense>
      );
    case 'review':
      return (
        <Suspense key="review" fallback={<ViewLoading />}>
          <ReviewView />
        </Suspense>
      );
    case 'bookmarks':
      return (
        <Suspense key="bookmarks" fallback={<ViewLoading />}>
          <BookmarksView />
        </Suspense>
      );
    case 'facts':
      return <FactsView />;
    case 'conversion':
      return <ConversionView key={route.documentId} documentId={route.documentId} />;
  }
}

function ViewLoading() {
  const t = useText();
  return (
    <main className="view">
      <div className="view-body view-narrow">
        <Skeleton label={t('reader.loading')} />
      </div>
    </main>
  );
}

/** Keeps the open view for the next start. */
function useKeptRoute(): void {
  const route = useNavigation((state) => state.route);
  const change = useSettings((state) => state.change);
  useEffect(() => {
    closeOverlays();
    // Typing in the search box changes its route with every key; the disk need not know each.
    const keep = (): void => {
      // Where the user's data cannot be written, the window says so at its top; that the open view is
      // not kept needs no second word, which would cover what the user is told meanwhile.
      const kept = useUserData.getState().problem === null;
      if (kept && useSettings.getState().settings.route !== route) change({ route });
    };
    const timer = setTimeout(keep, 300);
    // A window that is closed sooner comes back to this view all the same.
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [route, change]);
}
