import { SearchX, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../settings/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { StateMessage } from '../ui/state-message.tsx';
import { ActiveChips } from './active-chips.tsx';
import { FacetsPanel } from './facets-panel.tsx';
import { NearestOffers } from './nearest-offers.tsx';
import { ResultList } from './result-list.tsx';
import { SearchHead } from './search-head.tsx';
import { isEmpty, useSearch } from './search-store.ts';
import { StartPage } from './start-page.tsx';
import { useHitKeys } from './use-hit-keys.ts';
import { useListPlace } from './use-list-place.ts';

/** The results of the search, by document; arrow keys walk over the hits, Enter opens one. */
export function SearchView() {
  const t = useText();
  const query = useSearch((state) => state.query);
  const answer = useSearch((state) => state.answer);
  const failure = useSearch((state) => state.failure);
  const view = useRef<HTMLElement>(null);
  const begun = query.trim() !== '';
  const late = useLate(answer === null && begun);
  useHitKeys(view);
  useListPlace(view);
  return (
    <main ref={view} className="view" aria-labelledby="search-heading">
      <SearchHead />
      {begun && failure === null && <Problems />}
      {begun && failure === null && <ActiveChips />}
      <div className="search-body">
        <div className="search-results">
          {failure !== null ? (
            <StateMessage
              icon={TriangleAlert}
              tone="problem"
              title={t('search.failed')}
              detail={t('search.failedDetail')}
            />
          ) : !begun ? (
            <StartPage />
          ) : answer === null ? (
            late && <Skeleton label={t('search.running')} />
          ) : isEmpty(answer.result) ? (
            <>
              <StateMessage icon={SearchX} title={t('search.nothing', { query: answer.query })} />
              <NearestOffers />
            </>
          ) : (
            <ResultList answer={answer} />
          )}
        </div>
        {begun && failure === null && answer !== null && <FacetsPanel />}
      </div>
    </main>
  );
}

/** What of the query could not be understood, in a sentence each; the rest was searched all the same. */
function Problems() {
  const t = useText();
  const answer = useSearch((state) => state.answer);
  if (answer === null || answer.result.problems.length === 0) return null;
  return (
    <div className="query-problems" role="status">
      {answer.result.problems.map(({ code, start, end }) => {
        const what = answer.query.slice(start, Math.min(end, start + 24)).trim();
        const sentence = t(`query.${code}`);
        return (
          <p key={`${code}:${start}`} className="query-problem">
            {what === '' || end - start >= answer.query.length
              ? sentence
              : t('search.problem', { what, problem: sentence })}
          </p>
        );
      })}
    </div>
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
