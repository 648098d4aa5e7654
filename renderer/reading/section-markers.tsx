import { NotebookPen } from 'lucide-react';
import { memo, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import type { Annotation, BlockId } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { useMarkMeaning, useText } from '../settings/index.ts';
import { useDrawnCards } from './drawn-cards.ts';
import type { MarkedBlock } from './marked-blocks.ts';
import { heightFor, placeMarkers } from './marker-layout.ts';
import { useMarkerKeyActions } from './use-marker-keys.ts';

type Props = {
  readonly section: HTMLElement;
  readonly blocks: readonly MarkedBlock[];
  readonly quoteOf: (annotation: Annotation) => string;
  readonly onOpen: (annotation: Annotation, byKey: boolean) => void;
};

/** The markers of one section and the bars beside its noted paragraphs; drawn anew only when they change. */
export const SectionMarkers = memo(function SectionMarkers({ section, blocks, ...rest }: Props) {
  useLayoutEffect(() => {
    const count = blocks.reduce((sum, { starting }) => sum + starting.length, 0);
    section.style.minHeight = count < 3 ? '' : `${heightFor(count)}px`;
    const place = (): void => layOut(section, blocks);
    // Asked at once too: the first answer of the observer is that of the next frame.
    const observer = new ResizeObserver(place);
    observer.observe(section);
    return () => observer.disconnect();
  }, [section, blocks]);
  return blocks.map(({ blockId, place, bar, starting, bars }) => [
    bars.length > 0 &&
      createPortal(
        <span className="paragraph-bars" aria-hidden="true">
          {bars.map(({ id, style }) => (
            <span key={id} className={`paragraph-bar bar-${style}`} />
          ))}
        </span>,
        bar,
        `bars ${blockId}`,
      ),
    starting.length > 0 &&
      createPortal(
        <span className="markers">
          {starting.map((annotation) => (
            <Marker key={annotation.id} annotation={annotation} blockId={blockId} {...rest} />
          ))}
        </span>,
        place,
        blockId,
      ),
  ]);
});

type MarkerProps = Omit<Props, 'section' | 'blocks'> & {
  readonly annotation: Annotation;
  readonly blockId: BlockId;
};

function Marker({ annotation, blockId, quoteOf, onOpen }: MarkerProps) {
  const t = useText();
  const { id, style, note, scope } = annotation;
  const meaning = useMarkMeaning(style);
  const selected = useAnnotations((state) => state.selected === id);
  const drawn = useDrawnCards((state) => state.ids.has(id));
  const actions = useMarkerKeyActions(annotation, blockId);
  const quote = scope === 'document' ? t('scope.document') : quoteOf(annotation).slice(0, 30);
  return (
    <button
      type="button"
      data-marker={id}
      className={`marker marker-${style} ${selected ? 'marker-selected' : ''}`}
      aria-label={
        note === ''
          ? t('marker.highlight', { quote, meaning })
          : t('marker.note', { quote, meaning, note: note.slice(0, 60) })
      }
      aria-description={t('marker.keys')}
      aria-details={drawn ? `note-${id}` : undefined}
      // A click without a pointer counts no clicks.
      onClick={({ detail }) => onOpen(annotation, detail === 0)}
      onKeyDown={actions}
    >
      {note !== '' && <NotebookPen size={11} strokeWidth={2} aria-hidden="true" />}
    </button>
  );
}

/**
 * Puts each marker beside the line its words begin in. One look at the page for the whole section, and only when its
 * size has changed; scrolling measures nothing.
 */
function layOut(section: HTMLElement, blocks: readonly MarkedBlock[]): void {
  if (!section.checkVisibility({ contentVisibilityAuto: true })) return;
  const frame = section.getBoundingClientRect();
  const found = blocks.flatMap(({ place, starting, lineOf }) => {
    const holder = place.querySelector<HTMLElement>(':scope > .markers');
    const top = holder?.offsetParent?.getBoundingClientRect().top;
    if (holder === null || top === undefined) return [];
    return starting.map((annotation, at) => ({
      marker: holder.children[at],
      top: top - frame.top,
      wanted: (lineOf(annotation) ?? top) - frame.top,
    }));
  });
  const inOrder = found.toSorted((one, other) => one.wanted - other.wanted);
  const tops = placeMarkers(
    inOrder.map(({ wanted }) => wanted),
    Math.max(frame.height, heightFor(found.length)),
  );
  inOrder.forEach(({ marker, top }, at) => {
    if (marker instanceof HTMLElement) marker.style.top = `${(tops[at] ?? 0) - top}px`;
  });
}
