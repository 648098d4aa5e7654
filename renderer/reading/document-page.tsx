import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Annotation, BlockId, DocumentContent } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { convertText } from '../domain/script/index.ts';
import { useNavigation } from '../platform/navigation.ts';
import { languageTag, useConverter, useDisplayedText, useScriptView } from '../script/index.ts';
import { showPanel, useSettings, useText } from '../settings/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { DocumentBody } from './document-body.tsx';
import { printedTitle } from './heading-levels.ts';
import { NoteMarkers } from './note-markers.tsx';
import { annotationsAt, paint, unpaint } from './painter.ts';
import { usePositions } from './positions-store.ts';
import { positionOf, scrollToBlock, useReadingPosition } from './reading-position.ts';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { collectTextNodes, placeAtPoint } from './text-places.ts';
import { focusBlock, useMarking } from './use-marking.ts';
import { useParagraphKeys } from './use-paragraph-keys.ts';

type Props = {
  readonly content: DocumentContent;
  readonly onCurrent: (blockId: BlockId | null) => void;
};

/** The sheet of paper: the document's text, its marks, and what can be done on it. */
export function DocumentPage({ content, onCurrent }: Props) {
  const t = useText();
  const { document: summary } = content;
  const fontSize = useSettings((state) => state.settings.fontSize);
  const [view] = useScriptView(summary);
  const converter = useConverter(summary, view);
  const displayed = useDisplayedText(content, converter);
  const pageRef = useRef<HTMLElement>(null);
  const textRef = useRef<HTMLElement>(null);
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const all = useAnnotations((state) => state.annotations);
  const annotations = useMemo(
    () => [...all.values()].filter(({ anchor }) => anchor.documentId === summary.id),
    [all, summary.id],
  );
  const target = useNavigation((state) => (state.target?.documentId === summary.id ? state.target : null));
  const current = useReadingPosition(pageRef, displayed === null ? null : content);
  const blockBeingRead = useCallback(
    () => (pageRef.current === null ? null : (positionOf(pageRef.current)?.blockId ?? null)),
    [],
  );
  const marking = useMarking(textRef, content, displayed, blockBeingRead);
  useParagraphKeys(textRef, current);
  useEffect(() => onCurrent(current), [current, onCurrent]);

  useLayoutEffect(() => {
    setRoot(textRef.current);
    if (textRef.current === null || displayed === null) return;
    paint(content, annotations, target?.marks ?? [], collectTextNodes(textRef.current), displayed);
  }, [content, annotations, target, displayed]);
  useEffect(() => unpaint, []);

  // To the place that was asked for, else to where the document was left.
  const ready = displayed !== null;
  useLayoutEffect(() => {
    const page = pageRef.current;
    if (page === null || !ready) return;
    const place = target ?? usePositions.getState().positions.get(summary.id)?.place;
    if (place === undefined) return;
    scrollToBlock(page, place.blockId);
    // What was asked for also takes the keyboard focus, so that keys and screen readers go on from there.
    if (target !== null) focusBlock(page, target.blockId);
  }, [target, summary.id, ready]);

  const openNote = (annotation: Annotation, byKey: boolean): void => {
    useAnnotations.getState().select(annotation.id);
    // Who came by the keyboard goes on from the note; a mouse needs no focus to go there.
    if (byKey) useAnnotations.getState().awaitCard(annotation.id);
    showPanel('right', true);
  };
  const openNoteAt = (event: React.MouseEvent): void => {
    if (textRef.current === null || displayed === null || document.getSelection()?.isCollapsed === false)
      return;
    const place = placeAtPoint(textRef.current, displayed, event.clientX, event.clientY);
    const [hit] = place === null ? [] : annotationsAt(content, annotations, place);
    if (hit !== undefined) openNote(hit, false);
  };

  return (
    <main ref={pageRef} className="view page" aria-label={summary.title}>
      {displayed === null ? (
        <div className="sheet">
          <Skeleton label={t('reader.loading')} />
        </div>
      ) : (
        // The click only adds a shortcut for the mouse; the keyboard's way is the markers in the margin.
        <article
          ref={textRef}
          className="sheet"
          lang={languageTag(summary, view)}
          style={{ fontSize }}
          onClick={openNoteAt}
          onKeyDown={undefined}
        >
          <DocumentHead content={content} />
          <DocumentBody content={content} displayed={displayed} />
        </article>
      )}
      {root !== null && (
        <NoteMarkers
          key={summary.id}
          root={root}
          annotations={annotations}
          quoteOf={({ anchor }) => convertText(anchor.exact, converter ?? null).text}
          onOpen={openNote}
        />
      )}
      {marking.selected !== null && (
        <SelectionToolbar
          box={marking.selected.box}
          onMark={marking.mark}
          onNote={marking.note}
          onBookmark={marking.bookmark}
        />
      )}
    </main>
  );
}

/**
 * What the sheet shows above the text: the issuer's name in red for a document that prints a 文号 of
 * its own but no head (GB/T 9704-2012, 版头; a printed one is a block), and a title where the source has none.
 */
function DocumentHead({ content: { document: summary, blocks } }: Pick<Props, 'content'>) {
  const t = useText();
  const titled = printedTitle(blocks) !== undefined;
  const printed = blocks[0]?.kind === 'signature';
  const redHead = summary.documentNumber !== null && summary.issuer !== null && !printed;
  return (
    <>
      {redHead && (
        <div className="red-head" aria-hidden="true">
          <span>{summary.issuer}</span>
        </div>
      )}
      {!titled && (
        <header className="given-title">
          <h1>{summary.title}</h1>
          <p>{t('reader.titleGiven')}</p>
        </header>
      )}
    </>
  );
}
