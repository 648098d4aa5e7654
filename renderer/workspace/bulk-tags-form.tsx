import { useId, useMemo, useState } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { maximumTagLength, maximumTags } from '../../preload/contract/vocabulary.ts';
import { useAnnotations } from '../annotations/index.ts';
import { tagsOf } from '../domain/notes/index.ts';
import { parseTags } from '../domain/tags/index.ts';
import { useText } from '../settings/index.ts';
import { changeNotes } from './bulk-changes.ts';

type Props = { readonly notes: readonly Annotation[]; readonly onClose: () => void };

/** Tags to give to all of the notes, and to take from those that have them. */
export function BulkTagsForm({ notes, onClose }: Props) {
  const t = useText();
  const id = useId();
  const all = useAnnotations((state) => state.annotations);
  const present = useMemo(() => tagsOf(notes), [notes]);
  const known = useMemo(() => tagsOf(all.values()), [all]);
  const [typed, setTyped] = useState('');
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const added = parseTags(typed);
  const tooMuch = added.length > maximumTags || added.some((tag) => tag.length > maximumTagLength);
  const nothing = added.length === 0 && leaving.length === 0;
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (tooMuch || nothing) return;
        onClose();
        void changeNotes(notes, { addTags: added, removeTags: leaving });
      }}
    >
      <label htmlFor={id}>{t('bulk.addTags')}</label>
      <input
        // biome-ignore lint/a11y/noAutofocus: the form is opened to type in
        autoFocus
        id={id}
        className="field"
        list={`${id}-known`}
        value={typed}
        placeholder={t('notes.tagsHint')}
        aria-invalid={tooMuch}
        onChange={(event) => setTyped(event.target.value)}
      />
      <datalist id={`${id}-known`}>
        {known.slice(0, 50).map(([tag]) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {tooMuch && (
        <p className="card-warning" role="alert">
          {t('notes.tagsLimit', { tags: maximumTags, letters: maximumTagLength })}
        </p>
      )}
      <fieldset className="tag-choices">
        <legend>{present.length === 0 ? t('bulk.noTags') : t('bulk.removeTags')}</legend>
        {present.map(([tag, count]) => (
          <label key={tag} className="tag-choice">
            <input
              type="checkbox"
              checked={leaving.includes(tag)}
              onChange={() =>
                setLeaving(
                  leaving.includes(tag) ? leaving.filter((other) => other !== tag) : [...leaving, tag],
                )
              }
            />
            <span>{tag}</span>
            <span className="facet-count">{count}</span>
          </label>
        ))}
      </fieldset>
      <div className="form-foot">
        <button type="button" className="button" onClick={onClose}>
          {t('notes.cancel')}
        </button>
        <button type="submit" className="button button-main" disabled={tooMuch || nothing}>
          {t('bulk.apply')}
        </button>
      </div>
    </form>
  );
}
