import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Annotation, BlockId, DocumentContent } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import type { BlockRange } from '../domain/anchors/index.ts';
import { printedTitle } from '../domain/outline/index.ts';
import { convertText } from '../domain/script/index.ts';
import { openDocument, targetOf, useNavigation } from '../platform/navigation.ts';
import { useAfterPaint } from '../platform/next-paint.ts';
import { activatePane, usePane } from '../platform/panes.ts';
import {
  languageTag,
  titleLanguage,
  useConverter,
  useDisplayedText,
  useScriptView,
} from '../script/index.ts';
import { showPanel, text, useSettings, useText, useTypography } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { typeset } from '../ui/typeset.ts';
import { BookmarkRibbons } from './bookmark-ribbons.tsx';
import { DefectMarkers } from './defect-markers.tsx';
import { DocumentBody } from './document-body.tsx';
import { FindBar } from './find-bar.tsx';
import { useFind } from './find-store.ts';
import { NoteMarkers } from './note-markers.tsx';
import { NoteSink } from './note-sink.tsx';
import { useOriginal } from './original-store.ts';
import { PageHead } from './page-head.tsx';
import { placeAtReadingLine } from './page-lines.ts';
import { annotationsAt } from './painter.ts';
import { ParagraphMarks } from './paragraph-marks.tsx';
import type { Parts } from './parts.ts';
import { type OpenPassage, PassageCard } from './passage-card.tsx';
import { passageAt, usePassages } from './passages.ts';
import { PlacingBar } from './placing-bar.tsx';
import { useReadingPosition } from './reading-position.ts';
import { Said } from './said.tsx';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { useArrival } from './use-arrival.ts';
import { useCiting } from './use-citing.ts';
import { useDrawnParts } from './use-drawn-parts.ts';
import { useMarkerKeys } from './use-marker-keys.ts';
import { useMarking } from './use-marking.ts';
import { useOriginalWords } from './use-original-words.ts';
import { annotationsOn, usePainting } from './use-painting.ts';
import { useParagraphKeys } from './use-paragraph-keys.ts';
import { useSentenceKeys } from './use-sentence-keys.ts';
import { useTextClicks } from './use-text-clicks.ts';

const OriginalWords = lazy(() =>
  import('./original-words.tsx').then((module) => ({ default: module.OriginalWords })),
);

type Props = {
  readonly parts: Parts;
  readonly onCurrent: (blockId: BlockId | null) => void;
  /** Whether only the document's responsibility tables are shown. */
  readonly onlyTable?: boolean;
  /** Whether the page follows another of the same document: it then keeps no position of its own. */
  readonly follows?: boolean;
};

const noMarks: readonly BlockRange[] = [];

/**
 * The sheet of paper: the document's text, its marks, and what can be done on it. It may stand twice in the window
 * (see PaneContext); the keys are those of the active pane.
 */
