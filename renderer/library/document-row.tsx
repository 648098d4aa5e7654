import { ChevronDown, ChevronRight } from 'lucide-react';
import { lazy, type Ref, Suspense, useId, useRef, useState } from 'react';
import type { Row } from '../domain/library/index.ts';
import { languageTag, titleLanguage } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { prefetch } from './library-store.ts';
import { toggleParts } from './list-store.ts';
import { openRow } from './open-row.ts';
import type { RowDrag } from './row-actions.tsx';
import { ValidityPill } from './validity-pill.tsx';

const RowActions = lazy(() => import('./row-actions.tsx').then((module) => ({ default: module.RowActions })));

type Props = {
  readonly row: Row;
  /** Its place in the list, from 0. */
  readonly index: number;
  /** Whether not all rows are in the page, so that each has to say which it is. */
  readonly counted: boolean;
  readonly ref?: Ref<HTMLTableRowElement>;
};

/** A document in the list of the library. With Alt it opens beside the one that was read last. */
export function DocumentRow({ row: { entry, part, parts, open }, index, counted, ref }: Props) {
  const t = useText();
  const [menuOpen, setMenuOpen] = useState(false);
  const drag = useRef<RowDrag>(null);
  const titleId = useId();
  const { document, notes, tags } = entry;
  const lang = languageTag(document, 'original');
  const inferred = (column: string): React.ReactNode =>
    document.inferredFields.includes(column) && <span className="inferred">{t('field.inferred')}</span>;
  const unstated = (
    <>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{t('field.unstated')}</span>
    </>
  );
  const Fold = open ? ChevronDown : ChevronRight;
  return (
    <tr
      ref={ref}
      className={part ? 'library-part' : ''}
      data-index={index}
      data-document={document.id}
      // The head is the first row.
      aria-rowindex={counted ? index + 2 : undefined}
      draggable
      onDragStart={(event) => drag.current?.onDragStart?.(event)}
      onDrag={(event) => drag.current?.onDrag?.(event)}
      onDragEnd={(event) => drag.current?.onDragEnd?.(event)}
      onClick={(event) => {
        // What opens over the page belongs to the row in React, but not on the screen.
        if (event.target instanceof Element && event.currentTarget.contains(event.target))
          openRow(document.id, event.altKey);
      }}
      onPointerEnter={() => prefetch(document.id)}
      onFocus={() => prefetch(document.id)}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <th scope="row">
        {parts > 0 && (
          <button
            type="button"
            className="library-fold"
            aria-expanded={open}
            aria-label={t('library.openParts')}
            aria-describedby={titleId}
            onClick={(event) => {
              event.stopPropagation();
              toggleParts(document.id);
            }}
          >
            <Fold size={16} strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          className="library-title"
          lang={titleLanguage(document)}
          id={titleId}
          data-title
          onClick={(event) => {
            event.stopPropagation();
            openRow(document.id, event.altKey);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.altKey) return;
            event.preventDefault();
            openRow(document.id, true);
          }}
        >
          {document.title}
        </button>
        <span className="library-facts">
          {[
            document.kind,
            parts > 0 ? t('library.parts', { count: parts }) : null,
            document.level === null ? null : t(`level.${document.level}`),
            t('count.characters', { count: document.characterCount }),
            document.script === 'hant' ? t('library.traditional') : null,
            document.completeness === 'complete' ? null : t(`completeness.${document.completeness}`),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        {tags.length > 0 && (
          <span className="library-tags">
            {tags.map((tag) => (
              <span key={tag} className="tag">
                {tag}
              </span>
            ))}
          </span>
        )}
      </th>
      <td>
        {document.documentNumber === null ? unstated : <span lang={lang}>{document.documentNumber}</span>}
      </td>
      <td>
        {document.issuer === null ? unstated : <span lang={lang}>{document.issuer}</span>}{' '}
        {inferred('issuer')}
      </td>
      <td className="nowrap numeric-left">
        {document.issuedOn ?? unstated} {inferred('issued_on')}
      </td>
      <td>
        <ValidityPill document={document} />
      </td>
      <td className="numeric">{notes === 0 ? '' : notes}</td>
      {/* A press beside its two small buttons opens nothing. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: stops the row's click, does nothing of its own */}
      <td className="row-actions" onClick={(event) => event.stopPropagation()}>
        <Suspense>
          <RowActions
            document={document}
            notes={notes}
            titleId={titleId}
            menuOpen={menuOpen}
            onMenu={setMenuOpen}
            drag={drag}
          />
        </Suspense>
      </td>
    </tr>
  );
}
