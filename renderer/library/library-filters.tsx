import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import {
  type Entry,
  type Facet,
  filterEntries,
  isNarrowing,
  type LibraryFilter,
  noFilter,
  optionsOf,
  type Sorting,
  type SortKey,
  sortColumns,
  toggleChoice,
  usualSorting,
} from '../domain/library/index.ts';
import { type Validity, validities } from '../domain/validity/index.ts';
import { useText } from '../settings/index.ts';
import { focusView } from '../ui/focus.ts';
import { facetName, facetText } from './facet-text.ts';
import { useList } from './list-store.ts';
import { ValidityDayField } from './validity-day-field.tsx';

const FacetMenus = lazy(() => import('./facet-menus.tsx').then((module) => ({ default: module.FacetMenus })));

/** Facets that are chosen in a menu, since they have many values. */
const menus: readonly Facet[] = ['issuer', 'year', 'kind', 'tag', 'script'];

type Props = {
  readonly entries: readonly Entry[];
  readonly filter: LibraryFilter;
  readonly found: number;
  readonly sorting: Sorting | null;
  /** The timeline has an order of its own. */
  readonly sortable: boolean;
  readonly field: React.Ref<HTMLInputElement>;
};

const narrow = (filter: LibraryFilter): void => useList.setState({ filter });

/** What to look for in the library. Each choice says how many documents it would show, the others being as they are. */
export function LibraryFilters({ entries, filter, found, sorting, sortable, field }: Props) {
  const t = useText();
  const narrowed = isNarrowing(filter);
  const offered = menus.filter((facet) => facet !== 'tag' || entries.some(({ tags }) => tags.length > 0));
  const chip = (facet: Facet, value: string, count: number): React.ReactNode => (
    <button
      key={value}
      type="button"
      className="chip"
      aria-pressed={filter.choices[facet]?.includes(value) ?? false}
      onClick={() => narrow(toggleChoice(filter, facet, value))}
    >
      {facetText(t, facet, value)} <span className="chip-count">{count}</span>
    </button>
  );
  const countOf = (facet: Facet, value: string): number =>
    filterEntries(entries, { ...filter, choices: { ...filter.choices, [facet]: [value] } }).length;
  const validityCounts = new Map(
    optionsOf(entries, filter, 'validity').map(({ value, count }) => [value, count]),
  );
  return (
    <>
      <div className="library-tools">
        <input
          ref={field}
          type="search"
          className="field library-find"
          value={filter.text}
          placeholder={t('library.find')}
          aria-label={t('library.find')}
          spellCheck={false}
          onChange={({ target: { value } }) => narrow({ ...filter, text: value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.closest('main')?.querySelector<HTMLElement>('[data-title]')?.focus();
          }}
        />
        <Suspense fallback={<span className="facet-room" />}>
          <FacetMenus entries={entries} filter={filter} facets={offered} onNarrow={narrow} />
        </Suspense>
        {sortable && <Order sorting={sorting} />}
      </div>
      <fieldset className="chips">
        <legend className="visually-hidden">{t('library.filter')}</legend>
        <button type="button" className="chip" aria-pressed={!narrowed} onClick={() => narrow(noFilter)}>
          {t('library.all')} <span className="chip-count">{entries.length}</span>
        </button>
        {optionsOf(entries, filter, 'level').map(({ value, count }) => chip('level', value, count))}
        {chip('notes', 'noted', countOf('notes', 'noted'))}
      </fieldset>
      <div className="library-validity">
        <fieldset className="chips">
          <legend className="visually-hidden">{t('field.validity')}</legend>
          {validities.map((validity: Validity) =>
            chip('validity', validity, validityCounts.get(validity) ?? 0),
          )}
        </fieldset>
        <ValidityDayField />
      </div>
      <Chosen filter={filter} narrowed={narrowed} found={found} all={entries.length} />
    </>
  );
}

function Order({ sorting }: { readonly sorting: Sorting | null }) {
  const t = useText();
  const labelOf = (column: SortKey): string => {
    if (column === 'readAt') return t('library.byReading');
    if (column === 'title') return t('library.byTitle');
    return t(column === 'notes' ? 'nav.notes' : `field.${column}`);
  };
  return (
    <label className="library-order">
      <span>{t('library.order')}</span>
      <select
        className="field"
        value={sorting?.column ?? ''}
        onChange={({ target: { value } }) =>
          useList.setState({ sorting: value === '' ? null : usualSorting(value as SortKey) })
        }
      >
        <option value="">{t('library.ownOrder')}</option>
        {(['readAt', ...sortColumns] as const).map((column) => (
          <option key={column} value={column}>
            {labelOf(column)}
          </option>
        ))}
      </select>
    </label>
  );
}

type ChosenProps = {
  readonly filter: LibraryFilter;
  readonly narrowed: boolean;
  readonly found: number;
  readonly all: number;
};

/** What the list is narrowed to at present, each to be taken away, and how many documents are left. */
function Chosen({ filter, narrowed, found, all }: ChosenProps) {
  const t = useText();
  const remove = (what: string, next: LibraryFilter): React.ReactNode => (
    <button
      key={what}
      type="button"
      className="chip chip-chosen"
      aria-label={t('library.remove', { what })}
      onClick={() => {
        // The button goes away with what it stands for.
        focusView();
        narrow(next);
      }}
    >
      {what}
      <X size={14} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
  const text = filter.text.trim();
  return (
    <div className="library-chosen">
      {/* Always there, or a screen reader would not say it when it comes. */}
      <span role="status">{narrowed && t('library.found', { found, all })}</span>
      {text !== '' && remove(text, { ...filter, text: '' })}
      {menus.flatMap((facet) =>
        (filter.choices[facet] ?? []).map((value) =>
          remove(
            [facetName(t, facet), facetText(t, facet, value)].join(' · '),
            toggleChoice(filter, facet, value),
          ),
        ),
      )}
      {narrowed && (
        <button
          type="button"
          className="button"
          onClick={() => {
            focusView();
            narrow(noFilter);
          }}
        >
          {t('library.clear')}
        </button>
      )}
    </div>
  );
}
