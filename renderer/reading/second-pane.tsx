import { FileWarning, X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Beside, BlockId } from '../../preload/contract/index.ts';
import { useDetails } from '../library/index.ts';
import { setBeside } from '../platform/navigation.ts';
import { type Pane, PaneContext, usePanes } from '../platform/panes.ts';
import { useText } from '../settings/index.ts';
import { focusView } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { type Correspondence, sameText, textAndTable } from './correspondence.ts';
import { DocumentPage } from './document-page.tsx';
import { PaneHead } from './pane-head.tsx';
import type { PaneContent } from './panes.ts';
import { type Parts, useParts } from './parts.ts';
import { Splitter } from './splitter.tsx';
import { useScrollTogether } from './use-scroll-together.ts';

type Props = {
  readonly beside: Beside;
  readonly first: Parts;
  /** Told what the pane shows and where it stands, for what is beside both; null when it is gone. */
  readonly onShown: (content: PaneContent | null) => void;
};

/** What stands beside the text, the line between them, and how they go together. */
export function SecondPane({ beside, first, onShown }: Props) {
  const t = useText();
  const frame = useRef<HTMLElement>(null);
  const documentId = beside.kind === 'document' ? beside.documentId : first.main.document.id;
  const parts = useParts(documentId);
  const [current, setCurrent] = useState<BlockId | null>(null);
  const active = usePanes((state) => state.active === 'second');
  const share = usePanes((state) => state.share);
  const together = usePanes((state) => state.together);
  const correspondence = useCorrespondence(beside, first);
  useScrollTogether(frame, together && parts !== null ? correspondence : null);
  const pane = useMemo((): Pane => ({ id: 'second', asStored: beside.kind === 'original' }), [beside.kind]);
  const shown = typeof parts === 'string' ? null : parts;
  useEffect(() => onShown(shown === null ? null : { parts: shown, current }), [shown, current, onShown]);
  useEffect(() => () => onShown(null), [onShown]);
  const title = shown?.main.document.title ?? '';
  const close = (): void => {
    setBeside(null);
    focusView();
  };
  return (
    <>
      <Splitter />
      <section
        ref={frame}
        className={`pane ${active ? 'pane-active' : ''}`}
        style={{ flexGrow: 100 - share }}
        aria-label={t('panes.second', { title })}
      >
        <PaneHead
          title={title}
          kind={
            beside.kind === 'original'
              ? t('script.original')
              : beside.kind === 'table'
                ? t('panes.isTable')
                : ''
          }
        >
          {correspondence !== null && (
            <label className="pane-together">
              <input
                type="checkbox"
                checked={together}
                onChange={({ target }) => usePanes.setState({ together: target.checked })}
              />
              {t('panes.together')}
            </label>
          )}
          <IconButton icon={X} label={t('panes.close')} tip="left" onPress={close} />
        </PaneHead>
        {typeof parts === 'string' ? (
          <div className="view" data-pane="second">
            <StateMessage
              icon={FileWarning}
              tone="problem"
              title={t('reader.cannotOpen')}
              detail={t(`error.${parts}`)}
              action={{ label: t('panes.close'), run: close }}
            />
          </div>
        ) : parts === null ? (
          <div className="view page" data-pane="second">
            <div className="sheet typeset">
              <Skeleton label={t('reader.loading')} />
            </div>
          </div>
        ) : (
          <PaneContext value={pane}>
            <DocumentPage
              key={`${beside.kind} ${documentId}`}
              parts={parts}
              onCurrent={setCurrent}
              onlyTable={beside.kind === 'table'}
              follows={documentId === first.main.document.id}
            />
          </PaneContext>
        )}
      </section>
    </>
  );
}

function useCorrespondence(beside: Beside, { main }: Parts): Correspondence | null {
  const { kind } = beside;
  const details = useDetails((state) => state.details.get(main.document.id));
  const load = useDetails((state) => state.load);
  useEffect(() => {
    if (kind === 'table') void load(main.document.id);
  }, [kind, main, load]);
  const same = kind === 'original' || (kind === 'document' && beside.documentId === main.document.id);
  const measures = details?.measures;
  return useMemo(() => {
    if (same) return sameText;
    return kind === 'table' && measures !== undefined ? textAndTable(main.blocks, measures) : null;
  }, [same, kind, main, measures]);
}
