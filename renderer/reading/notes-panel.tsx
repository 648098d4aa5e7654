import { useVirtualizer } from '@tanstack/react-virtual';
import { NotebookPen } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Annotation, MarkStyle } from '../../preload/contract/index.ts';
import { AnnotationCard, StyleButtons, useAnnotations } from '../annotations/index.ts';
import { documentAnchor, paragraphMark, resolveAnchor } from '../domain/anchors/index.ts';
import { byPlace } from '../domain/notes/index.ts';
import { type Converter, convertText } from '../domain/script/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { languageTag } from '../script/index.ts';
import { useText } from '../settings/index.ts';
import { StateMessage } from '../ui/state-message.tsx';
import { useDrawnCard } from './drawn-cards.ts';
import type { Parts } from './parts.ts';

type Props = {
  readonly parts: Parts;
  readonly notes: readonly Annotation[];
  readonly view: 'original' | 'converted';
  readonly converter: Converter | null;
};

/** What a card is taken to be high before it was measured, in CSS pixels. */
const usualHeight = 150;
const none: ReadonlySet<MarkStyle> = new Set();

/** The notes of the document, those on the document itself first; only cards near the window are in the page. */
export function NotesPanel({ parts, notes, view, converter }: Props) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [styles, setStyles] = useState(none);
  const editing = useAnnotations((state) => state.editing);
  const selected = useAnnotations((state) => state.selected);
  const begun = useAnnotations((state) => state.begun);
  const saved = (list: readonly Annotation[]): number => list.filter(({ id }) => !begun.has(id)).length;
  const shown = useMemo(
    () => notes.filter((note) => note.id === editing || matches(note, typed, styles)).sort(byScopeAndPlace),
    [notes, typed, styles, editing],
  );
  const list = useRef<HTMLDivElement>(null);
  const indexOf = (id: string | null): number => shown.findIndex((note) => note.id === id);
  const edited = indexOf(editing);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => list.current?.closest('.tab-panel') ?? null,
    estimateSize: () => usualHeight,
    getItemKey: (index) => shown[index]?.id ?? index,
    scrollMargin: list.current?.offsetTop ?? 0,
    overscan: 3,
    // A card that turns out taller need not interrupt the drawing of the others.
    useFlushSync: false,
    // The card that is being written stays in the page, wherever the list is scrolled to.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const near = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
      return edited === -1 || near.includes(edited) ? near : [...near, edited].sort((a, b) => a - b);
    },
  });
  // To the card that was pointed at in the text, where it is not in the page.
  const wanted = indexOf(editing ?? selected);
  useEffect(() => {
    if (wanted !== -1) virtualizer.scrollToIndex(wanted, { align: 'auto' });
  }, [wanted, virtualizer]);

  const writeOnDocument = (): void => {
    const anchor = documentAnchor(parts.main);
    if (anchor !== null) useAnnotations.getState().begin([anchor], 'yellow', 'document');
  };
  const top = virtualizer.options.scrollMargin;
  return (
    <>
      <div className="notes-head">
        <button type="button" className="button button-line" onClick={writeOnDocument}>
          <NotebookPen size={14} strokeWidth={1.75} aria-hidden="true" />
          {t('notes.writeDocument')}
        </button>
        {notes.length > 1 && (
          <>
            <input
              type="search"
              className="field"
              value={typed}
              placeholder={t('notes.filter')}
              aria-label={t('notes.filter')}
              onChange={(event) => setTyped(event.target.value)}
            />
            <fieldset className="swatches notes-styles">
              <legend className="visually-hidden">{t('notes.styles')}</legend>
              <StyleButtons chosen={styles} onChoose={(style) => setStyles(toggled(styles, style))} />
            </fieldset>
            <p className="notes-count" role="status">
              {shown.length === notes.length
                ? t('count.notes', { count: saved(notes) })
                : t('notes.found', { found: saved(shown), all: saved(notes) })}
            </p>
          </>
        )}
      </div>
      {notes.length === 0 ? (
        <StateMessage icon={NotebookPen} title={t('notes.none')} detail={t('notes.noneHere')} />
      ) : shown.length === 0 ? (
        <StateMessage
          icon={NotebookPen}
          title={t('notes.noneFound')}
          action={{
            label: t('notes.clearFilter'),
            run: () => {
              setTyped('');
              setStyles(none);
            },
          }}
        />
      ) : null}
      <div ref={list} className="notes-list" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const annotation = shown[index];
          return annotation === undefined ? null : (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="notes-item"
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <PanelCard
                annotation={annotation}
                parts={parts}
                view={view}
                converter={converter}
                position={index + 1}
                count={shown.length}
              />
            </div>
          );
        })}
      </div>
    </>
  );
}

type CardProps = Omit<Props, 'notes'> & {
  readonly annotation: Annotation;
  readonly position: number;
  readonly count: number;
};

function PanelCard({ annotation, parts, view, converter, position, count }: CardProps) {
  const { start, exact, documentId } = annotation.anchor;
  useDrawnCard(annotation.id);
  const part = parts.all.find(({ document }) => document.id === documentId) ?? parts.main;
  const onDocument = annotation.scope === 'document';
  const stale = resolveAnchor(part, annotation.anchor) === 'stale';
  return (
    <AnnotationCard
      annotation={annotation}
      mark={onDocument || stale ? '' : paragraphMark(part, start.blockId)}
      quote={convertText(exact, converter).text}
      quoteLang={languageTag(part.document, view)}
      stale={stale}
      position={position}
      count={count}
      onJump={() =>
        openDocument(documentId, stale ? undefined : { ...start, marks: [] }, parts.main.document.id)
      }
    />
  );
}

/** Notes on the document itself stand above those on its words. */
function byScopeAndPlace(one: Annotation, other: Annotation): number {
  const rank = ({ scope }: Annotation): number => (scope === 'document' ? 0 : 1);
  return rank(one) - rank(other) || byPlace(one, other);
}

function matches(
  { style, note, tags, anchor }: Annotation,
  typed: string,
  styles: ReadonlySet<MarkStyle>,
): boolean {
  if (styles.size > 0 && !styles.has(style)) return false;
  const wanted = typed.trim().toLowerCase();
  return wanted === '' || [anchor.exact, note, ...tags].some((text) => text.toLowerCase().includes(wanted));
}

function toggled(styles: ReadonlySet<MarkStyle>, style: MarkStyle): ReadonlySet<MarkStyle> {
  return styles.has(style)
    ? new Set([...styles].filter((other) => other !== style))
    : new Set([...styles, style]);
}
