import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { everyNote, isOpenFilter, toggled } from '../domain/notes/index.ts';
import { useLibrary } from '../library/index.ts';
import { useText } from '../settings/index.ts';
import { SaveFilter } from './save-filter.tsx';
import { useMeanings } from './use-world.ts';
import { useWorkspace } from './workspace-store.ts';

type Active = { readonly key: string; readonly what: string; readonly remove: () => void };

/** The filters in use, each to be taken off, and what to do with them together. */
export function ActiveFilters({ field }: { readonly field: RefObject<HTMLInputElement | null> }) {
  const t = useText();
  const meaning = useMeanings();
  const byId = useLibrary((state) => state.byId);
  const { filter, narrow, choose } = useWorkspace();
  if (isOpenFilter(filter)) return null;
  const active: readonly Active[] = [
    ...(filter.text.trim() === ''
      ? []
      : [
          {
            key: 'text',
            what: t('workspace.text', { text: filter.text.trim() }),
            remove: () => narrow({ text: '' }),
          },
        ]),
    ...filter.styles.map((style) => ({
      key: `style ${style}`,
      what: meaning(style),
      remove: () => narrow({ styles: toggled(filter.styles, style) }),
    })),
    ...filter.statuses.map((status) => ({
      key: `status ${status}`,
      what: t(`noteStatus.${status}`),
      remove: () => narrow({ statuses: toggled(filter.statuses, status) }),
    })),
    ...filter.tags.map((tag) => ({
      key: `tag ${tag}`,
      what: `#${tag}`,
      remove: () => narrow({ tags: toggled(filter.tags, tag) }),
    })),
    ...filter.documentIds.map((id) => ({
      key: `document ${id}`,
      what: byId.get(id)?.title ?? t('notes.unknownDocument', { id }),
      remove: () => narrow({ documentIds: toggled(filter.documentIds, id) }),
    })),
    ...(filter.from === null
      ? []
      : [
          {
            key: 'from',
            what: t('workspace.fromDay', { day: filter.from }),
            remove: () => narrow({ from: null }),
          },
        ]),
    ...(filter.until === null
      ? []
      : [
          {
            key: 'until',
            what: t('workspace.untilDay', { day: filter.until }),
            remove: () => narrow({ until: null }),
          },
        ]),
  ];
  return (
    <div className="active-filters">
      <ul className="active-list" aria-label={t('workspace.active')}>
        {active.map(({ key, what, remove }) => (
          <li key={key}>
            <button
              type="button"
              className="active-filter"
              aria-label={t('workspace.remove', { what })}
              onClick={() => {
                remove();
                // The chip goes away with its filter.
                field.current?.focus();
              }}
            >
              <span>{what}</span>
              <X size={13} strokeWidth={2} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        onClick={() => {
          choose({ ...everyNote, trash: filter.trash, order: filter.order });
          field.current?.focus();
        }}
      >
        {t('workspace.clear')}
      </button>
      <SaveFilter />
    </div>
  );
}
