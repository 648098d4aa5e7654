import type { Annotation, AnnotationId } from '../../preload/contract/index.ts';
import type { TextKey } from '../domain/strings/index.ts';
import { useHistory } from '../platform/undo.ts';
import { text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { useAnnotations } from './annotations-store.ts';

/** Changes annotations as one step, says so (`said` is counted) and offers to take it back; false where main could not write. */
export async function changeWithNotice(
  ids: readonly AnnotationId[],
  alter: (note: Annotation) => Annotation,
  said: TextKey,
): Promise<boolean> {
  if (!(await useAnnotations.getState().editMany(ids, alter))) return false;
  const t = text();
  const { done, undo } = useHistory.getState();
  const step = done.at(-1);
  useNotices.getState().show({
    tone: 'plain',
    text: t(said, { count: ids.length }),
    action: {
      label: t('undo.undo'),
      // Once something else was done since, the key takes that back first.
      run: () => {
        if (useHistory.getState().done.at(-1) === step) void undo();
      },
    },
  });
  return true;
}