export function DocumentPage({ parts, onCurrent, onlyTable = false, follows = false }: Props) {
  const t = useText();
  const { id: pane } = usePane();
  const { document: summary } = parts.main;
  const typography = useTypography(summary.id);
  const [view] = useScriptView(summary);
  const converter = useConverter(summary, view);
  const displayed = useDisplayedText(parts.all, converter);
  const pageRef = useRef<HTMLDivElement>(null);
  const textRef = useRef<HTMLDivElement>(null);
  const all = useAnnotations((state) => state.annotations);
  const annotations = useMemo(() => annotationsOn(parts, all.values()), [all, parts]);
  const target = useNavigation((state) => {
    const asked = targetOf(state, pane);
    return asked !== null && parts.ids.has(asked.documentId) ? asked : null;
  });
  const { drawn, whole } = useDrawnParts(parts, summary.id, target, displayed !== null);
  // What stands beside the text waits until the text has been painted.
  const root = useAfterPaint(whole ? displayed : null, null) === null ? null : textRef.current;
  const current = useReadingPosition(pageRef, summary.id, parts, displayed, !follows);
  const blockBeingRead = useCallback(() => {
    const page = pageRef.current;
    return page === null || displayed === null
      ? null
      : (placeAtReadingLine(page, displayed)?.blockId ?? null);
  }, [displayed]);
  const marking = useMarking(textRef, parts, displayed, blockBeingRead);
  useParagraphKeys(textRef, blockBeingRead);
  const originals = useOriginalWords(textRef, parts, displayed, view === 'converted');
  useSentenceKeys(textRef, parts, displayed, blockBeingRead);
  useMarkerKeys(textRef, annotations, displayed, blockBeingRead);
  const passages = usePassages(parts, root !== null && displayed !== null, view);
  const [passage, setPassage] = useState<OpenPassage | null>(null);
  const finding = useFind((state) => state.open && state.pane === pane);
  const inScript = useCallback(
    (text: string): string => convertText(text, converter ?? null).text,
    [converter],
  );
  const quoteOf = useCallback(({ anchor }: Annotation) => inScript(anchor.exact), [inScript]);
  const cite = useCiting(textRef, parts, displayed, inScript, blockBeingRead);
  const marked = useSettings(({ settings }) => settings.paragraphMarks);
  const closePassage = useCallback(() => setPassage(null), []);
  useEffect(() => onCurrent(current), [current, onCurrent]);

  const quoteLater = useDeferredValue(quoteOf);
  const annotationsLater = useDeferredValue(annotations);
  usePainting(textRef, parts, drawn, displayed, annotations, target?.marks ?? noMarks, passages);

  useArrival(pageRef, parts, target, displayed);
  const showOriginal = (blockId: BlockId): void => {
    const part = parts.partOf(blockId);
    setPassage(null);
    if (part !== undefined) useOriginal.setState({ of: { documentId: part.document.id, blockId } });
  };
  const openPassage = (found: OpenPassage): void => {
    const citation = 'citation' in found.passage ? found.passage.citation : null;
    const listed = citation?.kind === 'toc' ? citation.targetDocumentId : null;
    const first = parts.all.find(({ document }) => document.id === listed)?.blocks[0];
    // A line of the contents leads where it says, as in a book.
    if (listed !== null && first !== undefined)
      openDocument(listed, { blockId: first.id, offset: 0, marks: [] }, summary.id);
    else setPassage(found);
  };
  // The click only adds a shortcut for the mouse; the keyboard's way is the markers in the margin and the
  // lists beside the text.
  useTextClicks(textRef, displayed, (place, at) => {
    const part = parts.partOf(place.blockId);
    const hit = part === undefined ? undefined : nextOf(annotationsAt(part, annotations, place));
    const found = passageAt(passages, place);
    if (hit !== undefined) openNote(hit, false);
    else if (found !== null) openPassage({ at, passage: found });
  });

  // There is one main text; what stands beside it has a landmark of its own around its head and page.
  const Frame = pane === 'first' ? 'main' : 'div';
  const activate = (): void => activatePane(pane);
  return (
    <Frame
      ref={pageRef}
      className="view page"
      aria-label={pane === 'first' ? summary.title : undefined}
      data-pane={pane}
      onFocusCapture={activate}
      onPointerDownCapture={activate}
    >
      <div className="page-top">
        <PageHead pageRef={pageRef} parts={parts} ready={displayed !== null} inScript={inScript} />
        {finding && pageRef.current !== null && root !== null && displayed !== null && (
          <FindBar parts={parts} page={pageRef.current} root={root} displayed={displayed} />
        )}
      </div>
      {displayed === null ? (
        <div className="sheet typeset" {...typeset(typography)}>
          <Skeleton label={t('reader.loading')} />
        </div>
      ) : (
        <div ref={textRef} className="sheets">
          {drawn.map((part) => (
            <article
              key={part.document.id}
              className={`sheet typeset ${marked ? 'sheet-marked' : ''}`}
              lang={languageTag(part.document, view)}
              {...typeset(typography)}
            >
              {!onlyTable && <DocumentHead content={part} />}
              <DocumentBody content={part} displayed={displayed} onlyTable={onlyTable} marked={marked} />
            </article>
          ))}
        </div>
      )}
      {root !== null && displayed !== null && (
        <NoteMarkers
          key={summary.id}
          root={root}
          annotations={annotationsLater}
          parts={parts}
          displayed={displayed}
          quoteOf={quoteLater}
          onOpen={openNote}
        />
      )}
      {root !== null && displayed !== null && (
        <BookmarkRibbons key={`bookmarks ${summary.id}`} root={root} parts={parts} />
      )}
      {root !== null && displayed !== null && (
        <DefectMarkers
          key={`defects ${summary.id}`}
          root={root}
          defects={passages.defects}
          onOriginal={showOriginal}
        />
      )}
      {pane === 'first' && <NoteSink />}
      <Said />
      {root !== null && displayed !== null && (
        <ParagraphMarks key={`marks ${summary.id}`} root={root} parts={parts} onCite={cite} />
      )}
      {passage !== null && <PassageCard open={passage} onOriginal={showOriginal} onClose={closePassage} />}
      {originals.asked !== null && displayed !== null && (
        <Suspense>
          <OriginalWords
            asked={originals.asked}
            parts={parts}
            displayed={displayed}
            document={summary}
            onEnter={originals.hold}
            onLeave={originals.release}
          />
        </Suspense>
      )}
      {marking.selected !== null && (
        <SelectionToolbar
          box={marking.selected.box}
          onMark={marking.mark}
          onNote={marking.note}
          onBookmark={marking.bookmark}
          onCite={() => cite()}
          onOriginal={() => marking.selected !== null && showOriginal(marking.selected.start.blockId)}
        />
      )}
      <PlacingBar parts={parts} selected={marking.selected} />
    </Frame>
  );
}

function openNote(annotation: Annotation, byKey: boolean): void {
  useAnnotations.getState().select(annotation.id);
  // Who came by the keyboard goes on from the note; a mouse needs no focus to go there.
  if (byKey) useAnnotations.getState().awaitCard(annotation.id);
  showPanel('right', true);
}

/** Of annotations that lie over each other the first, and with each further click the next; says which of how many. */
function nextOf(hits: readonly Annotation[]): Annotation | undefined {
  const { selected } = useAnnotations.getState();
  const at = (hits.findIndex(({ id }) => id === selected) + 1) % Math.max(1, hits.length);
  if (hits.length > 1) {
    const t = text();
    useNotices.getState().show({ tone: 'plain', text: t('overlap.which', { all: hits.length, at: at + 1 }) });
  }
  return hits[at];
}

/**
 * What the sheet shows above the text: the issuer's name in red for a document that prints a 文号 of
 * its own but no head (GB/T 9704-2012, 版头; a printed one is a block), and a title where the source has none.
 */
function DocumentHead({ content: { document: summary, blocks } }: { readonly content: DocumentContent }) {
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
        <header className="given-title" lang={titleLanguage(summary)}>
          <h1>{summary.title}</h1>
          {summary.titleBasis === 'inferred' && <p>{t('reader.titleGiven')}</p>}
        </header>
      )}
    </>
  );
}
