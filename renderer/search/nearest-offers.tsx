import { useText } from '../settings/index.ts';
import { remember } from './search-history.ts';
import { showResults, useSearch } from './search-store.ts';

/** Queries near one that found nothing, each with what it would find; none is run before it is chosen. */
export function NearestOffers() {
  const t = useText();
  const nearest = useSearch((state) => state.nearest);
  if (nearest === null) {
    return (
      <p className="near-none" role="status">
        {t('search.nearLooking')}
      </p>
    );
  }
  if (nearest.length === 0) {
    return (
      <p className="near-none" role="status">
        {t('search.nearNone')}
      </p>
    );
  }
  return (
    <section className="near" aria-labelledby="near-heading">
      <h2 id="near-heading">{t('search.near')}</h2>
      <ul>
        {nearest.map(({ query, exact, why, what, totalBlocks, totalDocuments }) => (
          <li key={`${query} ${exact}`}>
            <button
              type="button"
              className="near-offer"
              data-start
              onClick={() => {
                showResults(query, exact, 'chosen');
                remember(query, exact);
                document.querySelector<HTMLElement>('.search-box input')?.focus();
              }}
            >
              <span className="near-query">{query}</span>
              <span className="near-facts">
                {[
                  t(`search.near.${why}`, { what }),
                  t('count.paragraphs', { count: totalBlocks }),
                  t('count.documents', { count: totalDocuments }),
                ].join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
