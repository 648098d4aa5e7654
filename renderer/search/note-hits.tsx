import type { AnnotationId } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { type NoteHit, type NoteHits, snippetOfHit } from '../domain/search/index.ts';
import { placeInEdition, useLibrary } from '../library/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { useText } from '../settings/index.ts';
import { MarkedText } from '../ui/marked-text.tsx';

const contextLength = 40;

/** What was found in the user's notes; nothing is drawn where there is none. */
export function FoundNotes({ notes }: { readonly notes: NoteHits }) {
  const t = useText();
  if (notes.total === 0) return null;
  return (
    <section className="result" aria-labelledby="result-notes">
      <h2 id="result-notes">{t('nav.notes')}</h2>
      <p className="result-facts">{t('count.notes', { count: notes.total })}</p>
      {notes.hits.map((hit) => (
        <FoundNote key={hit.annotationId} hit={hit} />
      ))}
    </section>
  );
}

function FoundNote({ hit }: { readonly hit: NoteHit }) {
  const title = useLibrary(({ documents }) => documents.find(({ id }) => id === hit.documentId)?.title);
  const open = (): void => {
    const id = hit.annotationId as AnnotationId;
    const { annotations, select } = useAnnotations.getState();
    const annotation = annotations.get(id);
    if (annotation === undefined) return;
    const { anchor } = annotation;
    select(id);
    openDocument(anchor.documentId, placeInEdition(anchor, anchor.start));
  };
  return (
    <button type="button" className="hit" tabIndex={-1} data-hit={hit.annotationId} onClick={open}>
      <span className="hit-where">
        {[title ?? hit.documentId, ...hit.tags.map((tag) => `#${tag}`)].join(' · ')}
      </span>
      <span className="hit-text">
        <MarkedText pieces={snippetOfHit({ ...hit, textStart: 0 }, contextLength)} />
      </span>
    </button>
  );
}
