import { FileWarning } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Beside, BlockId, DocumentId } from '../../preload/contract/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { useAfterPaint } from '../platform/next-paint.ts';
import { usePanes } from '../platform/panes.ts';
import { usePanel, useText } from '../settings/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { DocumentPage } from './document-page.tsx';
import { useOriginal } from './original-store.ts';
import { firstPaneId, type PaneContent } from './panes.ts';
import { useParts } from './parts.ts';

// What stands beside the text may come a moment after it.
const loadSidePanel = () => import('./side-panel.tsx').then(({ SidePanel }) => ({ default: SidePanel }));
const SidePanel = lazy(loadSidePanel);

/** Fetches what the first document that is opened will need beside its text. */
export function prepareReader(): void {
  // What cannot be fetched now is asked for again, and missed, when a document is opened.
  loadSidePanel().catch(() => undefined);
}

const SecondPane = lazy(() => import('./second-pane.tsx').then((module) => ({ default: module.SecondPane })));
const PaneHead = lazy(() => import('./pane-head.tsx').then((module) => ({ default: module.PaneHead })));
const OriginalDialog = lazy(() =>
  import('./original-dialog.tsx').then((module) => ({ default: module.OriginalDialog })),
);

type Props = { readonly documentId: DocumentId; readonly beside: Beside | undefined };

/** A document, or a compilation from cover to cover, what stands beside it, and what is about the one being read. */
export function ReaderView({ documentId, beside }: Props) {
  const t = useText();
  const parts = useParts(documentId);
  const rightPanel = usePanel('right');
  const [current, setCurrent] = useState<BlockId | null>(null);
  const [second, setSecond] = useState<PaneContent | null>(null);
  const active = usePanes((state) => state.active);
  const share = usePanes((state) => state.share);
  const originalShown = useOriginal((state) => state.of !== null);
  const read = typeof parts === 'string' ? null : parts;
  const told = active === 'second' && second !== null ? second : { parts: read, current };
  // What is about the text is drawn after the text: a click is answered by the words.
  const later = useAfterPaint(told.parts, null);
  if (typeof parts === 'string') {
    return (
      <main className="view">
        <StateMessage
          icon={FileWarning}
          tone="problem"
          heads
          title={t('reader.cannotOpen')}
          detail={t(`error.${parts}`)}
          action={{
            label: t('reader.toLibrary'),
            run: () => useNavigation.getState().go({ view: 'library' }),
          }}
        />
      </main>
    );
  }
  if (parts === null) {
    return (
      <main className="view page">
        <div className="sheet typeset">
          <Skeleton label={t('reader.loading')} />
        </div>
      </main>
    );
  }
  const panelToCome = <aside className="panel" aria-label={t('panel.label')} />;
  return (
    <>
      <div className="panes">
        <div
          id={firstPaneId}
          className={`pane ${beside !== undefined && active === 'first' ? 'pane-active' : ''}`}
          style={{ flexGrow: beside === undefined ? 1 : share }}
        >
          {beside !== undefined && (
            <Suspense fallback={<header className="pane-head" />}>
              <PaneHead title={parts.main.document.title} kind="" />
            </Suspense>
          )}
          <DocumentPage key={documentId} parts={parts} onCurrent={setCurrent} />
        </div>
        {beside !== undefined && (
          <Suspense>
            <SecondPane beside={beside} first={parts} onShown={setSecond} />
          </Suspense>
        )}
      </div>
      {rightPanel && (
        <Suspense fallback={panelToCome}>
          {later === null ? (
            panelToCome
          ) : (
            <SidePanel parts={later} current={later === told.parts ? told.current : null} />
          )}
        </Suspense>
      )}
      {originalShown && (
        <Suspense>
          <OriginalDialog />
        </Suspense>
      )}
    </>
  );
}
