import type { Annotation, AnnotationId } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { type BulkChange, changedNote } from '../domain/notes/index.ts';
import { useHistory } from '../platform/undo.ts';
import { text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';

/** Says what was done, and offers to take it back as long as it is what was done last. */
function say(sentence: string): void {
  const step = useHistory.getState().done.at(-1);
  useNotices.getState().show({
    tone: 'plain',
    text: sentence,
    action: {
      label: text()('undo.undo'),
      run: () => {
        const { done, undo } = useHistory.getState();
        if (done.at(-1) === step) void undo();
        else useNotices.getState().show({ tone: 'plain', text: text()('undo.nothing') });
      },
    },
  });
}

/** Changes notes as one step of the history and says how many it changed. False when main could not write. */
export async function changeNotes(notes: readonly Annotation[], change: BulkChange): Promise<boolean> {
  const now = new Date().toISOString();
  const changed = new Map(
    notes.flatMap((note) => {
      const after = changedNote(note, change, now);
      return after === note ? [] : [[note.id, after] as const];
    }),
  );
  if (changed.size === 0) {
    useNotices.getState().show({ tone: 'plain', text: text()('bulk.unchanged') });
    return true;
  }
  const altered = (note: Annotation): Annotation => changedNote(note, change, now);
  if (!(await useAnnotations.getState().editMany(changed.keys(), altered))) return false;
  say(text()('bulk.changed', { count: changed.size }));
  return true;
}

export async function trashNotes(ids: readonly AnnotationId[]): Promise<boolean> {
  if (!(await useAnnotations.getState().trash(ids))) return false;
  say(text()('bulk.trashed', { count: ids.length }));
  return true;
}

export async function restoreNotes(ids: readonly AnnotationId[]): Promise<boolean> {
  if (!(await useAnnotations.getState().putBack(ids))) return false;
  say(text()('trash.restored', { count: ids.length }));
  return true;
}

export async function eraseNotes(ids: readonly AnnotationId[]): Promise<boolean> {
  if (!(await useAnnotations.getState().erase(ids))) return false;
  say(text()('trash.erased', { count: ids.length }));
  return true;
}
