import { FileWarning } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { DocumentContent, DocumentId, ErrorCode } from '../../preload/contract/index.ts';
import { useLibrary } from '../library/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { codeOf } from '../platform/reader.ts';
import { usePanel, useText } from '../settings/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { DocumentPage } from './document-page.tsx';

// What stands beside the text may come a moment after it.
const SidePanel = lazy(() => import('./side-panel.tsx').then(({ SidePanel }) => ({ default: SidePanel })));

/** A document and what is about it. */
export function ReaderView({ documentId }: { readonly documentId: DocumentId }) {
  const t = useText();
  const load = useLibrary((state) => state.load);
  const content = useLibrary((state) => state.contents.get(documentId));
  const rightPanel = usePanel('right');
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [current, setCurrent] = useState<DocumentContent['blocks'][number]['id'] | null>(null);
  useEffect(() => {
    let present = true;
    setProblem(null);
    load(documentId).catch((error: unknown) => {
      if (present) setProblem(codeOf(error));
    });
    return () => {
      present = false;
    };
  }, [documentId, load]);

  if (problem !== null) {
    return (
      <main className="view">
        <StateMessage
          icon={FileWarning}
          tone="problem"
          heads
          title={t('reader.cannotOpen')}
          detail={t(`error.${problem}`)}
          action={{
            label: t('reader.toLibrary'),
            run: () => useNavigation.getState().go({ view: 'library' }),
          }}
        />
      </main>
    );
  }
  if (content === undefined) {
    return (
      <main className="view page">
        <div className="sheet">
          <Skeleton label={t('reader.loading')} />
        </div>
      </main>
    );
  }
  return (
    <>
      <DocumentPage key={documentId} content={content} onCurrent={setCurrent} />
      {rightPanel && (
        <Suspense fallback={<aside className="panel" aria-label={t('panel.label')} />}>
          <SidePanel content={content} current={current} />
        </Suspense>
      )}
    </>
  );
}
