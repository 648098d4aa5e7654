import type { Ref } from 'react';
import { type MarkStyle, markStyles, noteOrders, noteStatuses } from '../../preload/contract/vocabulary.ts';
import { toggled } from '../domain/notes/index.ts';
import { useLibrary } from '../library/index.ts';
import { useText } from '../settings/index.ts';
import { DayRange } from './day-range.tsx';
import { FacetMenu } from './facet-menu.tsx';
import type { FoundNotes } from './use-found-notes.ts';
import { useMeanings } from './use-world.ts';
import { useWorkspace } from './workspace-store.ts';

type Props = {
  readonly counts: FoundNotes['counts'];
  readonly field: Ref<HTMLInputElement>;
  /** Goes from the field to the first note. */
  readonly onDown: () => void;
};

/** What to look for, and in which order. Each choice says how many notes it would leave, the others being as they are. */
export function NoteFilters({ counts, field, onDown }: Props) {
  const t = useText();
  const meaning = useMeanings();
  const documents = useLibrary((state) => state.documents);
  const { filter, narrow } = useWorkspace();
  const tags = [...counts.tags]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([tag, count]) => ({ id: tag, label: tag, count }));
  // A choice that leaves nothing is offered only to take it back.
  const withChosen = (options: typeof tags, chosen: readonly string[]): typeof tags => [
    ...options,
    ...chosen
      .filter((id) => !options.some((option) => option.id === id))
      .map((id) => ({ id, label: documents.find((document) => document.id === id)?.title ?? id, count: 0 })),
  ];
  const known = new Set<string>(documents.map(({ id }) => id));
  const inDocuments = [
    ...documents.map(({ id, title }) => ({ id, label: title, count: counts.documents.get(id) ?? 0 })),
    ...[...counts.documents]
      .filter(([id]) => !known.has(id))
      .map(([id, count]) => ({ id, label: t('notes.unknownDocument', { id }), count })),
  ].filter(({ count }) => count > 0);
  return (
    <fieldset className="note-filters">
      <legend className="visually-hidden">{t('workspace.active')}</legend>
      <div className="note-filter-line">
        <input
          ref={field}
          type="search"
          className="field"
          value={filter.text}
          maxLength={1000}
          placeholder={t('notes.filter')}
          aria-label={t('notes.filter')}
          spellCheck={false}
          onChange={(event) => narrow({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onDown();
          }}
        />
        <FacetMenu
          label={t('workspace.documents')}
          options={withChosen(inDocuments, filter.documentIds)}
          chosen={filter.documentIds}
          onToggle={(id) => {
            const chosen = [...documents.map((document) => document.id), ...counts.documents.keys()];
            const found = [...chosen, ...filter.documentIds].find((other) => other === id);
            if (found !== undefined) narrow({ documentIds: toggled(filter.documentIds, found) });
          }}
        />
        <FacetMenu
          label={t('workspace.tags')}
          options={withChosen(tags, filter.tags)}
          chosen={filter.tags}
          onToggle={(tag) => narrow({ tags: toggled(filter.tags, tag) })}
        />
        <select
          className="field note-order"
          aria-label={t('workspace.order')}
          value={filter.order}
          onChange={({ target: { value } }) => {
            const order = noteOrders.find((known) => known === value);
            if (order !== undefined) narrow({ order });
          }}
        >
          {noteOrders.map((order) => (
            <option key={order} value={order}>
              {t(`noteOrder.${order}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="note-filter-line">
        <fieldset className="note-chips">
          <legend className="visually-hidden">{t('workspace.colours')}</legend>
          {markStyles.map((style) => (
            <Chip
              key={style}
              style={style}
              label={meaning(style)}
              count={counts.styles.get(style) ?? 0}
              pressed={filter.styles.includes(style)}
              onPress={() => narrow({ styles: toggled(filter.styles, style) })}
            />
          ))}
        </fieldset>
        <fieldset className="note-chips">
          <legend className="visually-hidden">{t('workspace.statuses')}</legend>
          {noteStatuses.map((status) => (
            <Chip
              key={status}
              label={t(`noteStatus.${status}`)}
              count={counts.statuses.get(status) ?? 0}
              pressed={filter.statuses.includes(status)}
              onPress={() => narrow({ statuses: toggled(filter.statuses, status) })}
            />
          ))}
        </fieldset>
        <DayRange />
      </div>
    </fieldset>
  );
}

type ChipProps = {
  readonly style?: MarkStyle;
  readonly label: string;
  readonly count: number;
  readonly pressed: boolean;
  readonly onPress: () => void;
};

/** One choice of a facet; what would leave nothing cannot be chosen, only taken back. */
function Chip({ style, label, count, pressed, onPress }: ChipProps) {
  return (
    <button
      type="button"
      className="chip note-chip"
      aria-pressed={pressed}
      disabled={count === 0 && !pressed}
      onClick={onPress}
    >
      {style !== undefined && <span className={`chip-dot chip-dot-${style}`} aria-hidden="true" />}
      {label} <span className="chip-count">{count}</span>
    </button>
  );
}
