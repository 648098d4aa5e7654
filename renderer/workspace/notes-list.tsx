import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation, AnnotationId } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { useDocumentScripts } from '../library/index.ts';
import { useText } from '../settings/index.ts';
import { NoteRow, openNote } from './note-row.tsx';
import type { FoundNotes } from './use-found-notes.ts';
import { useListKeys } from './use-list-keys.ts';
import { useWorkspace } from './workspace-store.ts';

/** About the height of a card with a quote of two lines and a short note. */
const usualHeight = 108;

type Props = {
  readonly found: FoundNotes;
  /** What scrolls. */
  readonly view: RefObject<HTMLElement | null>;
  /** Set while the list is there: gives the focus to the note at an index. */
  readonly goTo: RefObject<((index: number) => void) | null>;
  readonly leaveUp: () => void;
  readonly onErase: (notes: readonly Annotation[]) => void;
};

/**
 * The notes found. Only those near the window are in the page, however many there are; the list says how many it has
 * and which one each is. The note that has the focus and the one being written stay in the page wherever one scrolls.
 */
export function NotesList({ found: { rows, ticked }, view, goTo, leaveUp, onErase }: Props) {
  const t = useText();
  const scripts = useDocumentScripts();
  const list = useRef<HTMLUListElement>(null);
  const cursor = useWorkspace((state) => state.cursor);
  const editing = useAnnotations((state) => state.editing);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const place = (): void => {
      const [inner, outer] = [list.current, view.current];
      if (inner === null || outer === null) return;
      setMargin(
        Math.round(inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop),
      );
    };
    place();
    // What stands above the list grows and shrinks with the filters in use.
    const observer = new ResizeObserver(place);
    for (const sibling of list.current?.parentElement?.parentElement?.children ?? [])
      observer.observe(sibling);
    return () => observer.disconnect();
  }, [view]);

  const keyOf = useCallback((index: number) => rows[index]?.note.id ?? index, [rows]);
  const pinned = pinnedRows(rows, cursor, editing);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view.current,
    estimateSize: () => usualHeight,
    getItemKey: keyOf,
    scrollMargin: margin,
    // The toolbar for what is selected lies over the head of the list.
    scrollPaddingStart: 64,
    scrollPaddingEnd: 24,
    overscan: 2,
    // A row that turns out taller need not interrupt the drawing of the others.
    useFlushSync: false,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      const far = pinned.filter((index) => index < range.count && !near.includes(index));
      return far.length === 0 ? near : [...near, ...far].sort((a, b) => a - b);
    },
  });

  const wanted = useRef<AnnotationId | null>(null);
  const focusRow = useCallback(
    (index: number): void => {
      const note = rows[index]?.note;
      if (note === undefined) return;
      wanted.current = note.id;
      useWorkspace.setState({ cursor: note.id });
      virtualizer.scrollToIndex(index, { align: 'auto' });
      if (focusTick(list.current, note.id)) wanted.current = null;
    },
    [rows, virtualizer],
  );
  useLayoutEffect(() => {
    if (wanted.current !== null && focusTick(list.current, wanted.current)) wanted.current = null;
  });
  useEffect(() => {
    goTo.current = focusRow;
    return () => {
      goTo.current = null;
    };
  }, [goTo, focusRow]);
  useReturn(rows, focusRow);
  useFocusKept(rows, list, focusRow);
  useListKeys({ rows, list, focusRow, leaveUp, onErase, onOpen: openNote });

  return (
    <ul
      ref={list}
      aria-label={t('workspace.list')}
      className="notes-list"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className="notes-item"
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            <NoteRow
              script={scripts?.(row.note.anchor.documentId) ?? null}
              note={row.note}
              heads={row.heads}
              ticked={ticked.has(row.note.id)}
              onErase={onErase}
            />
          </li>
        );
      })}
    </ul>
  );
}

function focusTick(list: HTMLElement | null, id: AnnotationId): boolean {
  const tick = list?.querySelector<HTMLElement>(`[data-tick="${CSS.escape(id)}"]`);
  tick?.focus({ preventScroll: true });
  return tick !== null && tick !== undefined;
}

function pinnedRows(rows: FoundNotes['rows'], ...ids: readonly (AnnotationId | null)[]): readonly number[] {
  return ids.flatMap((id) => {
    const index = id === null ? -1 : rows.findIndex(({ note }) => note.id === id);
    return index === -1 ? [] : [index];
  });
}

/** Brings who comes back from a document to the note that was opened. */
function useReturn(rows: FoundNotes['rows'], focusRow: (index: number) => void): void {
  useEffect(() => {
    const { opened } = useWorkspace.getState();
    if (opened === null) return;
    useWorkspace.setState({ opened: null });
    const index = rows.findIndex(({ note }) => note.id === opened);
    // Who came by the side bar keeps the focus there.
    if (index !== -1 && document.activeElement === document.body) focusRow(index);
  }, [rows, focusRow]);
}

/** When the note with the focus leaves the list (deleted, or no longer found), its neighbour takes the focus. */
function useFocusKept(
  rows: FoundNotes['rows'],
  list: RefObject<HTMLElement | null>,
  focusRow: (index: number) => void,
): void {
  const last = useRef(-1);
  useEffect(() => {
    const { cursor } = useWorkspace.getState();
    const index = cursor === null ? -1 : rows.findIndex(({ note }) => note.id === cursor);
    if (index !== -1 || last.current === -1) {
      last.current = index;
      return;
    }
    const neighbour = Math.min(last.current, rows.length - 1);
    last.current = -1;
    useWorkspace.setState({ cursor: null });
    // After whoever removed the note has looked for a place for the focus itself.
    const frame = requestAnimationFrame(() => {
      const focused = document.activeElement;
      if (focused === document.body || focused?.matches('main') === true) focusRow(neighbour);
    });
    return () => cancelAnimationFrame(frame);
  }, [rows, focusRow]);
  useEffect(() => {
    const element = list.current;
    const follow = ({ target }: FocusEvent): void => {
      const item = target instanceof Element ? target.closest('[data-index]') : null;
      const id = item?.querySelector<HTMLElement>('[data-tick]')?.dataset.tick;
      if (id === undefined) return;
      last.current = Number(item?.getAttribute('data-index'));
      if (useWorkspace.getState().cursor !== id) useWorkspace.setState({ cursor: id as AnnotationId });
    };
    element?.addEventListener('focusin', follow);
    return () => element?.removeEventListener('focusin', follow);
  }, [list]);
}
