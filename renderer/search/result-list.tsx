import { useAfterPaint } from '../platform/next-paint.ts';
import { useText } from '../settings/index.ts';
import { DocumentResult } from './document-result.tsx';
import { FoundNotes } from './note-hits.tsx';
import { useSearch } from './search-store.ts';

type Props = { readonly answer: NonNullable<ReturnType<typeof useSearch.getState>['answer']> };

/** Hits that fill a window: as many are drawn before anything further down is. */
const windowful = 10;

/**
 * All documents of an answer that are listed, and the way to the others. Whoever types sees what the window holds
 * first; what comes back to a list finds all of it there.
 */
export function ResultList({ answer }: Props) {
  const t = useText();
  const showMore = useSearch((state) => state.showMore);
  const { documents, totalDocuments, notes } = answer.result;
  const left = totalDocuments - documents.length;
  // Where the first hit of each document stands in the whole list of hits.
  let before = 0;
  const placed = documents.map((hits) => {
    const first = before;
    before += hits.total;
    return { hits, first };
  });
  const typing = document.activeElement instanceof HTMLInputElement;
  const whole = useAfterPaint(answer, typing ? null : answer) === answer;
  const enough = placed.findIndex(({ hits, first }) => first + hits.hits.length >= windowful);
  const drawn = whole || enough === -1 ? placed : placed.slice(0, enough + 1);
  return (
    <>
      {drawn.map(({ hits, first }) => (
        <DocumentResult key={hits.documentId} hits={hits} first={first} />
      ))}
      {whole && left > 0 && (
        <button type="button" className="button button-line more-documents" onClick={showMore}>
          {t('search.moreDocuments', { count: left })}
        </button>
      )}
      {whole && <FoundNotes notes={notes} />}
    </>
  );
}
