import { TriangleAlert } from 'lucide-react';
import { useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { BlockId } from '../../preload/contract/index.ts';
import { useText } from '../settings/index.ts';
import type { Passages } from './passages.ts';

type Props = {
  readonly root: HTMLElement;
  readonly defects: Passages['defects'];
  readonly onOriginal: (blockId: BlockId) => void;
};

/** A marker at the left of every block whose source is damaged; it opens the source of the block. */
export function DefectMarkers({ root, defects, onOriginal }: Props) {
  const t = useText();
  const [places, setPlaces] = useState<readonly (readonly [BlockId, Element, string])[]>([]);
  useLayoutEffect(() => {
    setPlaces(
      [...Map.groupBy(defects, ({ blockId }) => blockId)].flatMap(([blockId, group]) => {
        const block = root.querySelector(`[data-block="${CSS.escape(blockId)}"]`);
        const place = block instanceof HTMLTableRowElement ? block.lastElementChild : block;
        return place === null ? [] : [[blockId, place, group.map(({ note }) => note).join(' ')] as const];
      }),
    );
  }, [root, defects]);
  return places.map(([blockId, place, notes]) =>
    createPortal(
      <button
        type="button"
        className="defect-marker"
        aria-label={t('passage.defectAt', { note: notes })}
        onClick={() => onOriginal(blockId)}
      >
        <TriangleAlert size={13} strokeWidth={2} aria-hidden="true" />
      </button>,
      place,
      `defect ${blockId}`,
    ),
  );
}
