import { memo, useEffect, useMemo, useRef } from 'react';
import type { BlockId, DocumentContent, DocumentId } from '../../preload/contract/index.ts';
import { headingPath, paragraphMark } from '../domain/anchors/index.ts';
import { type DocumentHits, type SearchHit, snippetOfHit } from '../domain/search/index.ts';
import { useLibrary } from '../library/index.ts';
import { languageTag, titleLanguage } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { MarkedText } from '../ui/marked-text.tsx';
import { remember } from './search-history.ts';
import { hitsPerDocument, useSearch } from './search-store.ts';
import { openHit } from './walk-store.ts';

const contextLength = 40;

type Props = {
  readonly hits: DocumentHits;
  /** Where its first hit stands in the whole list of hits. */
  readonly first: number;
};

/** What was found in one document. */
export const DocumentResult = memo(function DocumentResult({ hits: found, first }: Props) {
  const t = useText();
  const documentId = found.documentId as DocumentId;
  const summary = useLibrary((state) => state.byId.get(documentId));
  const section = useRef<HTMLElement>(null);
  const content = useContentWhenSeen(documentId, section);
  const opened = useSearch((state) => state.opened.get(found.documentId));
  const openHits = useSearch((state) => state.openDocumentHits);
  const hits = opened ?? found.hits;
  const facts = [
    summary?.documentNumber ?? null,
    summary?.issuer ?? null,
    t('count.paragraphs', { count: found.total }),
    t('count.places', { count: found.totalOccurrences }),
  ];
  return (
    <section ref={section} className="result" aria-labelledby={`result-${found.documentId}`}>
      <h2 id={`result-${found.documentId}`} lang={summary && titleLanguage(summary)}>
        {summary?.title ?? found.documentId}
      </h2>
      <p className="result-facts">{facts.filter((part) => part !== null).join(' · ')}</p>
      {hits.map((hit, index) => (
        <Hit
          key={`${hit.blockId}:${hit.textStart}`}
          documentId={documentId}
          hit={hit}
          at={first + index}
          content={content}
          lang={summary && languageTag(summary, 'original')}
        />
      ))}
      {found.hits.length < found.total && (
        <button
          type="button"
          className="button more-hits"
          aria-expanded={opened !== undefined}
          onClick={() => openHits(found.documentId, opened === undefined)}
        >
          {opened === undefined
            ? t('search.showAll', { count: found.total })
            : t('search.showFewer', { count: Math.min(hitsPerDocument, found.total) })}
        </button>
      )}
    </section>
  );
});

type HitProps = {
  readonly documentId: DocumentId;
  readonly hit: SearchHit;
  readonly at: number;
  readonly content: DocumentContent | undefined;
  readonly lang: string | undefined;
};

const Hit = memo(function Hit({ documentId, hit, at, content, lang }: HitProps) {
  const t = useText();
  const where = useMemo(
    () => (content === undefined ? '' : whereOf(content, hit.blockId as BlockId)),
    [content, hit.blockId],
  );
  const kind = labelled.find((one) => one === hit.kind);
  const open = (): void => {
    const { query, exact } = useSearch.getState();
    remember(query, exact);
    void openHit(at, { documentId, hit });
  };
  return (
    <button type="button" className="hit" tabIndex={-1} lang={lang} data-hit={at} onClick={open}>
      <span className="hit-where">
        {[kind === undefined ? '' : t(`search.hit.${kind}`), where].filter((part) => part !== '').join(' · ')}
      </span>
      <span className={`hit-text hit-${hit.kind}`}>
        <MarkedText pieces={snippetOfHit(hit, contextLength)} />
      </span>
    </button>
  );
});

/** What is not simply text is said to be what it is. */
const labelled = ['title', 'heading', 'table', 'number'] as const;

function whereOf(content: DocumentContent, blockId: BlockId): string {
  return [headingPath(content, blockId).join(' › '), paragraphMark(content, blockId)]
    .filter((part) => part !== '')
    .join(' · ');
}

/**
 * The content of a document in the results, for the headings above its hits: fetched when it is seen, since a search can
 * list hundreds of documents. The hits are shown without waiting for it.
 */
function useContentWhenSeen(
  documentId: DocumentId,
  section: React.RefObject<HTMLElement | null>,
): DocumentContent | undefined {
  const content = useLibrary((state) => state.contents.get(documentId));
  const load = useLibrary((state) => state.load);
  const known = content !== undefined;
  useEffect(() => {
    const element = section.current;
    if (element === null || known) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const seen = new IntersectionObserver(([entry]) => {
      clearTimeout(timer);
      if (entry?.isIntersecting !== true) return;
      timer = setTimeout(() => {
        // Without its headings a hit still shows its words; opening it tells what is wrong with the document.
        load(documentId).catch(() => undefined);
      }, 60);
    });
    seen.observe(element);
    return () => {
      clearTimeout(timer);
      seen.disconnect();
    };
  }, [documentId, known, load, section]);
  return content;
}
