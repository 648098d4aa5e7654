import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { BlockId, Citation, Defect } from '../../preload/contract/index.ts';
import { standingOf } from '../domain/citations/index.ts';
import { useLibrary } from '../library/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';

export type OpenPassage = {
  readonly at: { readonly x: number; readonly y: number };
  readonly passage:
    | { readonly citation: Citation }
    | { readonly defect: Defect & { readonly blockId: BlockId } };
};

type Props = {
  readonly open: OpenPassage;
  readonly onOriginal: (blockId: BlockId) => void;
  readonly onClose: () => void;
};

const width = 340;

/** What is known of the passage that was clicked: what a citation stands for and leads to, or how the source is damaged. */
export function PassageCard({ open: { at, passage }, onOriginal, onClose }: Props) {
  const t = useText();
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const leave = (event: Event): void => {
      if (event.target instanceof Node && card.current?.contains(event.target)) return;
      onClose();
    };
    const keys = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('keydown', keys);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('keydown', keys);
    };
  }, [onClose]);
  const left = Math.max(8, Math.min(at.x - width / 2, window.innerWidth - width - 8));
  return (
    <div ref={card} className="passage-card" role="status" style={{ left, top: at.y + 14, width }}>
      <IconButton icon={X} label={t('dialog.close')} tip="left" onPress={onClose} />
      {'citation' in passage ? (
        <CitationText citation={passage.citation} onClose={onClose} />
      ) : (
        <>
          <p className="passage-kind">{t('passage.defect')}</p>
          <p>{passage.defect.note}</p>
          <button
            type="button"
            className="button button-line"
            onClick={() => onOriginal(passage.defect.blockId)}
          >
            {t('passage.original')}
          </button>
        </>
      )}
    </div>
  );
}

function CitationText({ citation, onClose }: { readonly citation: Citation; readonly onClose: () => void }) {
  const t = useText();
  const target = useLibrary((state) =>
    citation.targetDocumentId === null ? undefined : state.byId.get(citation.targetDocumentId),
  );
  return (
    <>
      <p className="passage-kind">{t('passage.citation')}</p>
      <p>{citation.text}</p>
      {citation.resolvesTo !== null && <p>{t('passage.standsFor', { title: citation.resolvesTo })}</p>}
      {citation.documentNumber !== null && <p>{citation.documentNumber}</p>}
      {target === undefined ? (
        <p className="passage-note">
          {t(standingOf(citation) === 'absent' ? 'passage.notInLibrary' : 'passage.series')}
        </p>
      ) : (
        <button
          type="button"
          className="button button-main"
          onClick={() => {
            onClose();
            openDocument(target.id);
          }}
        >
          {t('passage.open')}
        </button>
      )}
    </>
  );
}
