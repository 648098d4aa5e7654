import { NotebookPen } from 'lucide-react';
import { useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Annotation, BlockId } from '../../preload/contract/index.ts';
import { usePanel, useText } from '../settings/index.ts';
import { usePanelPage } from './panel-page.ts';

type Props = {
  readonly root: HTMLElement;
  readonly annotations: readonly Annotation[];
  /** The words of an annotation in the script that is shown. */
  readonly quoteOf: (annotation: Annotation) => string;
  readonly onOpen: (annotation: Annotation, byKey: boolean) => void;
};

/**
 * A marker in the margin of every annotated block. A painted highlight has no element of its own, so
 * this is how keyboard and screen reader reach an annotation. Where the card is listed beside the text,
 * the marker points at it by aria-details.
 */
export function NoteMarkers({ root, annotations, quoteOf, onOpen }: Props) {
  const t = useText();
  const listed = usePanelPage(({ page }) => page === 'notes');
  const panel = usePanel('right');
  const cardsShown = listed && panel;
  const [places, setPlaces] = useState<ReadonlyMap<BlockId, Element>>(new Map());
  useLayoutEffect(() => {
    const found = new Map<BlockId, Element>();
    for (const { anchor } of annotations) {
      const block = root.querySelector(`[data-block="${CSS.escape(anchor.start.blockId)}"]`);
      // A button may not stand in a table row itself, only in one of its cells.
      const place = block instanceof HTMLTableRowElement ? block.lastElementChild : block;
      if (place !== null) found.set(anchor.start.blockId, place);
    }
    setPlaces(found);
  }, [root, annotations]);

  return [...Map.groupBy(annotations, ({ anchor }) => anchor.start.blockId)].map(([blockId, group]) => {
    const place = places.get(blockId);
    if (place === undefined) return null;
    return createPortal(
      <span className="markers">
        {group.map((annotation) => (
          <button
            key={annotation.id}
            type="button"
            className={`marker marker-${annotation.style}`}
            aria-label={t(annotation.note === '' ? 'marker.highlight' : 'marker.note', {
              quote: quoteOf(annotation).slice(0, 30),
            })}
            aria-details={cardsShown ? `note-${annotation.id}` : undefined}
            // A click without a pointer counts no clicks.
            onClick={({ detail }) => onOpen(annotation, detail === 0)}
          >
            {annotation.note !== '' && <NotebookPen size={11} strokeWidth={2} aria-hidden="true" />}
          </button>
        ))}
      </span>,
      place,
      blockId,
    );
  });
}
