import { useText } from '../settings/index.ts';
import { ExportMenu } from './export-menu.tsx';
import { SaveSearch } from './save-search.tsx';
import { SearchHelp } from './search-help.tsx';
import { isEmpty, showResults, useSearch } from './search-store.ts';

/** What was searched for, what was found in all, and what can be done with it. */
export function SearchHead() {
  const t = useText();
  const query = useSearch((state) => state.query);
  const exact = useSearch((state) => state.exact);
  const answer = useSearch((state) => state.answer);
  const failure = useSearch((state) => state.failure);
  const begun = query.trim() !== '';
  return (
    <header className="view-head search-head">
      <h1 id="search-heading">{begun ? query : t('nav.search')}</h1>
      <p className="view-facts" role="status">
        {!begun ? t('search.startDetail') : answer !== null && failure === null ? <Facts /> : ''}
      </p>
      <span className="view-actions search-actions">
        <SearchHelp />
        <button
          type="button"
          className="button button-line"
          aria-pressed={exact}
          title={t('search.exactDetail')}
          onClick={() => showResults(query, !exact, 'chosen')}
        >
          {t('search.exact')}
        </button>
        {begun && <SaveSearch />}
        {begun && answer !== null && !isEmpty(answer.result) && <ExportMenu />}
      </span>
    </header>
  );
}

/** The totals are exact; what is not listed, or still being prepared, is said. */
function Facts() {
  const t = useText();
  const answer = useSearch((state) => state.answer);
  const indexed = useSearch((state) => state.indexed);
  const opened = useSearch((state) => state.opened);
  if (answer === null) return null;
  const { totalBlocks, totalDocuments, totalOccurrences, documents, notes } = answer.result;
  const shown = documents.reduce(
    (sum, { documentId, hits }) => sum + (opened.get(documentId)?.length ?? hits.length),
    0,
  );
  const parts = [
    t('count.paragraphs', { count: totalBlocks }),
    t('count.places', { count: totalOccurrences }),
    t('count.documents', { count: totalDocuments }),
    ...(notes.total > 0 ? [t('search.inNotes', { notes: t('count.notes', { count: notes.total }) })] : []),
    t('search.time', { milliseconds: answer.milliseconds < 1 ? '<1' : Math.round(answer.milliseconds) }),
    t(answer.exact ? 'search.exactOn' : 'search.bothScripts'),
  ];
  if (shown < totalBlocks) parts.push(t('search.listed', { shown }));
  if (indexed < 1) parts.push(t('search.indexing', { share: Math.floor(indexed * 100) }));
  return parts.join(' · ');
}
