import { Bookmark, FileText, NotebookPen, Pilcrow, Quote } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { MarkStyle } from '../../preload/contract/index.ts';
import { StyleButtons } from '../annotations/index.ts';
import { useText } from '../settings/index.ts';

type Props = {
  /** The selection's box in window coordinates. */
  readonly box: DOMRect;
  readonly onMark: (style: MarkStyle) => void;
  /** On the selected words, or on the whole paragraphs they stand in. */
  readonly onNote: (whole: boolean) => void;
  readonly onBookmark: () => void;
  readonly onCite: () => void;
  /** Shows the paragraph as it stands in the source file. */
  readonly onOriginal: () => void;
};

const gap = 10;

/** The dark strip beside a selection: colours, underline, note, bookmark. */
export function SelectionToolbar({ box, onMark, onNote, onBookmark, onCite, onOriginal }: Props) {
  const t = useText();
  const strip = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const { width = 0, height = 0 } = strip.current?.getBoundingClientRect() ?? {};
    const below = box.bottom + gap + height < window.innerHeight;
    setPlace({
      left: Math.max(8, Math.min(box.left + box.width / 2 - width / 2, window.innerWidth - width - 8)),
      top: below ? box.bottom + gap : Math.max(8, box.top - gap - height),
    });
  }, [box]);
  const keepSelection = (event: React.MouseEvent): void => event.preventDefault();
  return (
    <div
      ref={strip}
      className="selection-toolbar"
      role="toolbar"
      aria-label={t('selection.toolbar')}
      style={place}
    >
      <StyleButtons chosen={null} onChoose={onMark} />
      <span className="toolbar-rule" />
      <button
        type="button"
        className="toolbar-button"
        onMouseDown={keepSelection}
        onClick={() => onNote(false)}
      >
        <NotebookPen size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('selection.note')}
      </button>
      <button
        type="button"
        className="toolbar-button"
        onMouseDown={keepSelection}
        onClick={() => onNote(true)}
      >
        <Pilcrow size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('selection.paragraph')}
      </button>
      <button type="button" className="toolbar-button" onMouseDown={keepSelection} onClick={onBookmark}>
        <Bookmark size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('selection.bookmark')}
      </button>
      <button type="button" className="toolbar-button" onMouseDown={keepSelection} onClick={onCite}>
        <Quote size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('citation.copyShort')}
      </button>
      <button type="button" className="toolbar-button" onMouseDown={keepSelection} onClick={onOriginal}>
        <FileText size={16} strokeWidth={1.75} aria-hidden="true" />
        {t('passage.original')}
      </button>
    </div>
  );
}
