import { Search as SearchIcon, SearchX, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { BlockId, DocumentContent, DocumentId } from '../../preload/contract/index.ts';
import { headingPath, paragraphMark } from '../domain/anchors/index.ts';
import { type DocumentHits, type SearchHit, snippetOfHit } from '../domain/search/index.ts';
import { useLibrary } from '../library/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag, titleLanguage } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { MarkedText } from '../ui/marked-text.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { FoundNotes } from './note-hits.tsx';
import { useSearch } from './search-store.ts';

const contextLength = 40;

/** The results of the search, by document; arrow keys walk over the hits, Enter opens one. */
export function SearchView() {
  const t = useText();
  const query = useSearch((state) => state.query);
  const answer = useSearch((state) => state.answer);
  const failure = useSearch((state) => state.failure);
  const list = useRef<HTMLDivElement>(null);
  const late = useLate(answer === null && query.trim() !== '');

  // Arrow keys belong to the list as a whole; each hit is a button of its own.
  useEffect(() => {
    const walk = (event: KeyboardEvent): void => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      // The box has answered its own arrow key by now: it is the way to the first hit.
      if (step === 0 || event.altKey || event.defaultPrevented) return;
      const hits = [...(list.current?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
      const at = hits.findIndex((hit) => hit.matches(':focus'));
      if (at === -1) return;
      event.preventDefault();
      if (at + step < 0) document.querySelector<HTMLElement>('.search-box input')?.focus();
      else hits[at + step]?.focus();
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, []);

  return (
    <main className="view" aria-labelledby="search-heading">
      <header className="view-head">
        <h1 id="search-heading">{query.trim() === '' ? t('nav.search') : query}</h1>
        <p className="view-facts" role="status">
          {answer !== null && failure === null ? <Facts /> : ''}
        </p>
      </header>
      <div ref={list} className="view-body view-narrow">
        {answer?.result.problems.map((problem) => (
          <p key={`${problem.code}:${problem.start}`} className="query-problem">
            {t(`query.${problem.code}`)}
          </p>
        ))}
        {failure !== null ? (
          <StateMessage
            icon={TriangleAlert}
            tone="problem"
            title={t('search.failed')}
            detail={t('search.failedDetail')}
          />
        ) : query.trim() === '' ? (
          <StateMessage icon={SearchIcon} title={t('search.start')} detail={t('search.startDetail')} />
        ) : answer === null ? (
          late && <Skeleton label={t('search.running')} />
        ) : answer.result.totalBlocks + answer.result.notes.total === 0 ? (
          <StateMessage
            icon={SearchX}
            title={t('search.nothing', { query })}
            detail={t('search.nothingDetail')}
          />
        ) : (
          <>
            {answer.result.documents.map((hits) => (
              <DocumentResult key={hits.documentId} hits={hits} />
            ))}
            <FoundNotes notes={answer.result.notes} />
          </>
        )}
      </div>
    </main>
  );
}

/** True once `waiting` has lasted 150 ms: a skeleton that only flashes is worse than none. */
function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), 150);
    return () => clearTimeout(timer);
  }, [waiting]);
  return late;
}

function Facts() {
  const t = useText();
  const answer = useSearch((state) => state.answer);
  if (answer === null) return null;
  const { totalBlocks, totalDocuments, totalOccurrences, documents } = answer.result;
  const shown = documents.reduce((sum, { hits }) => sum + hits.length, 0);
  const parts = [
    t('count.paragraphs', { count: totalBlocks }),
    t('count.places', { count: totalOccurrences }),
    t('count.documents', { count: totalDocuments }),
    t('search.time', { milliseconds: answer.milliseconds < 1 ? '<1' : Math.round(answer.milliseconds) }),
    t('search.bothScripts'),
  ];
  if (shown < totalBlocks) parts.push(t('search.shown', { shown }));
  return parts.join(' · ');
}

function DocumentResult({ hits }: { readonly hits: DocumentHits }) {
  const t = useText();
  const documentId = hits.documentId as DocumentId;
  const summary = useLibrary((state) => state.byId.get(documentId));
  const content = useContent(documentId);
  return (
    <section className="result" aria-labelledby={`result-${hits.documentId}`}>
      <h2 id={`result-${hits.documentId}`} lang={summary && titleLanguage(summary)}>
        {summary?.title ?? hits.documentId}
      </h2>
      <p className="result-facts">
        {[summary?.documentNumber ?? null, t('count.paragraphs', { count: hits.total })]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {hits.hits.map((hit) => (
        <Hit
          key={`${hit.blockId}:${hit.textStart}`}
          documentId={documentId}
          hit={hit}
          content={content}
          lang={summary && languageTag(summary, 'original')}
          all={hits}
        />
      ))}
    </section>
  );
}

type HitProps = {
  readonly documentId: DocumentId;
  readonly hit: SearchHit;
  readonly content: DocumentContent | undefined;
  readonly lang: string | undefined;
  readonly all: DocumentHits;
};

function Hit({ documentId, hit, content, lang, all }: HitProps) {
  const blockId = hit.blockId as BlockId;
  const where = useMemo(() => (content === undefined ? '' : whereOf(content, blockId)), [content, blockId]);
  const open = (): void => {
    // A title that the document does not print stands above its text.
    if (!hit.printed) {
      openDocument(documentId);
      return;
    }
    openDocument(documentId, {
      blockId,
      offset: hit.ranges[0]?.start ?? 0,
      marks: all.hits
        .filter(({ printed }) => printed)
        .flatMap((other) =>
          other.ranges.map(({ start, end }) => ({ blockId: other.blockId as BlockId, start, end })),
        ),
    });
  };
  return (
    <button type="button" className="hit" lang={lang} data-hit={hit.blockId} onClick={open}>
      <span className="hit-where">{where}</span>
      <span className="hit-text">
        <MarkedText pieces={snippetOfHit(hit, contextLength)} />
      </span>
    </button>
  );
}

function whereOf(content: DocumentContent, blockId: BlockId): string {
  const heading = headingPath(content, blockId).at(-1);
  return [heading, paragraphMark(content, blockId)]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** The content of a document in the results, fetched for its headings; the hits are shown without waiting for it. */
function useContent(documentId: DocumentId): DocumentContent | undefined {
  const content = useLibrary((state) => state.contents.get(documentId));
  const load = useLibrary((state) => state.load);
  useEffect(() => {
    // Without its headings a hit still shows its words; opening it tells what is wrong with the document.
    load(documentId).catch(() => undefined);
  }, [documentId, load]);
  return content;
}
