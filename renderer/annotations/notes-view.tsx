import { NotebookPen } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Annotation, DocumentSummary } from '../../preload/contract/index.ts';
import { useLibrary } from '../library/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { StateMessage } from '../ui/state-message.tsx';
import { AnnotationCard } from './annotation-card.tsx';
import { useAnnotations } from './annotations-store.ts';

/** All annotations of the library, by document in the order of the library, each by its place. */
export function NotesView({ actions }: { readonly actions: React.ReactNode }) {
  const t = useText();
  const annotations = useAnnotations((state) => state.annotations);
  const documents = useLibrary((state) => state.documents);
  const [filter, setFilter] = useState('');
  const found = useMemo(
    () => [...annotations.values()].filter((note) => matches(note, filter)),
    [annotations, filter],
  );
  const groups = useMemo(() => groupsOf(found, documents), [found, documents]);

  return (
    <main className="view" aria-labelledby="notes-heading">
      <header className="view-head view-narrow">
        <h1 id="notes-heading">{t('nav.notes')}</h1>
        <p className="view-facts" role="status">
          {filter === ''
            ? t('count.notes', { count: annotations.size })
            : t('notes.found', { found: found.length, all: annotations.size })}
        </p>
        <span className="view-actions">{actions}</span>
      </header>
      {annotations.size > 0 && (
        <div className="view-filter">
          <input
            type="search"
            className="field"
            value={filter}
            placeholder={t('notes.filter')}
            aria-label={t('notes.filter')}
            onChange={(event) => setFilter(event.target.value)}
          />
        </div>
      )}
      <div className="view-body view-narrow">
        {annotations.size === 0 ? (
          <StateMessage icon={NotebookPen} title={t('notes.none')} detail={t('notes.noneDetail')} />
        ) : groups.length === 0 ? (
          <StateMessage
            icon={NotebookPen}
            title={t('notes.noneFound')}
            action={{ label: t('notes.clearFilter'), run: () => setFilter('') }}
          />
        ) : (
          groups.map(({ id, document, notes }) => (
            <section key={id} aria-labelledby={`notes-of-${id}`}>
              <h2 id={`notes-of-${id}`} className="group-title">
                {[
                  document?.title ?? t('notes.unknownDocument', { id }),
                  document?.documentNumber,
                  notes.length,
                ]
                  .filter((part) => part !== null && part !== undefined)
                  .join(' · ')}
              </h2>
              {notes.map((annotation) => (
                <AnnotationCard
                  key={annotation.id}
                  annotation={annotation}
                  mark={annotation.anchor.headingPath.at(-1) ?? ''}
                  stale={document === undefined}
                  quoteLang={document && languageTag(document, 'original')}
                  onJump={() =>
                    openDocument(annotation.anchor.documentId, { ...annotation.anchor.start, marks: [] })
                  }
                />
              ))}
            </section>
          ))
        )}
      </div>
    </main>
  );
}

function matches({ anchor, note, tags }: Annotation, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return wanted === '' || [anchor.exact, note, ...tags].some((part) => part.toLowerCase().includes(wanted));
}

type Group = {
  readonly id: string;
  /** Undefined when the library no longer has it. */
  readonly document: DocumentSummary | undefined;
  readonly notes: readonly Annotation[];
};

function groupsOf(
  annotations: readonly Annotation[],
  documents: readonly DocumentSummary[],
): readonly Group[] {
  const byDocument = Map.groupBy(annotations, ({ anchor }) => anchor.documentId);
  const known = new Map(documents.map((document) => [document.id, document]));
  // Notes on a document that the library no longer has are still the user's, and shown.
  const ordered = [
    ...[...known.keys()].filter((id) => byDocument.has(id)),
    ...[...byDocument.keys()].filter((id) => !known.has(id)),
  ];
  return ordered.map((id) => ({
    id,
    document: known.get(id),
    notes: [...(byDocument.get(id) ?? [])].sort(byPlace),
  }));
}

/** By place in the document: block ids of one document sort as its blocks do. */
export function byPlace({ anchor: a }: Annotation, { anchor: b }: Annotation): number {
  return a.start.blockId === b.start.blockId
    ? a.start.offset - b.start.offset
    : a.start.blockId < b.start.blockId
      ? -1
      : 1;
}
