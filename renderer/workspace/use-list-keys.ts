import { type RefObject, useEffect } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { trashNotes } from './bulk-changes.ts';
import type { NoteRow } from './use-found-notes.ts';
import { useWorkspace } from './workspace-store.ts';

type Keys = {
  readonly rows: readonly NoteRow[];
  readonly list: RefObject<HTMLElement | null>;
  readonly focusRow: (index: number) => void;
  readonly leaveUp: () => void;
  readonly onOpen: (note: Annotation) => void;
  readonly onErase: (notes: readonly Annotation[]) => void;
};

const page = 8;

/**
 * The keys of the list: arrows, Home, End and the page keys walk over the notes, with Shift they tick the range; Space
 * ticks one (a tick box does that itself), Ctrl or Cmd with A all that are found; Enter opens the note's place, F2 edits it,
 * Delete puts the ticked ones, or this one, into the trash; Escape unticks.
 */
export function useListKeys({ rows, list, focusRow, leaveUp, onOpen, onErase }: Keys): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const { target, key, shiftKey } = event;
      if (!(target instanceof HTMLElement)) return;
      const { ticked, tick } = useWorkspace.getState();
      if (key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && !shiftKey) {
        if (target.closest('main, body') === null || takesText(target) || rows.length === 0) return;
        event.preventDefault();
        tick(rows.map(({ note }) => note.id));
        return;
      }
      const index = Number(target.closest('[data-index]')?.getAttribute('data-index') ?? -1);
      if (list.current?.contains(target) !== true || takesText(target) || target.closest('form') !== null)
        return;
      const note = rows[index]?.note;
      if (note === undefined) return;
      const onTick = target.matches('[data-tick]');
      const step = stepOf(key, index, rows.length);
      if (step !== null && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        if (step < 0) {
          leaveUp();
          return;
        }
        const to = Math.min(step, rows.length - 1);
        if (shiftKey) tickRange(rows, index, to);
        else useWorkspace.setState({ rangeFrom: null });
        focusRow(to);
      } else if (key === 'Enter' && onTick && !useWorkspace.getState().filter.trash) {
        event.preventDefault();
        onOpen(note);
      } else if (key === 'F2' && !useWorkspace.getState().filter.trash) {
        event.preventDefault();
        useAnnotations.getState().startEditing(note.id);
      } else if (key === 'Delete') {
        event.preventDefault();
        const chosen = ticked.has(note.id)
          ? rows.flatMap((row) => (ticked.has(row.note.id) ? [row.note] : []))
          : [note];
        if (useWorkspace.getState().filter.trash) onErase(chosen);
        else void trashNotes(chosen.map(({ id }) => id));
      } else if (key === 'Escape' && ticked.size > 0) {
        event.preventDefault();
        tick([]);
      }
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [rows, list, focusRow, leaveUp, onOpen, onErase]);
}

/** Where a key leads to from an index; -1 is above the first, null no such key. */
function stepOf(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return Math.max(index - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Ticks what lies between the start of the range and `to`; what was ticked outside of the former range stays. */
function tickRange(rows: readonly NoteRow[], index: number, to: number): void {
  const { rangeFrom, ticked } = useWorkspace.getState();
  const found = rows.findIndex(({ note }) => note.id === rangeFrom);
  const from = found === -1 ? index : found;
  const next = new Set(ticked);
  const between = (a: number, b: number): readonly NoteRow[] =>
    rows.slice(Math.min(a, b), Math.max(a, b) + 1);
  for (const { note } of between(from, index)) next.delete(note.id);
  for (const { note } of between(from, to)) next.add(note.id);
  useWorkspace.setState({ ticked: next, rangeFrom: rows[from]?.note.id ?? null });
}

function takesText(target: HTMLElement): boolean {
  return target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
}
