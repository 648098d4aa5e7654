import { useEffect, useId, useRef, useState } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { maximumNoteLength, maximumTagLength, maximumTags } from '../../preload/contract/vocabulary.ts';
import { parseTags } from '../domain/tags/index.ts';
import { useText } from '../settings/index.ts';
import { type Draft, useAnnotations } from './annotations-store.ts';
import { StyleButtons } from './style-buttons.tsx';

/**
 * The note of an annotation being written. What is typed is kept as a draft until main has the note
 * on disk: a refused save leaves it here, and leaving the view and coming back finds it again.
 */
export function NoteEditor({ annotation }: { readonly annotation: Annotation }) {
  const t = useText();
  const noteId = useId();
  const tagsId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const kept = useAnnotations((state) => state.drafts.get(annotation.id));
  const draft: Draft = kept ?? {
    note: annotation.note,
    tags: annotation.tags.join('、'),
    due: annotation.due,
    status: annotation.status,
  };
  const { keepDraft, startEditing, edit } = useAnnotations.getState();
  const [state, setState] = useState<'idle' | 'saving' | 'refused'>('idle');
  useEffect(() => field.current?.focus(), []);

  const tags = parseTags(draft.tags);
  const tooManyTags = tags.length > maximumTags || tags.some((tag) => tag.length > maximumTagLength);
  const save = async (): Promise<void> => {
    if (tooManyTags) return;
    setState('saving');
    if (await edit(annotation.id, { note: draft.note, tags, due: draft.due, status: draft.status })) {
      keepDraft(annotation.id, null);
      startEditing(null);
    } else setState('refused');
  };
  const cancel = (): void => {
    keepDraft(annotation.id, null);
    startEditing(null);
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
          cancel();
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
        onChange={(event) => keepDraft(annotation.id, { ...draft, note: event.target.value })}
      />
      <label htmlFor={tagsId}>{t('notes.tags')}</label>
      <input
        id={tagsId}
        value={draft.tags}
        placeholder={t('notes.tagsHint')}
        aria-invalid={tooManyTags}
        onChange={(event) => keepDraft(annotation.id, { ...draft, tags: event.target.value })}
      />
      {tooManyTags && (
        <p className="card-warning">
          {t('notes.tagsLimit', { tags: maximumTags, letters: maximumTagLength })}
        </p>
      )}
      {state === 'refused' && (
        <p className="card-warning" role="alert">
          {t('notes.keptInEditor')}
        </p>
      )}
      <div className="editor-foot">
        <div className="swatches">
          <StyleButtons value={annotation.style} onChoose={(style) => void edit(annotation.id, { style })} />
        </div>
        <button type="button" className="button" onClick={cancel}>
          {t('notes.cancel')}
        </button>
        <button type="submit" className="button button-main" disabled={state === 'saving'}>
          {t('notes.save')}
        </button>
      </div>
    </form>
  );
}
