import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Annotation, DocumentContent } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { clearLayers } from './highlights.ts';
import { paint, paintFresh } from './painter.ts';
import type { Parts } from './parts.ts';
import type { Passages } from './passages.ts';
import { collectTextNodes } from './text-places.ts';

/**
 * Paints the marks of the documents of a page that are `drawn`: `annotations`, what is being noted, and at once, before it is saved, what was just
 * marked. The last does not wait for a rendering, so that a mark is seen in the next frame.
 */
export function usePainting(
  textRef: RefObject<HTMLElement | null>,
  parts: Parts,
  drawn: readonly DocumentContent[],
  displayed: DisplayedText | null,
  annotations: readonly Annotation[],
  hits: readonly BlockRange[],
  passages: Pick<Passages, 'cited' | 'damaged'>,
): void {
  const [painter] = useState({});
  const begun = useAnnotations((state) => state.begun);
  const painted = useMemo(() => {
    const fresh = [...begun.values()].flatMap(({ annotation, others }) => [annotation, ...others]);
    const ids = new Set(drawn.map(({ document }) => document.id));
    return [...annotations, ...annotationsOn(parts, fresh)].filter(({ anchor }) =>
      ids.has(anchor.documentId),
    );
  }, [annotations, begun, parts, drawn]);
  const paintAll = useRef(() => {});
  useLayoutEffect(() => {
    paintAll.current = (): void => {
      if (textRef.current === null || displayed === null) return;
      const { unsaved } = useAnnotations.getState();
      const known = new Set(painted.map(({ id }) => id));
      const all = [...painted, ...annotationsOn(parts, unsaved).filter(({ id }) => !known.has(id))];
      paint(painter, parts.partOf, all, hits, passages, collectTextNodes(textRef.current), displayed);
    };
    paintAll.current();
  }, [textRef, painter, parts, painted, hits, displayed, passages]);
  useEffect(
    () =>
      useAnnotations.subscribe((state, before) => {
        const root = textRef.current;
        if (root === null || displayed === null || state.unsaved === before.unsaved) return;
        const fresh = state.unsaved.filter((annotation) => !before.unsaved.includes(annotation));
        if (fresh.length > 0) paintFresh(painter, parts.partOf, annotationsOn(parts, fresh), root, displayed);
        // What could not be written goes again; what could has been painted with the others.
        else if (before.unsaved.some(({ id }) => !state.annotations.has(id))) paintAll.current();
      }),
    [textRef, painter, parts, displayed],
  );
  useEffect(() => () => clearLayers(painter), [painter]);
}

/** Of `annotations` those on the editions of the documents that are on the page. */
export function annotationsOn(parts: Parts, annotations: Iterable<Annotation>): readonly Annotation[] {
  return [...annotations].filter(({ anchor }) => parts.has(anchor.documentId, anchor.editionHash));
}
