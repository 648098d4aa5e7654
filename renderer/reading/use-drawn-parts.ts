import { startTransition, useEffect, useMemo, useState } from 'react';
import type { BlockId, DocumentContent, DocumentId } from '../../preload/contract/index.ts';
import { spotIn, type Target, useNavigation } from '../platform/navigation.ts';
import { nextPaint } from '../platform/next-paint.ts';
import { usePane } from '../platform/panes.ts';
import { firstParts, type Parts } from './parts.ts';
import { usePositions } from './positions-store.ts';

/**
 * The documents of the page that are drawn: those around the place where it will stand, and all of them as soon as
 * these have been painted. A book of many documents is so read as soon as a short one. From then on it is all there.
 */
export function useDrawnParts(
  parts: Parts,
  documentId: DocumentId,
  target: Target | null,
  ready: boolean,
): { readonly drawn: readonly DocumentContent[]; readonly whole: boolean } {
  const { id: pane } = usePane();
  const spot = useNavigation((state) => spotIn(state, pane));
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    if (!ready) return;
    let asked = true;
    void nextPaint()
      .then(nextPaint)
      .then(() => {
        if (asked) startTransition(() => setWhole(true));
      });
    return () => {
      asked = false;
    };
  }, [ready]);
  const place = spot ?? target ?? usePositions.getState().positions.get(documentId)?.place;
  const blockId: BlockId | null = place?.blockId ?? null;
  const first = useMemo(() => firstParts(parts, blockId), [parts, blockId]);
  const complete = whole || first.length === parts.all.length;
  return { drawn: complete ? parts.all : first, whole: complete };
}
