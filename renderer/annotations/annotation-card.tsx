import { Pencil, Trash2 } from 'lucide-react';
import { Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { localDay } from '../domain/validity/index.ts';
import { text, useMarkMeaning, useSettings, useText } from '../settings/index.ts';
import { keepFocusNear } from '../ui/focus.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useNotices } from '../ui/notices.ts';
import { useAnnotations } from './annotations-store.ts';
import { CarriedLine } from './carried-line.tsx';
import { dueWords, isOverdue } from './due-words.ts';
import { NoteText } from './lazy-note-text.ts';
import { formatMoment } from './moments.ts';
import { NoteEditor } from './note-editor.tsx';

type Props = {
  readonly annotation: Annotation;
  /** Where it stands, as the paragraph mark `三(二)4 ¶2`; '' when the document is not at hand. */
  readonly mark: string;
  readonly stale: boolean;
  /** The quote as it is to be shown, when the document is shown in another script than its own. */
  readonly quote?: string;
  /** The language tag of the quote as it is shown. */
  readonly quoteLang?: string | undefined;
  /** Which of how many it is, where not all are in the page. */
  readonly position?: number;
  readonly count?: number;
  readonly onJump: () => void;
};

/** One annotation: its quote (which jumps to the text), its note, its tags, and what can be done with it. */
export function AnnotationCard({
  annotation,
  mark,
  stale,
  quote = annotation.anchor.exact,
  quoteLang,
  position,
  count,
  onJump,
}: Props) {
  const t = useText();
  const editing = useAnnotations((state) => state.editing === annotation.id);
  const selected = useAnnotations((state) => state.selected === annotation.id);
  const begun = useAnnotations((state) => state.begun.has(annotation.id));
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

  const editButton = useRef<HTMLButtonElement>(null);
  useFocusBack(editing, editButton);

  return (
    <article
      ref={card}
      aria-posinset={position}
      aria-setsize={count}
      id={`note-${annotation.id}`}
      className={`card ${selected ? 'card-selected' : ''} ${annotation.status === 'done' ? 'card-done' : ''}`}
    >
      <button ref={quoteButton} type="button" className={`quote quote-${annotation.style}`} onClick={onJump}>
        {annotation.scope === 'document' ? (
          <span className="quote-scope">{t('scope.document')}</span>
        ) : (
          <q lang={quoteLang}>{quote}</q>
        )}
      </button>
      {annotation.carried !== null ? (
        <CarriedLine carried={annotation.carried} />
      ) : (
        stale && <p className="card-warning">{t('notes.stale')}</p>
      )}
      {editing ? (
        <NoteEditor annotation={annotation} />
      ) : (
        annotation.note !== '' && (
          <Suspense fallback={<p className="note-text">{annotation.note}</p>}>
            <NoteText markdown={annotation.note} />
          </Suspense>
        )
      )}
      {!editing && <ActionLine annotation={annotation} />}
      <footer className="card-foot">
        {!editing &&
          annotation.tags.map((tag) => (
            <span key={tag} className="tag">
              {tag}
            </span>
          ))}
        <CardFacts annotation={annotation} mark={mark} begun={begun} editing={editing} />
        {!editing && (
          <span className="card-actions">
            <IconButton
              ref={editButton}
              icon={Pencil}
              label={t('notes.edit')}
              tip="left"
              onPress={() => startEditing(annotation.id)}
            />
            <IconButton
              icon={Trash2}
              label={t('notes.delete')}
              tip="left"
              onPress={() => void removeWithUndo(annotation, card.current)}
            />
          </span>
        )}
      </footer>
    </article>
  );
}

/** A note that was written goes back to where it was begun: the paragraph, else the card. */
function useFocusBack(editing: boolean, editButton: React.RefObject<HTMLButtonElement | null>): void {
  const begunAt = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (editing) {
      // The editor has taken the focus already, as the layer below this one.
      begunAt.current = useAnnotations.getState().writtenFrom ?? document.body;
      return;
    }
    const from = begunAt.current;
    if (from === null) return;
    begunAt.current = null;
    const stays = from instanceof HTMLElement && from.isConnected && from !== document.body;
    (stays ? from : editButton.current)?.focus({ preventScroll: true });
  }, [editing, editButton]);
}

type FactsProps = {
  readonly annotation: Annotation;
  readonly mark: string;
  readonly begun: boolean;
  readonly editing: boolean;
};

/** What the mark means, where it stands, and when it was changed. */
function CardFacts({ annotation, mark, begun, editing }: FactsProps) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const meaning = useMarkMeaning(annotation.style);
  const drafted = useAnnotations((state) => state.drafts.has(annotation.id));
  return (
    <span className="card-meta">
      <span className={`meaning meaning-${annotation.style}`}>{meaning}</span>
      {annotation.scope === 'paragraph' && ` · ${t('scope.paragraph')}`}
      {mark !== '' && ` · ${mark}`}
      {!begun && (
        <>
          {' · '}
          <time dateTime={annotation.modifiedAt}>{formatMoment(annotation.modifiedAt, language)}</time>
        </>
      )}
      {begun && editing && ` · ${t('notes.notYetSaved')}`}
      {drafted && !editing && ` · ${t('notes.draftWaiting')}`}
    </span>
  );
}

/** Whether the note's action is done, and until when it should be; nothing for a note that is none. */
function ActionLine({ annotation }: { readonly annotation: Annotation }) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const edit = useAnnotations((state) => state.edit);
  const today = localDay(new Date());
  const due = dueWords(annotation, today, language, t);
  const { id, status } = annotation;
  if (status === null && due === null) return null;
  return (
    <p className={`card-action ${isOverdue(annotation, today) ? 'card-overdue' : ''}`}>
      {status !== null && (
        <label>
          <input
            type="checkbox"
            checked={status === 'done'}
            onChange={({ target: { checked } }) => void edit(id, { status: checked ? 'done' : 'open' })}
          />
          {t(`action.${status}`)}
        </label>
      )}
      {due !== null && <span>{due}</span>}
    </p>
  );
}

async function removeWithUndo(annotation: Annotation, card: HTMLElement | null): Promise<void> {
  const keepFocus = keepFocusNear(card?.closest<HTMLElement>('.notes-item') ?? card);
  if (await trashWithNotice(annotation)) keepFocus();
}

/** Puts an annotation into the trash and offers to take that back; false where it could not be written. */
export async function trashWithNotice(annotation: Annotation): Promise<boolean> {
  const { trash, putBack } = useAnnotations.getState();
  if (!(await trash([annotation.id]))) return false;
  const t = text();
  useNotices.getState().show({
    tone: 'plain',
    text: t('notes.deleted'),
    action: { label: t('undo.undo'), run: () => void putBack([annotation.id]) },
  });
  return true;
}
