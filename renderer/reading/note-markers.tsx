import { useEffect, useMemo, useState } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import type { DisplayedText } from '../script/index.ts';
import { markedBlocks } from './marked-blocks.ts';
import type { Parts } from './parts.ts';
import { SectionMarkers } from './section-markers.tsx';
import { useMarkerFocus } from './use-marker-keys.ts';

type Props = {
  readonly root: HTMLElement;
  readonly parts: Parts;
  readonly annotations: readonly Annotation[];
  readonly displayed: DisplayedText;
  /** The words of an annotation in the script that is shown. */
  readonly quoteOf: (annotation: Annotation) => string;
  readonly onOpen: (annotation: Annotation, byKey: boolean) => void;
};

/** How many sections get their markers at a time while nothing else is to be done. */
const atATime = 4;

/**
 * A marker in the margin for every annotation, a bar beside every noted paragraph. A painted highlight has no
 * element of its own, so this is how keyboard and screen reader reach an annotation. Where the card is drawn beside
 * the text, the marker points at it by aria-details. A section has its markers as soon as it comes near; all others
 * get theirs in idle moments, so that opening a document with a thousand notes does not wait for them.
 */
export function NoteMarkers({ root, parts, annotations, displayed, quoteOf, onOpen }: Props) {
  const sections = useMemo(
    () => markedBlocks(root, annotations, parts, displayed),
    [root, annotations, parts, displayed],
  );
  const [ready, setReady] = useState<ReadonlySet<HTMLElement>>(new Set());
  const kept = useKept(sections);

  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.flatMap(({ isIntersecting, target }) =>
          isIntersecting && target instanceof HTMLElement ? [target] : [],
        );
        if (near.length > 0) setReady((known) => withAll(known, near));
      },
      { root: root.closest('.page'), rootMargin: '100% 0px' },
    );
    for (const section of root.querySelectorAll('.section, .given-title')) observer.observe(section);
    return () => observer.disconnect();
  }, [root]);
  useEffect(() => {
    const waiting = [...sections.keys()].filter((section) => !ready.has(section));
    if (waiting.length === 0) return;
    const handle = requestIdleCallback(() => setReady((known) => withAll(known, waiting.slice(0, atATime))));
    return () => cancelIdleCallback(handle);
  }, [sections, ready]);
  // A marker that was asked for by key is not waited for.
  const wanted = useMarkerFocus((state) => state.wanted);
  useEffect(() => {
    if (wanted === null) return;
    for (const [section, blocks] of sections)
      if (blocks.some(({ starting }) => starting.some(({ id }) => id === wanted)))
        setReady((known) => withAll(known, [section]));
    const marker = root.querySelector<HTMLElement>(`[data-marker="${wanted}"]`);
    if (marker === null) return;
    marker.focus({ preventScroll: true });
    useMarkerFocus.setState({ wanted: null });
  });

  return [...kept].map(([section, blocks], at) =>
    ready.has(section) ? (
      <SectionMarkers
        // Sections are the page's own and never change places.
        key={section.querySelector<HTMLElement>('[data-block]')?.dataset.block ?? at}
        section={section}
        blocks={blocks}
        quoteOf={quoteOf}
        onOpen={onOpen}
      />
    ) : null,
  );
}

function withAll(known: ReadonlySet<HTMLElement>, more: readonly HTMLElement[]): ReadonlySet<HTMLElement> {
  return more.every((section) => known.has(section)) ? known : new Set([...known, ...more]);
}

type Sections = ReturnType<typeof markedBlocks>;

/** The sections, each with the very same blocks as before where nothing of them has changed. */
function useKept(sections: Sections): Sections {
  const [kept] = useState<{ last: Sections }>({ last: new Map() });
  return useMemo(() => {
    const next = new Map(
      [...sections].map(([section, blocks]) => {
        const before = kept.last.get(section);
        return [section, before !== undefined && same(before, blocks) ? before : blocks] as const;
      }),
    );
    kept.last = next;
    return next;
  }, [sections, kept]);
}

function same(one: Sections extends ReadonlyMap<unknown, infer B> ? B : never, other: typeof one): boolean {
  return (
    one.length === other.length &&
    one.every((block, at) => {
      const also = other[at];
      return (
        block.place === also?.place &&
        block.bar === also.bar &&
        alike(block.starting, also.starting) &&
        alike(block.bars, also.bars)
      );
    })
  );
}

function alike(one: readonly Annotation[], other: readonly Annotation[]): boolean {
  return one.length === other.length && one.every((annotation, at) => annotation === other[at]);
}
