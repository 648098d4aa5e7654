import type { Ref } from 'react';
import type { DocumentId, LibraryFact } from '../../preload/contract/index.ts';
import { factTypes } from '../../preload/contract/vocabulary.ts';
import { dueYears, type FactFilter, type FactOrder, filterFacts } from '../domain/facts/index.ts';
import { useLibrary } from '../library/index.ts';
import { useText } from '../settings/index.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useFacts } from './facts-store.ts';
import { countsOf } from './groups.ts';

type Props = {
  readonly facts: readonly LibraryFact[];
  /** Those that hold the text that is looked for. */
  readonly matching: readonly LibraryFact[];
  readonly field: Ref<HTMLInputElement>;
  /** Goes from the field to the first row. */
  readonly onDown: () => void;
};

/** What to look for, and in which order. Each choice says how many it would leave, the others being as they are. */
export function FactFilters({ facts, matching, field, onDown }: Props) {
  const t = useText();
  const documents = useLibrary((state) => state.documents);
  const { filter, order, narrow, sortBy } = useFacts();
  const without = (free: Partial<FactFilter>): readonly LibraryFact[] =>
    filterFacts(matching, { ...filter, ...free, text: '' });
  const ofDocument = countsOf(without({ documentId: null }), ({ documentId }) => documentId);
  const ofType = countsOf(without({ type: null }), ({ type }) => type);
  const ofYear = countsOf(without({ year: null }), ({ due }) => due?.slice(0, 4));
  const orders: readonly { readonly value: FactOrder; readonly label: string }[] = [
    { value: 'document', label: t('facts.byDocument') },
    { value: 'due', label: t('facts.earliestFirst') },
    { value: 'due-latest', label: t('facts.latestFirst') },
  ];
  return (
    <fieldset className="fact-filters">
      <legend className="visually-hidden">{t('library.filter')}</legend>
      <input
        ref={field}
        type="search"
        className="field"
        value={filter.text}
        placeholder={t('facts.find')}
        aria-label={t('facts.find')}
        spellCheck={false}
        onChange={(event) => narrow({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onDown();
        }}
      />
      <Choice
        label={t('fact.document')}
        all={t('facts.allDocuments')}
        value={filter.documentId}
        options={documents.map(({ id, title }) => ({
          value: id,
          label: title,
          count: ofDocument.get(id) ?? 0,
        }))}
        onChoose={(documentId) => narrow({ documentId })}
      />
      <Choice
        label={t('facts.year')}
        all={t('facts.allYears')}
        value={filter.year}
        options={dueYears(facts).map((year) => ({
          value: year,
          label: t('facts.inYear', { year }),
          count: ofYear.get(year) ?? 0,
        }))}
        onChoose={(year) => narrow({ year })}
      />
      <Choice
        label={t('fact.type')}
        all={t('facts.allTypes')}
        value={filter.type}
        options={factTypes.map((type) => ({
          value: type,
          label: t(`factType.${type}`),
          count: ofType.get(type) ?? 0,
        }))}
        onChoose={(type) => narrow({ type })}
      />
      <Segmented label={t('facts.order')} value={order} options={orders} onChange={sortBy} />
    </fieldset>
  );
}

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly all: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly count: number }[];
  readonly onChoose: (value: Value | null) => void;
};

/** One of several, or all; what would leave nothing is not offered. */
function Choice<Value extends DocumentId | string>({
  label,
  all,
  value,
  options,
  onChoose,
}: ChoiceProps<Value>) {
  return (
    <select
      className="field"
      aria-label={label}
      value={value ?? ''}
      data-chosen={value !== null}
      onChange={(event) =>
        onChoose(options.find((option) => option.value === event.target.value)?.value ?? null)
      }
    >
      <option value="">{all}</option>
      {options
        .filter((option) => option.count > 0 || option.value === value)
        .map((option) => (
          <option key={option.value} value={option.value}>
            {`${option.label} · ${option.count}`}
          </option>
        ))}
    </select>
  );
}
