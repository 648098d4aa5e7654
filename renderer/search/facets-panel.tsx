import { ListFilter } from 'lucide-react';
import { useId, useState } from 'react';
import {
  type Facet,
  type FacetField,
  facetFilterText,
  filterKey,
  parseQuery,
  withFilter,
  withoutPlace,
} from '../domain/search/index.ts';
import type { Translate } from '../domain/strings/index.ts';
import type { Validity } from '../domain/validity/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { showResults, useSearch } from './search-store.ts';

/** Values of a field that are shown until more are asked for. */
const few = 6;

/** What the results can be narrowed by, with how many documents each choice leaves. */
export function FacetsPanel() {
  const t = useText();
  const facets = useSearch((state) => state.facets);
  const late = useSearch((state) => state.facetsLate);
  const [open, setOpen] = useState(false);
  const id = useId();
  if (facets.length === 0) return null;
  return (
    <aside className="facets" aria-label={t('search.facets')} aria-busy={late}>
      {/* Beside the results where there is room; in a narrow window above them, behind this button. */}
      <button
        type="button"
        className="button button-line facets-toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <ListFilter size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('search.facets')}
      </button>
      <div id={id} className="facets-body" data-open={open}>
        {facets.map((facet) => (
          <FacetGroup key={facet.field} facet={facet} />
        ))}
      </div>
    </aside>
  );
}

function FacetGroup({ facet: { field, values } }: { readonly facet: Facet }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? values : values.filter(({ chosen }, index) => chosen || index < few);
  return (
    <fieldset className="facet-group">
      <legend>{t(`search.facet.${field}`)}</legend>
      {shown.map(({ value, count, chosen }) => (
        <label key={value} className="facet-value">
          <input type="checkbox" checked={chosen} onChange={() => toggle(field, value)} />
          <span className="facet-name">{nameOf(t, field, value)}</span>
          <span className="facet-count" title={t('search.facetCount', { count })}>
            {count}
          </span>
        </label>
      ))}
      {values.length > few && (
        <button type="button" className="button facet-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('search.facetLess') : t('search.facetMore', { count: values.length - few })}
        </button>
      )}
    </fieldset>
  );
}

function nameOf(t: Translate, field: FacetField, value: string): string {
  if (field === 'validity') return t(`validity.${value as Validity}`);
  return field === 'notes' ? t('search.noted') : value;
}

/** A choice is a filter in the query, so that what is typed and what is chosen are the same thing. */
function toggle(field: FacetField, value: string): void {
  const { query, exact } = useSearch.getState();
  const text = facetFilterText(field, value, useSettings.getState().settings.language);
  const [wanted] = parseQuery(text).filters;
  const key = wanted === undefined ? '' : filterKey(wanted);
  const typed = parseQuery(query, exact).filters.find((filter) => filterKey(filter) === key);
  showResults(typed === undefined ? withFilter(query, text) : withoutPlace(query, typed), exact, 'chosen');
}
