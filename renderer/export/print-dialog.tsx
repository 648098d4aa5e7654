import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { DocumentSummary } from '../../preload/contract/index.ts';
import { type PrintedNotes, type PrintTarget, printedNotes } from '../../preload/contract/vocabulary.ts';
import { ask, codeOf } from '../platform/reader.ts';
import { scriptViewOf } from '../script/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { Segmented } from '../ui/segmented.tsx';

type Props = { readonly document: DocumentSummary; readonly onDone: () => void };

/** What goes to paper or into a PDF file: the document in the script it is shown in, with marks and notes or without. */
export function PrintDialog({ document, onDone }: Props) {
  const t = useText();
  const scriptViews = useSettings((state) => state.settings.scriptViews);
  const [notes, setNotes] = useState<PrintedNotes>('margin');
  const [highlights, setHighlights] = useState(true);
  const [state, setState] = useState<'idle' | 'working' | { readonly problem: string }>('idle');
  const working = state === 'working';
  const print = async (to: PrintTarget): Promise<void> => {
    setState('working');
    try {
      const result = await ask('print.document', {
        documentId: document.id,
        scriptView: scriptViewOf(document, scriptViews),
        to,
        highlights,
        notes,
      });
      setState('idle');
      if (result.outcome === 'cancelled') return;
      onDone();
      useNotices.getState().show({
        tone: 'plain',
        text: result.outcome === 'saved' ? t('print.saved', { file: result.fileName }) : t('print.sent'),
      });
    } catch (error) {
      setState({ problem: t('print.failed', { why: t(`error.${codeOf(error)}`) }) });
    }
  };
  return (
    <div className="print-choices">
      <p>{document.title}</p>
      <div>
        <span>{t('print.notes')}</span>
        <Segmented
          label={t('print.notes')}
          value={notes}
          onChange={setNotes}
          options={printedNotes.map((value) => ({ value, label: t(`print.notes.${value}`) }))}
        />
      </div>
      <label>
        <span>{t('print.highlights')}</span>
        <input
          type="checkbox"
          checked={highlights}
          onChange={(event) => setHighlights(event.target.checked)}
        />
      </label>
      <p role="status">{working ? t('print.working') : ''}</p>
      {typeof state === 'object' && (
        <p className="card-warning" role="alert">
          {state.problem}
        </p>
      )}
      <footer>
        <button
          type="button"
          className="button button-line"
          disabled={working}
          onClick={() => void print('printer')}
        >
          <Printer size={16} strokeWidth={1.75} aria-hidden="true" />
          {t('print.paper')}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={working}
          onClick={() => void print('pdf')}
        >
          {t('print.pdf')}
        </button>
      </footer>
    </div>
  );
}
