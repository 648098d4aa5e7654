import type { DocumentId, DocumentSummary } from '../../preload/contract/index.ts';
import { type Validity, validityOf } from '../domain/validity/index.ts';
import { useText } from '../settings/index.ts';
import { ValidityDayField } from './validity-day-field.tsx';

type Level = NonNullable<DocumentSummary['level']>;

/** What the list is narrowed to: by level or by having notes, and by validity. Null: not narrowed. */
export type Filters = {
  readonly kind: Level | 'noted' | null;
  readonly validity: Validity | null;
};

export const noFilters: Filters = { kind: null, validity: null };

const validities: readonly Validity[] = ['current', 'expiring', 'pending', 'expired', 'unstated'];

type Known = { readonly day: string; readonly noteCounts: ReadonlyMap<DocumentId, number> };

/** Whether a document passes, its validity judged on `day`. */
export function passes(
  document: DocumentSummary,
  { kind, validity }: Filters,
  { day, noteCounts }: Known,
): boolean {
  const ofKind =
    kind === null || (kind === 'noted' ? (noteCounts.get(document.id) ?? 0) > 0 : document.level === kind);
  return ofKind && (validity === null || validityOf(document, day) === validity);
}

type Props = {
  readonly documents: readonly DocumentSummary[];
  readonly filters: Filters;
  readonly known: Known;
  readonly onChange: (filters: Filters) => void;
};

/** Chips to choose by, each with how many documents it would show beside the other choice. */
export function LibraryFilters({ documents, filters, known, onChange }: Props) {
  const t = useText();
  const levels = [...new Set(documents.flatMap(({ level }) => (level === null ? [] : [level])))];
  const chip = (label: string, wanted: Filters): React.ReactNode => (
    <button
      key={label}
      type="button"
      className="chip"
      aria-pressed={filters.kind === wanted.kind && filters.validity === wanted.validity}
      onClick={() => onChange(wanted)}
    >
      {label}{' '}
      <span className="chip-count">
        {documents.filter((document) => passes(document, wanted, known)).length}
      </span>
    </button>
  );
  return (
    <>
      <fieldset className="chips">
        <legend className="visually-hidden">{t('library.filter')}</legend>
        {chip(t('library.all'), { ...filters, kind: null })}
        {levels.map((kind) => chip(t(`level.${kind}`), { ...filters, kind }))}
        {chip(t('library.noted'), { ...filters, kind: 'noted' })}
      </fieldset>
      <div className="library-validity">
        <fieldset className="chips">
          <legend className="visually-hidden">{t('field.validity')}</legend>
          {chip(t('library.anyValidity'), { ...filters, validity: null })}
          {validities.map((validity) => chip(t(`validity.${validity}`), { ...filters, validity }))}
        </fieldset>
        <ValidityDayField />
      </div>
    </>
  );
}
