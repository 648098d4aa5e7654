import { FileWarning } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { BlockId, DocumentId } from '../../preload/contract/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { usePanel, useText } from '../settings/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { DocumentPage } from './document-page.tsx';
import { useParts } from './parts.ts';

// What stands beside the text may come a moment after it.
const SidePanel = lazy(() => import('./side-panel.tsx').then(({ SidePanel }) => ({ default: SidePanel })));

/** A document, or a compilation from cover to cover, and what is about it. */
export function ReaderView({ documentId }: { readonly documentId: DocumentId }) {
  const t = useText();
  const parts = useParts(documentId);
  const rightPanel = usePanel('right');
  const [current, setCurrent] = useState<BlockId | null>(null);
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
        <div className="sheet">
          <Skeleton label={t('reader.loading')} />
        </div>
      </main>
    );
  }
  return (
    <>
      <DocumentPage key={documentId} parts={parts} onCurrent={setCurrent} />
      {rightPanel && (
        <Suspense fallback={<aside className="panel" aria-label={t('panel.label')} />}>
          <SidePanel parts={parts} current={current} />
        </Suspense>
      )}
    </>
  );
}
