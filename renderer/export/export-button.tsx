import { Download } from 'lucide-react';
import type { DocumentId } from '../../preload/contract/index.ts';
import { useText } from '../settings/index.ts';
import { exportNotes } from './export-notes.ts';

type Props = {
  readonly documentId: DocumentId | null;
  readonly count: number;
};

/** Export of the notes at hand; with none there is nothing to press. */
export function ExportButton({ documentId, count }: Props) {
  const t = useText();
  return (
    <button
      type="button"
      className="button button-line"
      disabled={count === 0}
      onClick={() => void exportNotes(documentId)}
    >
      <Download size={16} strokeWidth={1.75} aria-hidden="true" />
      {t('export.button')}
    </button>
  );
}
