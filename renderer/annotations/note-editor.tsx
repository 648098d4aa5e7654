import { Suspense, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation, ErrorCode } from '../../preload/contract/index.ts';
import { maximumNoteLength, maximumTagLength, maximumTags } from '../../preload/contract/vocabulary.ts';
import { parseTags } from '../domain/tags/index.ts';
import { text, useText } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { ActionFields } from './action-fields.tsx';
import { type Draft, useAnnotations } from './annotations-store.ts';
import { NoteText } from './lazy-note-text.ts';
import { StyleButtons } from './style-buttons.tsx';
import { TagsField } from './tags-field.tsx';

/**
 * The note of an annotation being written. What is typed is kept as a draft until main has the note
 * on disk: a refused save leaves it here with the reason, and leaving the view and coming back finds it again.
 */
export function NoteEditor({ annotation }: { readonly annotation: Annotation }) {
  const t = useText();
  const { id } = annotation;
  const noteId = useId();
  const hintId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const kept = useAnnotations((state) => state.drafts.get(id));
  const begun = useAnnotations((state) => state.begun.has(id));
  const draft: Draft = kept ?? {
    note: annotation.note,
    tags: annotation.tags.join('、'),
    due: annotation.due,
    status: annotation.status,
  };
  const { keepDraft, discard, edit, save: keep, restyle } = useAnnotations.getState();
  const [state, setState] = useState<'idle' | 'saving' | ErrorCode>('idle');
  const [dayIsWhole, setDayIsWhole] = useState(true);
  const [preview, setPreview] = useState(false);
  // Before the browser handles the next key: what is typed right after N belongs in here.
  useLayoutEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  const tags = parseTags(draft.tags);
  const tooManyTags = tags.length > maximumTags || tags.some((tag) => tag.length > maximumTagLength);
  const save = async (): Promise<void> => {
    if (tooManyTags || !dayIsWhole || state === 'saving') return;
    setState('saving');
    const { style } = useAnnotations.getState().begun.get(id)?.annotation ?? annotation;
    const refused = await keep(id, { style, note: draft.note, tags, due: draft.due, status: draft.status });
    if (refused !== null) setState(refused);
  };

  return (
    <form
      className="note-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.stopPropagation();
          discard(id);
        }
      }}
    >
      <label htmlFor={noteId}>{t('notes.note')}</label>
      <textarea
        ref={field}
        id={noteId}
        rows={5}
        maxLength={maximumNoteLength}
        value={draft.note}
        aria-describedby={hintId}
        onChange={(event) => keepDraft(id, { ...draft, note: event.target.value })}
      />
      <TagsField
        value={draft.tags}
        tooMany={tooManyTags}
        onChange={(value) => keepDraft(id, { ...draft, tags: value })}
      />
      <ActionFields
        value={draft}
        onChange={(action, valid) => {
          setDayIsWhole(valid);
          keepDraft(id, { ...draft, ...action });
        }}
      />
      {!dayIsWhole && <p className="card-warning">{t('action.dueUnfinished')}</p>}
      <p className="editor-hint">
        <span id={hintId}>{t('notes.markdownHint')}</span>
        <button
          type="button"
          className="link-button"
          aria-pressed={preview}
          disabled={draft.note.trim() === ''}
          onClick={() => setPreview(!preview)}
        >
          {t('notes.preview')}
        </button>
      </p>
      {preview && draft.note.trim() !== '' && (
        <section className="note-preview" aria-label={t('notes.preview')}>
          <Suspense fallback={<p className="note-text">{draft.note}</p>}>
            <NoteText markdown={draft.note} />
          </Suspense>
        </section>
      )}
      {state !== 'idle' && state !== 'saving' && (
        <div className="card-warning editor-refused" role="alert">
          <p>{t('problem.noteNotSaved', { why: t(`error.${state}`) })}</p>
          <p>{t('notes.keptInEditor')}</p>
          <button
            type="button"
            className="button button-line"
            onClick={() => void copyDraft(annotation, draft)}
          >
            {t('notes.copy')}
          </button>
        </div>
      )}
      <div className="editor-foot">
        <div className="swatches">
          <StyleButtons
            chosen={new Set([annotation.style])}
            onChoose={(style) => (begun ? restyle(id, style) : void edit(id, { style }))}
          />
        </div>
        <button type="button" className="button" onClick={() => discard(id)}>
          {t('notes.cancel')}
        </button>
        <button type="submit" className="button button-main" disabled={state === 'saving'}>
          {t('notes.save')}
        </button>
      </div>
    </form>
  );
}

/** What was typed, with the words it speaks of, so that it makes sense wherever it is put. */
async function copyDraft({ anchor }: Annotation, { note, tags, due }: Draft): Promise<void> {
  const t = text();
  const quote = anchor.exact === '' ? [] : [anchor.exact.replace(/^/gm, '> '), ''];
  const rest = [tags, due ?? ''].filter((line) => line !== '');
  const whole = [...quote, note, ...(rest.length === 0 ? [] : ['', ...rest])].join('\n');
  const copied = await navigator.clipboard.writeText(whole).then(
    () => true,
    () => false,
  );
  useNotices
    .getState()
    .show({ tone: copied ? 'plain' : 'problem', text: t(copied ? 'notes.copied' : 'notes.notCopied') });
}
