import { Bookmark, LibraryBig, type LucideIcon, NotebookPen, Search, Target } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import { useAnnotations } from '../annotations/index.ts';
import { useBookmarks } from '../bookmarks/index.ts';
import { useFacts } from '../facts/index.ts';
import { FoldersSection, useLibrary } from '../library/index.ts';
import { openDocument, useNavigation } from '../platform/navigation.ts';
import { usePositions } from '../reading/index.ts';
import { titleLanguage } from '../script/index.ts';
import { focusSearch } from '../search/index.ts';
import { useText } from '../settings/index.ts';
import { SavedFilters } from '../workspace/index.ts';

const recentLength = 6;

/** The places of the window, and the documents read last. */
export function SideBar() {
  const t = useText();
  const { route, go } = useNavigation();
  const documents = useLibrary((state) => state.documents);
  const byId = useLibrary((state) => state.byId);
  const notes = useAnnotations((state) => state.annotations.size);
  const bookmarks = useBookmarks((state) => state.bookmarks.size);
  const facts = useFacts((state) => state.facts?.length ?? 0);
  const positions = usePositions((state) => state.positions);
  const recent = useMemo(
    () =>
      [...positions.values()]
        .sort((a, b) => b.readAt.localeCompare(a.readAt))
        .flatMap(({ documentId, progress }) => {
          const document = byId.get(documentId);
          return document === undefined ? [] : [{ document, progress }];
        })
        .slice(0, recentLength),
    [positions, byId],
  );
  return (
    <nav className="side-bar" aria-label={t('nav.label')}>
      <ul className="places">
        <Place
          icon={LibraryBig}
          label={t('nav.library')}
          count={documents.length}
          here={route.view === 'library' && route.folderId === undefined}
          onGo={() => go({ view: 'library' })}
        />
        <Place icon={Search} label={t('nav.search')} here={route.view === 'search'} onGo={goSearch} />
        <Place
          icon={NotebookPen}
          label={t('nav.notes')}
          count={notes}
          here={route.view === 'notes' || route.view === 'review'}
          onGo={() => go({ view: 'notes' })}
        />
        <Place
          icon={Bookmark}
          label={t('nav.bookmarks')}
          count={bookmarks}
          here={route.view === 'bookmarks'}
          onGo={() => go({ view: 'bookmarks' })}
        />
        <Place
          icon={Target}
          label={t('nav.facts')}
          count={facts}
          here={route.view === 'facts'}
          onGo={() => go({ view: 'facts' })}
        />
      </ul>
      {route.view === 'notes' && (
        <Suspense>
          <SavedFilters />
        </Suspense>
      )}
      <FoldersSection />
      {recent.length > 0 && (
        <>
          <p id="recently-read" className="side-title">
            {t('nav.recent')}
          </p>
          <ul className="recent" aria-labelledby="recently-read">
            {recent.map(({ document, progress }) => (
              <li key={document.id}>
                <button
                  type="button"
                  aria-current={
                    route.view === 'reader' && route.documentId === document.id ? 'page' : undefined
                  }
                  onClick={() => openDocument(document.id)}
                >
                  <span className="recent-title" lang={titleLanguage(document)}>
                    {document.title}
                  </span>
                  <span className="recent-facts">
                    {[
                      document.documentNumber ??
                        (document.script === 'hant' ? t('library.traditional') : null),
                      progress > 0.98 ? t('nav.readToEnd') : `${Math.round(progress * 100)}%`,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

/** Opens the search view, unless it is open, and puts the cursor into the box. */
export function goSearch(): void {
  const { route, go } = useNavigation.getState();
  if (route.view !== 'search') go({ view: 'search', query: '' });
  focusSearch();
}

type PlaceProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly count?: number;
  readonly here: boolean;
  readonly onGo: () => void;
};

function Place({ icon: Icon, label, count = 0, here, onGo }: PlaceProps) {
  return (
    <li>
      <button type="button" className="place" aria-current={here ? 'page' : undefined} onClick={onGo}>
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        {label}
        {count > 0 && <span className="place-count">{count}</span>}
      </button>
    </li>
  );
}
