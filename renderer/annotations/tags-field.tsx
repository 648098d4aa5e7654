import { useId, useMemo, useRef } from 'react';
import { maximumTagLength, maximumTags } from '../../preload/contract/vocabulary.ts';
import { tagsOf } from '../domain/notes/index.ts';
import { suggestTags, withTag } from '../domain/tags/index.ts';
import { useText } from '../settings/index.ts';
import { useAnnotations } from './annotations-store.ts';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly tooMany: boolean;
};

/** The tags of a note as typed text, and below it tags in use to choose from. */
export function TagsField({ value, onChange, tooMany }: Props) {
  const t = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const annotations = useAnnotations((state) => state.annotations);
  const inUse = useMemo(() => tagsOf(annotations.values()).map(([tag]) => tag), [annotations]);
  const suggestions = suggestTags(value, inUse);
  return (
    <>
      <label htmlFor={id}>{t('notes.tags')}</label>
      <input
        ref={input}
        id={id}
        value={value}
        placeholder={t('notes.tagsHint')}
        aria-invalid={tooMany}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions.length > 0 && (
        <fieldset className="tag-suggestions">
          <legend className="visually-hidden">{t('notes.tagsInUse')}</legend>
          {suggestions.map((tag) => (
            <button
              key={tag}
              type="button"
              className="tag tag-suggested"
              aria-label={t('notes.addTag', { tag })}
              onClick={() => {
                onChange(withTag(value, tag));
                input.current?.focus();
              }}
            >
              {tag}
            </button>
          ))}
        </fieldset>
      )}
      {tooMany && (
        <p className="card-warning">
          {t('notes.tagsLimit', { tags: maximumTags, letters: maximumTagLength })}
        </p>
      )}
    </>
  );
}
