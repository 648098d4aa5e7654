import { X } from 'lucide-react';
import { useMemo } from 'react';
import { parseQuery, withoutPlace } from '../domain/search/index.ts';
import { useText } from '../settings/index.ts';
import { focusSearch } from './search-box.tsx';
import { showResults, useSearch } from './search-store.ts';

/** The filters of the query as they were typed or chosen, each to be taken out of it. */
export function ActiveChips() {
  const t = useText();
  const query = useSearch((state) => state.query);
  const exact = useSearch((state) => state.exact);
  const filters = useMemo(() => parseQuery(query, exact).filters, [query, exact]);
  if (filters.length === 0) return null;
  const without = (gone: typeof filters): void => {
    showResults(
      gone.toSorted((one, other) => other.start - one.start).reduce(withoutPlace, query),
      exact,
      'chosen',
    );
    // The chip goes away with its filter.
    focusSearch();
  };
  return (
    <div className="search-chips">
      <ul className="active-list" aria-label={t('search.filters')}>
        {filters.map((filter) => {
          const typed = query.slice(filter.start, filter.end);
          const value = typed.replace(/^-?\p{L}+[:：]/u, '').replace(/^["＂“「]|["＂”」]$/gu, '');
          const words =
            filter.field === 'notes'
              ? t('search.noted')
              : t('search.filter', { field: t(`search.facet.${filter.field}`), value });
          const what = filter.excluded ? t('search.excluded', { what: words }) : words;
          return (
            <li key={`${filter.start} ${typed}`}>
              <button
                type="button"
                className="active-filter"
                aria-label={t('search.removeFilter', { what })}
                onClick={() => without([filter])}
              >
                <span>{what}</span>
                <X size={13} strokeWidth={2} aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
      {filters.length > 1 && (
        <button type="button" className="button" onClick={() => without(filters)}>
          {t('search.clearFilters')}
        </button>
      )}
    </div>
  );
}
