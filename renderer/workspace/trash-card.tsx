import { ArchiveRestore, Trash2 } from 'lucide-react';
import { Suspense } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { formatMoment, NoteText } from '../annotations/index.ts';
import { useSettings, useText } from '../settings/index.ts';

type Props = {
  readonly annotation: Annotation;
  /** Where it stood. */
  readonly mark: string;
  /** Its words as they are shown, and the language tag of these. */
  readonly quote: string;
  readonly quoteLang: string | undefined;
  readonly onRestore: () => void;
  readonly onErase: () => void;
};

/** A deleted annotation: to be read, taken back or removed for good. */
export function TrashCard({ annotation, mark, quote, quoteLang, onRestore, onErase }: Props) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const { anchor, style, note, tags, trashedAt } = annotation;
  return (
    <article id={`note-${annotation.id}`} className="card">
      {anchor.exact !== '' && (
        <blockquote className={`quote quote-${style}`}>
          <q lang={quoteLang}>{quote}</q>
        </blockquote>
      )}
      {note !== '' && (
        <Suspense fallback={<p className="note-text">{note}</p>}>
          <NoteText markdown={note} />
        </Suspense>
      )}
      <footer className="card-foot">
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
        <span className="card-meta">
          {mark === '' ? '' : `${mark} · `}
          {t('trash.trashedOn', { day: formatMoment(trashedAt ?? annotation.modifiedAt, language) })}
        </span>
        <span className="card-actions trash-actions">
          <button type="button" className="button" onClick={onRestore}>
            <ArchiveRestore size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('trash.restore')}
          </button>
          <button type="button" className="button" onClick={onErase}>
            <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />
            {t('trash.erase')}
          </button>
        </span>
      </footer>
    </article>
  );
}
