import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { AnnotationId } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { useText } from '../settings/index.ts';

const useSink = create<{ readonly of: AnnotationId | null }>(() => ({ of: null }));

let field: HTMLTextAreaElement | null = null;

/**
 * Takes the keys until the editor of a note that was just begun is there. The editor stands in the side panel, whose code
 * may still have to be fetched; what is typed meanwhile goes into the draft that it opens with.
 */
export function catchTyping(id: AnnotationId): void {
  // An editor that is there already has taken the focus while it was drawn.
  if (document.activeElement?.closest('.note-editor')) return;
  useSink.setState({ of: id });
  if (field !== null) field.value = '';
  field?.focus({ preventScroll: true });
}

/** The field behind `catchTyping`: out of sight, and out of the way of Tab. */
export function NoteSink() {
  const t = useText();
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field = ref.current;
    return () => {
      field = null;
    };
  }, []);
  return (
    <textarea
      ref={ref}
      className="visually-hidden"
      tabIndex={-1}
      aria-label={t('notes.note')}
      // Until it is needed nobody shall find it.
      aria-hidden={useSink((state) => state.of === null)}
      onInput={({ currentTarget: { value } }) => {
        const id = useSink.getState().of;
        if (id !== null) {
          const empty = { note: '', tags: '', due: null, status: null };
          useAnnotations.getState().keepDraft(id, { ...empty, note: value });
        }
      }}
      onBlur={() => useSink.setState({ of: null })}
    />
  );
}
