import { Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { text, useSettings, useText } from '../settings/index.ts';
import { keepFocusNear } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useNotices } from '../ui/notices.ts';
import { useAnnotations } from './annotations-store.ts';
import { formatMoment } from './moments.ts';
import { NoteEditor } from './note-editor.tsx';

// The Markdown renderer is as large as the rest of the window; it comes when a note is first shown.
const NoteText = lazy(() => import('../ui/note-text.tsx').then(({ NoteText }) => ({ default: NoteText })));

type Props = {
  readonly annotation: Annotation;
  /** Where it stands, as the paragraph mark `三(二)4 ¶2`; '' when the document is not at hand. */
  readonly mark: string;
  readonly stale: boolean;
  /** The quote as it is to be shown, when the document is shown in another script than its own. */
  readonly quote?: string;
  /** The language tag of the quote as it is shown. */
  readonly quoteLang?: string | undefined;
  readonly onJump: () => void;
};

/** One annotation: its quote (which jumps to the text), its note, its tags, and what can be done with it. */
export function AnnotationCard({
  annotation,
  mark,
  stale,
  quote = annotation.anchor.exact,
  quoteLang,
  onJump,
}: Props) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const editing = useAnnotations((state) => state.editing === annotation.id);
  const selected = useAnnotations((state) => state.selected === annotation.id);
  const drafted = useAnnotations((state) => state.drafts.has(annotation.id));
  const startEditing = useAnnotations((state) => state.startEditing);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (selected || editing) card.current?.scrollIntoView({ block: 'nearest' });
  }, [selected, editing]);

  const quoteButton = useRef<HTMLButtonElement>(null);
  const awaited = useAnnotations((state) => state.awaited === annotation.id);
  const awaitCard = useAnnotations((state) => state.awaitCard);
  useEffect(() => {
    if (!awaited) return;
    quoteButton.current?.focus();
    awaitCard(null);
  }, [awaited, awaitCard]);

  // A note that was written goes back to where it was begun: the paragraph, else the card.
  const editButton = useRef<HTMLButtonElement>(null);
  const begunAt = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (editing) {
      begunAt.current = document.activeElement ?? document.body;
      return;
    }
    const begun = begunAt.current;
    if (begun === null) return;
    begunAt.current = null;
    const stays = begun instanceof HTMLElement && begun.isConnected && begun !== document.body;
    (stays ? begun : editButton.current)?.focus({ preventScroll: true });
  }, [editing]);

  return (
    <article ref={card} id={`note-${annotation.id}`} className={`card ${selected ? 'card-selected' : ''}`}>
      <button ref={quoteButton} type="button" className={`quote quote-${annotation.style}`} onClick={onJump}>
        <q lang={quoteLang}>{quote}</q>
      </button>
      {stale && <p className="card-warning">{t('notes.stale')}</p>}
      {editing ? (
        <NoteEditor annotation={annotation} />
      ) : (
        annotation.note !== '' && (
          <Suspense fallback={<p className="note-text">{annotation.note}</p>}>
            <NoteText markdown={annotation.note} />
          </Suspense>
        )
      )}
      <footer className="card-foot">
        {!editing &&
          annotation.tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        <span className="card-meta">
          {mark === '' ? '' : `${mark} · `}
          <time dateTime={annotation.modifiedAt}>{formatMoment(annotation.modifiedAt, language)}</time>
          {drafted && !editing ? ` · ${t('notes.draftWaiting')}` : ''}
        </span>
        <span className="card-actions">
          {!editing && (
            <IconButton
              ref={editButton}
              icon={Pencil}
              label={t('notes.edit')}
              tip="left"
              onPress={() => startEditing(annotation.id)}
            />
          )}
          <IconButton
            icon={Trash2}
            label={t('notes.delete')}
            tip="left"
            onPress={() => void removeWithUndo(annotation, card.current)}
          />
        </span>
      </footer>
    </article>
  );
}

async function removeWithUndo(annotation: Annotation, card: HTMLElement | null): Promise<void> {
  const { trash, putBack } = useAnnotations.getState();
  const keepFocus = keepFocusNear(card);
  if (!(await trash([annotation.id]))) return;
  keepFocus();
  const t = text();
  useNotices.getState().show({
    tone: 'plain',
    text: t('notes.deleted'),
    action: { label: t('undo.undo'), run: () => void putBack([annotation.id]) },
  });
}
