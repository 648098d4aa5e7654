import { useText } from '../settings/index.ts';
import { DocumentResult } from './document-result.tsx';
import { FoundNotes } from './note-hits.tsx';
import { useSearch } from './search-store.ts';

type Props = { readonly answer: NonNullable<ReturnType<typeof useSearch.getState>['answer']> };

/** All documents of an answer that are listed, and the way to the others. */
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
  return (
    <>
      {placed.map(({ hits, first }) => (
        <DocumentResult key={hits.documentId} hits={hits} first={first} />
      ))}
      {left > 0 && (
        <button type="button" className="button button-line more-documents" onClick={showMore}>
          {t('search.moreDocuments', { count: left })}
        </button>
      )}
      <FoundNotes notes={notes} />
    </>
  );
}
